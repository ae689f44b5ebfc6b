#include <algorithm>
#include <map>
#include <string>
#include <type_traits>
#include <variant>

#include <rung/prompt/update.hpp>
#include <rung/text/telling.hpp>
#include <rung/text/utf8.hpp>

#include "catch.hpp"
#include "prompt/random_actions.hpp"
#include "prompt/sample_form.hpp"

using namespace rung;

namespace {

std::string without_outer_blanks(std::string text) {
  const auto is_blank = [](char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); };
  while (!text.empty() && is_blank(text.front())) text.erase(0, 1);
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  return text;
}

template <class Searched, class... Listed>
constexpr bool is_one_of = (std::is_same_v<Searched, Listed> || ...);

/// What is answered to which question, and nothing else. Where the prompt stood is taken from the prompt.
class Answers {
 public:
  explicit Answers(const Form& form) : form_(form) {}

  void take(const State& before, const Action& action) {
    at_ = before.at;
    mode_ = before.mode;
    is_revealed_ = is_revealed(before);
    choice_ = before.choice;
    const bool is_awaited = mode_ != Mode::editing || std::holds_alternative<EndEditing>(action);
    if (mode_ != Mode::finished && mode_ != Mode::suspended && is_awaited) std::visit(*this, action);
  }

  [[nodiscard]] std::vector<Response> list() const {
    std::vector<Response> all(form_.questions.size());
    for (const auto& [question, response] : responses_) all[question] = response;
    return all;
  }

  void operator()(const Rate& rate) {
    if (mode_ == Mode::asking && rate.value >= 1 && rate.value <= 4) answer({rate.value, {}, {}, {}});
  }
  void operator()(const GiveMark& give) {
    if (is_reviewing()) return;
    const bool needs_reason = give.mark == 0;
    const std::string reason = needs_reason ? without_outer_blanks(give.reason) : std::string();
    if (!needs_reason || is_telling(reason)) answer({{}, give.mark, reason, {}});
  }
  void operator()(const Accept& /*action*/) {
    // Of the sample form's questions, the fourth has a suggestion.
    if (mode_ == Mode::asking && at_ == 3 && is_revealed_) answer({3, {}, {}, {}}, AnswerOrigin::accepted);
  }
  void operator()(const EndEditing& end) {
    if (mode_ != Mode::editing || !end.remarks) return;
    std::vector<std::string> lines = *end.remarks;
    while (!lines.empty() && without_outer_blanks(lines.front()).empty()) lines.erase(lines.begin());
    while (!lines.empty() && without_outer_blanks(lines.back()).empty()) lines.pop_back();
    responses_[at_].remarks = lines;
  }
  void operator()(const Clear& /*action*/) {
    const Response& standing = responses_[at_];
    if (mode_ == Mode::asking && (standing.choice || standing.mark)) answer({});
  }
  void operator()(const AddRemark& remark) {
    const std::string text = without_outer_blanks(remark.text);
    if (!is_reviewing() && !text.empty()) responses_[at_].remarks.push_back(text);
  }
  void operator()(const Choose& choose) {
    if (mode_ != Mode::choosing) return;
    for (const RemarkOption& option : choice_.options)
      if (option.key == choose.key) responses_[at_].remarks.push_back(option.remark);
  }
  void operator()(const Attach& attach) {
    const std::vector<OfferedLine>& offers = form_.questions[at_].offers;
    if (is_reviewing() || attach.number < 1 || attach.number > static_cast<int>(offers.size())) return;
    const std::string& remark = offers[static_cast<std::size_t>(attach.number) - 1].remark;
    std::vector<std::string>& remarks = responses_[at_].remarks;
    if (std::find(remarks.begin(), remarks.end(), remark) == remarks.end()) remarks.push_back(remark);
  }
  template <class Other>
  void operator()(const Other& /*action*/) {
    static_assert(is_one_of<Other, Skip, Keep, AskAbout, BeginEntry, ShowOffers, Cancel, Back, NextUnrated, GoTo,
                            Search, Visit, ShowDetails, ShowKeys, ShowOverview, ShowAgain, Explain, Finish, Quit, Saved,
                            Explained, Looked, BeginEditing>,
                  "say what this action does to the answers");
  }

