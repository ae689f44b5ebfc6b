#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <random>

#include "campaign/acknowledged.hpp"
#include "campaign/scenario.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

std::vector<std::string> list_ids(int version) {
  if (version == 2) return {"weigh", "fold", "wait", "steam"};
  return {"weigh", version == 3 ? "knead" : "fold", "wait", "steam", "colour"};
}

/// The baker's ladder; in version 2 without a behavior and with a renamed label and other words, in version 3 with a
/// renamed behavior and another scale.
std::string write_version(int version) {
  std::string text = Program::read_data("baker.yaml");
  const auto replace = [&text](const std::string& what, const std::string& by) {
    text.replace(text.find(what), what.size(), by);
  };
  replace("version: \"1\"", fmt::format("version: \"{}\"", version));
  if (version == 2) {
    replace("          - id: colour\n            text: I bake until the crust is dark.\n", "");
    replace("label: Hot", "label: Very hot");
    replace("I wait until the dough is ready, not until the clock says so.", "The dough tells me when it is ready.");
  } else if (version == 3) {
    replace("- id: fold\n", "- id: knead\n            formerly: [dough.mixing.fold]\n");
    replace("target: 3\n", "  - {value: 5, label: White}\ntarget: 3\n");
  }
  return text;
}

class Player {
 public:
  explicit Player(unsigned seed) : numbers_(seed) {
    program_.write("home/ladders/baker.yaml", write_version(version_));
  }

  void step();

  /// See Acknowledged.
  std::string find_loss() { return acknowledged_.find_loss(program_); }

  [[nodiscard]] std::string story() const { return fmt::format("{}", fmt::join(story_, "\n")); }
  int answered = 0;  ///< how many inputs were acknowledged
  int finished = 0;
  int refused = 0;

 private:
  /// The draft that somebody has open.
  struct Open {
    std::size_t edition = 0;
    bool amends = false;
  };