 private:
  [[nodiscard]] bool is_reviewing() const { return mode_ == Mode::reviewing || mode_ == Mode::confirming; }

  void answer(Response response, AnswerOrigin origin = AnswerOrigin::typed) {
    response.origin = origin;
    response.remarks = responses_[at_].remarks;
    responses_[at_] = std::move(response);
  }

  const Form& form_;
  std::map<std::size_t, Response> responses_;
  std::size_t at_ = 0;
  Mode mode_ = Mode::asking;
  bool is_revealed_ = false;
  RemarkChoice choice_;
};

bool is_over(Mode mode) { return mode == Mode::finished || mode == Mode::suspended; }

/// Whether `action` may lead from the one mode to the other, with the answers that stand then.
bool is_legal(Mode before, const Action& action, const State& after) {
  const bool has_saved = std::holds_alternative<Saved>(action);
  switch (after.mode) {
    case Mode::asking: return !is_over(before) || has_saved;
    case Mode::entering:
      return before == Mode::entering || std::holds_alternative<BeginEntry>(action) ||
             (before == Mode::choosing && std::holds_alternative<Choose>(action));
    case Mode::choosing: return before == Mode::choosing || std::holds_alternative<AskAbout>(action);
    case Mode::confirming: return before == Mode::confirming || std::holds_alternative<Finish>(action);
    case Mode::attaching:
      return before == Mode::attaching || (before == Mode::asking && std::holds_alternative<ShowOffers>(action)) ||
             before == Mode::entering;
    case Mode::editing:
      return before == Mode::editing || (before == Mode::asking && std::holds_alternative<BeginEditing>(action));
    case Mode::reviewing: return (!is_over(before) || has_saved) && after.at + 1 == after.responses.size();
    case Mode::finished:
      return before == Mode::finished || (std::holds_alternative<Finish>(action) && !is_over(before));
    case Mode::suspended:
      return before == Mode::suspended || (!is_over(before) && std::holds_alternative<Quit>(action));
  }
  return false;
}

bool can_be_shown(std::string_view text) {
  while (!text.empty()) {
    const auto character = decode_utf8(text);
    if (!character || is_unsafe_to_show(character->value)) return false;
    text.remove_prefix(character->bytes);
  }
  return true;
}

bool can_be_shown(const Feedback& feedback) {
  bool all = true;
  for (const Span& span : feedback.echo) all = all && can_be_shown(span.text);
  for (const std::string& sentence : feedback.more) all = all && can_be_shown(sentence);
  return all;
}

}  // namespace

TEST_CASE("whatever is done in whatever order, the answers are those that were given", "[prompt]") {
  Form form = sample_form();
  for (Question& question : form.questions) question.offers = {{"An entry", "2026-03-05 an entry"}, {"Two", "two"}};
  std::map<Mode, int> modes;
  std::map<std::size_t, int> actions;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    RandomActions random(seed);
    Answers answers(form);
    State state = start_form(form);
    for (int step = 0; step < 1'000; ++step) {
      const Action action = random.next(form, state);
      const State before = state;
      answers.take(before, action);
      state = update(form, before, action);
      ++modes[state.mode];
      ++actions[action.index()];

      INFO("seed " << seed << ", step " << step << ", action " << action.index() << " in mode "
                   << static_cast<int>(before.mode) << " at " << before.at);
      REQUIRE(state.responses == answers.list());
      REQUIRE(state.at < form.questions.size());
      REQUIRE(is_legal(before.mode, action, state));
      REQUIRE(can_be_shown(state.feedback));
      if (is_over(before.mode) && random.below(4) == 0) state = resume_form(form, state.responses);
    }
  }
  // A walk that never gets somewhere proves nothing about it.
  for (const Mode mode : {Mode::asking, Mode::entering, Mode::editing, Mode::choosing, Mode::attaching, Mode::reviewing,
                          Mode::confirming, Mode::finished, Mode::suspended})
    CHECK(modes[mode] > 50);
  CHECK(actions.size() == std::variant_size_v<Action>);
}