  std::size_t below(std::size_t count) { return numbers_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class Items>
  auto pick(const Items& items) {
    return *std::next(items.begin(), static_cast<std::ptrdiff_t>(below(items.size())));
  }

  void assess();
  void amend();
  void edit_ladder();
  void remove();
  void restore();
  void pass_time();

  Open open_of(const std::string& rater) {
    INFO(story());
    REQUIRE(open_.contains(rater));
    return open_.at(rater);
  }
  Open begin(const std::string& rater);
  std::vector<Input> make_inputs(const Edition& edition, bool is_typed);
  void answer(const std::string& rater, Open open, std::vector<std::string> words);
  void acknowledge(const std::string& rater, Open open, const std::vector<Input>& inputs, const Ran& ran);
  Ran run(const std::vector<std::string>& words, const std::string& typed);
  [[nodiscard]] static std::string draft_of(const std::string& rater) {
    return rater == "ana" ? "drafts/baker/ana" : "drafts/baker/ana--by--ines";
  }

  Program program_;
  std::mt19937 numbers_;
  int version_ = 1;
  int texts_ = 0;
  Timestamp now_ = parse_timestamp("2026-03-14T09:00:00Z").value();
  Acknowledged acknowledged_;
  std::map<std::string, Open> open_;                ///< by rater
  std::map<std::string, std::size_t> finished_as_;  ///< the last edition by the reference of the assessment
  std::map<std::string, std::pair<std::string, Open>> removed_;  ///< drafts with their rater, by what restores them
  std::vector<std::string> story_;
};

void Player::step() {
  switch (below(12)) {
    case 0: return edit_ladder();
    case 1: return remove();
    case 2: return restore();
    case 3: return pass_time();
    case 4:
    case 5: return amend();
    default: return assess();
  }
}

Ran Player::run(const std::vector<std::string>& words, const std::string& typed) {
  program_.at = format_timestamp(now_);
  std::string shown;
  for (const char letter : typed) shown += letter == '\n' ? "\\n" : std::string(1, letter);
  const std::u32string keys(typed.begin(), typed.end());
  const Ran ran = typed.empty() ? program_.run(words) : program_.type_in(words, keys);
  story_.push_back(fmt::format("{} rung {}{}{} -> {}", program_.at, fmt::join(words, " "), shown.empty() ? "" : " < ",
                               shown, static_cast<int>(ran.code)));
  INFO(story() << "\n" << ran.err);
  // Wrong usage: the options disagree with the open draft.
  REQUIRE((ran.code == ExitCode::success || ran.code == ExitCode::unfinished || ran.code == ExitCode::bad_input ||
           ran.code == ExitCode::usage));
  REQUIRE(ran.screen.find("not saved") == std::string::npos);
  if (ran.code == ExitCode::bad_input || ran.code == ExitCode::usage) ++refused;
  return ran;
}

/// The draft that is open, or a new one.
Player::Open Player::begin(const std::string& rater) {
  if (const auto found = open_.find(rater); found != open_.end()) {
    if (!found->second.amends) acknowledged_.edition(found->second.edition).version = version_;
    return found->second;
  }
  return {acknowledged_.begin(rater, version_), false};
}

std::vector<Input> Player::make_inputs(const Edition& edition, bool is_typed) {
  std::vector<Input> inputs;
  for (std::size_t count = below(5) + (is_typed ? 0 : 1); count > 0; --count) {
    Input input;
    input.behavior = pick(list_ids(edition.version));
    const std::string text = fmt::format("a text {};", ++texts_);
    switch (below(is_typed ? 8 : 7)) {
      case 0: input.text = fmt::format("n/a:{}", text); break;
      case 1: input.text = "no opportunity"; break;
      case 2: input.kind = Input::Kind::unrated; break;
      case 3: input = {Input::Kind::note, input.behavior, text}; break;
      case 4: input = {Input::Kind::evidence, input.behavior, text}; break;
      case 7: input.kind = Input::Kind::accepted; break;
      default: input.text = fmt::format("{}", 1 + below(edition.version == 3 ? 5 : 4)); break;
    }
    inputs.push_back(input);
  }
  return inputs;
}

std::string to_keys(const Input& input) {
  switch (input.kind) {
    case Input::Kind::unrated: return "x";
    case Input::Kind::accepted: return "==";
    case Input::Kind::note: return fmt::format("e{}\nn", input.text);
    case Input::Kind::evidence: return fmt::format("e2026-01-05 {}\n", input.text);
    case Input::Kind::rating: break;
  }
  if (input.text == "no opportunity") return "o";
  return input.text.starts_with("n/a:") ? fmt::format("n{}\n", input.text.substr(4)) : input.text;
}

std::vector<std::string> to_words(const Input& input) {
  switch (input.kind) {
    case Input::Kind::unrated: return {"--set", fmt::format("{}=unrated", input.behavior)};
    case Input::Kind::note: return {"--note", fmt::format("{}={}", input.behavior, input.text)};
    case Input::Kind::evidence: return {"--evidence", fmt::format("{}={}", input.behavior, input.text)};
    default: return {"--set", fmt::format("{}={}", input.behavior, input.text)};
  }
}

void Player::answer(const std::string& rater, Open open, std::vector<std::string> words) {
  const Edition edition = acknowledged_.edition(open.edition);
  words.insert(words.end(), {"--label", edition.label});
  const bool is_typed = one_in(2);
  const std::vector<Input> inputs = make_inputs(edition, is_typed);
  std::string keys;
  if (is_typed) {
    const std::vector<std::string> ids = list_ids(edition.version);
    for (const Input& input : inputs) {
      const auto number = std::find(ids.begin(), ids.end(), input.behavior) - ids.begin() + 1;
      keys += fmt::format("g{}\n{}", number, to_keys(input));
    }
    keys += one_in(3) ? std::string("g1\nffy") : "q";
  } else {
    for (const Input& input : inputs)
      for (const std::string& word : to_words(input)) words.push_back(word);
    if (one_in(3)) words.emplace_back("--partial");
  }
  acknowledge(rater, open, inputs, run(words, keys));
}

void Player::acknowledge(const std::string& rater, Open open, const std::vector<Input>& inputs, const Ran& ran) {
  if (const auto at = ran.err.find("`rung restore "); at != std::string::npos) {
    const std::string rest = ran.err.substr(at + 14);
    removed_[rest.substr(0, rest.find('`'))] = {rater, open_of(rater)};
    open_.erase(rater);
  }
  if (ran.code == ExitCode::bad_input || ran.code == ExitCode::usage) return;
  INFO(story() << "\n" << ran.err);
  REQUIRE((ran.err.find("Amending ") != std::string::npos) == open.amends);
  for (const Input& input : inputs) acknowledged_.add(open.edition, input, !ran.screen.empty());
  answered += static_cast<int>(inputs.size());
  open_.erase(rater);
  if (const auto at = ran.err.find("Saved as baker/"); at != std::string::npos) {
    ++finished;
    const std::string reference = ran.err.substr(at + 9, ran.err.find(".\n", at) - at - 9);
    const auto [before, is_new] = finished_as_.try_emplace(reference, open.edition);
    if (!is_new) acknowledged_.edition(std::exchange(before->second, open.edition)).is_replaced = true;
  } else if (program_.exists(fmt::format("home/{}.json", draft_of(rater)))) {
    open_[rater] = open;
  } else {
    acknowledged_.edition(open.edition).is_replaced = true;
  }
}

void Player::assess() {
  const std::string rater = one_in(2) ? "ana" : "Ines";
  std::vector<std::string> words{"assess", "baker"};
  if (rater != "ana") words.insert(words.end(), {"--as", "Ines:peer", "--about", "ana"});
  const bool starts_over = one_in(8);
  // An open draft mostly refuses them.
  const bool chooses = starts_over || !open_.contains(rater) || one_in(8);
  switch (chooses ? below(6) : 6) {
    case 0: words.emplace_back("--update"); break;
    case 1:
      words.insert(words.end(), {"--only", pick(std::vector<std::string>{"gaps", "dough", "oven.baking"})});
      break;
    default: break;
  }
  if (chooses && one_in(6))
    words.insert(
        words.end(),
        {"--on", format_date(Date(std::chrono::floor<std::chrono::days>(now_.at) - std::chrono::days(below(90))))});
  if (!starts_over) {
    const auto found = open_.find(rater);
    const int version = found == open_.end() ? version_ : acknowledged_.edition(found->second.edition).version;
    const Open open = begin(rater);
    const int refused_before = refused;
    answer(rater, open, words);
    // A draft that was not opened stays on the ladder as it was.
    if (refused > refused_before) acknowledged_.edition(open.edition).version = version;
    return;
  }
  words.emplace_back("--new");
  answer(rater, {acknowledged_.begin(rater, version_), false}, words);
}

void Player::amend() {
  if (finished_as_.empty()) return assess();
  const auto [reference, last] = pick(finished_as_);
  // What is removed could be taken for the beginning of another name.
  if (!program_.exists(fmt::format("home/assessments/{}.json", reference))) return assess();
  const std::string rater = acknowledged_.edition(last).rater;
  Open open{0, true};
  if (const auto found = open_.find(rater); found != open_.end()) {
    // Only the same amendment goes on; any other is refused.
    open = found->second;
  } else {
    open.edition = acknowledged_.begin_again(last);
  }
  answer(rater, open, {"assess", "--amend", reference});
}

void Player::edit_ladder() {
  version_ = 1 + static_cast<int>(below(3));
  story_.push_back(fmt::format("the ladder has version {}", version_));
  program_.write("home/ladders/baker.yaml", write_version(version_));
}

void Player::remove() {
  std::vector<std::string> names;
  for (const auto& [rater, open] : open_) names.push_back(draft_of(rater));
  for (const auto& [reference, edition] : finished_as_)
    if (program_.exists(fmt::format("home/assessments/{}.json", reference))) names.push_back(reference);
  if (names.empty()) return assess();
  const std::string name = pick(names);
  const Ran ran = run({"remove", name, "--yes"}, {});
  for (const char* rater : {"ana", "Ines"}) {
    if (name != draft_of(rater) || ran.code != ExitCode::success) continue;
    const std::string rest = ran.err.substr(ran.err.find("rung restore ") + 13);
    removed_[rest.substr(0, rest.find('\n'))] = {rater, open_of(rater)};
    open_.erase(rater);
  }
}

void Player::restore() {
  std::vector<std::string> names;
  for (const auto& [reference, removed] : removed_) names.push_back(reference);
  for (const auto& [reference, edition] : finished_as_)
    if (!program_.exists(fmt::format("home/assessments/{}.json", reference))) names.push_back(reference);
  if (names.empty()) return assess();
  const std::string name = pick(names);
  if (run({"restore", name}, {}).code != ExitCode::success) return;
  if (const auto found = removed_.find(name); found != removed_.end()) {
    open_[found->second.first] = found->second.second;
    removed_.erase(found);
  }
}

void Player::pass_time() {
  now_.at +=
      pick(std::vector<std::chrono::seconds>{std::chrono::seconds(0), std::chrono::seconds(1), std::chrono::days(1),
                                             std::chrono::days(50), std::chrono::days(400)});
}

}  // namespace

TEST_CASE("whatever is done in whatever order, nothing that was acknowledged is lost", "[model]") {
  const int seeds = is_long_form() ? 400 : 8;
  int answered = 0;
  int finished = 0;
  int refused = 0;
  for (int seed = 1; seed <= seeds; ++seed) {
    Player player(static_cast<unsigned>(seed));
    for (int step = 0; step < 60; ++step) {
      player.step();
      const std::string loss = player.find_loss();
      INFO("seed " << seed << "\n" << player.story());
      REQUIRE(loss == "");
    }
    answered += player.answered;
    finished += player.finished;
    refused += player.refused;
  }
  // Refusals prove nothing.
  CHECK(answered > 50 * seeds);
  CHECK(finished > 8 * seeds);
  CHECK(refused < 10 * seeds);
  std::printf("%-12s %d sequences, %d answers, %d assessments, 0 lost\n", "model", seeds, answered, finished);
}
