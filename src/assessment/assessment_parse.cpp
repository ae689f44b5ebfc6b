#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/ladder/parse.hpp>

#include "read_assessment.hpp"

namespace rung {
namespace {

constexpr std::string_view format_family = "rung-assessment/";

std::optional<Timestamp> read_timestamp(Reading& reading, MapReader& map, std::string_view key) {
  const Node* node = map.optional(key);
  if (node == nullptr) return std::nullopt;
  const auto text = read_text(reading, *node, fmt::format("`{}`", key));
  if (!text) return std::nullopt;
  const auto timestamp = parse_timestamp(*text);
  if (!timestamp) {
    reading.complain(*node, fmt::format("`{}` is no time with date and offset: `{}`", key, *text),
                     "write it like 2026-03-14T09:26:53+01:00");
  }
  return timestamp;
}

Rater read_rater(Reading& reading, const Node& node) {
  MapReader map(reading, node, "`rater`", "/rater", {"name", "role"});
  Rater rater;
  rater.name = map.required_text("name");
  const Node* role = map.required("role");
  if (role == nullptr) return rater;
  const auto text = read_text(reading, *role, "`role`");
  if (!text) return rater;
  if (const auto known = parse_rater_role(*text)) {
    rater.role = *known;
  } else {
    const std::array<std::string, 4> roles{"self", "manager", "peer", "report"};
    const std::string meant = did_you_mean(*text, roles);
    reading.complain(*role, fmt::format("`{}` is no role of a rater", *text),
                     meant.empty() ? "use self, manager, peer or report" : meant);
  }
  return rater;
}

/// The state by its name; its value or reason is still to be read.
std::optional<Rating> read_state(Reading& reading, const Node& node) {
  const auto name = read_text(reading, node, "`state`");
  if (!name) return std::nullopt;
  const std::array<Rating, 4> states{Unrated{}, NotApplicable{}, NoOpportunity{}, Rated{}};
  std::vector<std::string> names;
  for (const auto& state : states) {
    if (state_of(state) == *name) return state;
    names.emplace_back(state_of(state));
  }
  const std::string meant = did_you_mean(*name, names);
  reading.complain(node, fmt::format("`{}` is no state of an answer", *name),
                   meant.empty() ? "use unrated, not applicable, no opportunity or rated" : meant);
  return std::nullopt;
}

void read_value(Reading& reading, const MapReader& map, const Scale& scale, Rated& rated) {
  const Node* value = map.optional("rating");
  if (value == nullptr) {
    reading.complain(map.node(), "a rated answer needs a `rating`", "the scale is " + list_points(scale));
    return;
  }
  const auto number = read_integer(reading, *value, "`rating`", scale.lowest(), scale.highest());
  if (!number) return;
  rated.value = *number;
  if (scale.find(*number) == nullptr)
    reading.complain(*value, fmt::format("{} is not on the scale", *number), "the scale is " + list_points(scale));
}

/// State, value and reason, which must agree.
Rating read_rating(Reading& reading, MapReader& map, const Scale& scale) {
  const Node* state = map.required("state");
  if (state == nullptr) return Unrated{};
  std::optional<Rating> rating = read_state(reading, *state);
  if (!rating) return Unrated{};
  const std::string name(state_of(*rating));
  std::string reason = map.text("reason");
  if (auto* rated = std::get_if<Rated>(&*rating)) {
    read_value(reading, map, scale, *rated);
  } else if (const Node* value = map.optional("rating")) {
    reading.complain(*value, fmt::format("an answer with the state `{}` has no `rating`", name),
                     "write null, or the state `rated`");
  }
  if (auto* not_applicable = std::get_if<NotApplicable>(&*rating)) {
    if (is_blank(reason)) reading.complain(*state, "an answer that is not applicable needs a `reason`");
    not_applicable->reason = std::move(reason);
  } else if (!reason.empty()) {
    reading.complain(*map.optional("reason"), fmt::format("an answer with the state `{}` has no `reason`", name),
                     "only an answer that is not applicable has one; use `note`");
  }
  return *rating;
}

/// What was read for a behavior, and where it was first named.
struct ReadAnswer {
  Answer answer;
  Position at;
};

/// Joins answers to the ladder by key, so that their order in the file does not matter.
class AnswerList {
 public:
  AnswerList(Reading& reading, const Ladder& ladder) : reading_(reading), ladder_(ladder) {
    for (const auto& placed : list_behaviors(ladder)) keys_.push_back(placed.behavior->key);
    known_.insert(keys_.begin(), keys_.end());
  }

  void read(const Node& node, std::size_t index) {
    const Node* key = node.find("behavior");
    // Unknown fields are found again by the behavior, since a rewrite may bring the answers into another order.
    const std::string step = key != nullptr ? key->scalar : std::to_string(index);
    const std::string where = "/answers/" + step;
    MapReader map(reading_, node, key != nullptr ? fmt::format("the answer for `{}`", step) : "an answer", where,
                  {"behavior", "state", "rating", "reason", "note", "evidence", "answered_at"});
    if (!map.is_map()) return;
    Answer answer;
    answer.behavior = map.required_text("behavior");
    answer.rating = read_rating(reading_, map, ladder_.scale);
    answer.note = map.text("note");
    if (const auto* items = map.list("evidence")) {
      for (std::size_t item = 0; item < items->size(); ++item) {
        answer.evidence.push_back(
            read_evidence_map(reading_, (*items)[item], fmt::format("{}/evidence/{}", where, item)));
      }
    }
    answer.answered_at = read_timestamp(reading_, map, "answered_at");
    if (!answer.behavior.empty()) keep(std::move(answer), *key);
  }

  /// One answer for each behavior, in ladder order; those that the text does not have are unrated.
  std::vector<Answer> take() {
    std::vector<Answer> answers;
    for (const auto& key : keys_) {
      const auto found = read_.find(key);
      Answer missing;
      missing.behavior = key;
      answers.push_back(found == read_.end() ? std::move(missing) : std::move(found->second.answer));
    }
    return answers;
  }

 private:
  void keep(Answer answer, const Node& key) {
    if (known_.count(answer.behavior) == 0) {
      // Looking for what was meant is dear; nobody sees more than the first few.
      if (reading_.diagnostics.size() >= max_diagnostics) return;
      reading_.complain(key, fmt::format("the ladder has no behavior `{}`", answer.behavior),
                        did_you_mean(answer.behavior, keys_));
      return;
    }
    const auto [first, is_new] = read_.try_emplace(answer.behavior, ReadAnswer{answer, key.at});
    if (is_new) return;
    Diagnostic twice = reading_.source().diagnose(
        key.at, key.length, fmt::format("`{}` is answered twice", answer.behavior),
        fmt::format("the first answer is in line {}; keep one of them", first->second.at.line));
    twice.related = first->second.at;
    reading_.add(std::move(twice));
  }

  Reading& reading_;
  const Ladder& ladder_;
  std::vector<std::string> keys_;
  std::unordered_set<std::string> known_;
  std::map<std::string, ReadAnswer, std::less<>> read_;
};

/// 0 for what is no version at all.
int version_of(std::string_view format) {
  if (!format.starts_with(format_family)) return 0;
  format.remove_prefix(format_family.size());
  int version = 0;
  const auto [end, failure] = std::from_chars(format.data(), format.data() + format.size(), version);
  if (end != format.data() + format.size()) return 0;
  return failure == std::errc::result_out_of_range ? std::numeric_limits<int>::max() : version;
}

}  // namespace

std::optional<int> read_assessment_version(std::string_view json) {
  const auto tree = parse_json(Source("", json));
  const Node* format = tree ? tree.value->find("format") : nullptr;
  const int version = format == nullptr ? 0 : version_of(format->scalar);
  return version > 0 ? std::optional(version) : std::nullopt;
}

void check_format(Reading& reading, const Node& root) {
  if (root.kind != Node::Kind::map) {
    reading.complain(root, fmt::format("an assessment must be a map, not {}", describe(root)));
    return;
  }
  const Node* format = root.find("format");
  if (format == nullptr) {
    reading.complain(root, "`format` is missing: this is no assessment",
                     "an assessment says \"format\": \"rung-assessment/1\"");
    return;
  }
  const int version = version_of(format->scalar);
  if (version > newest_assessment_version) {
    reading.complain(*format,
                     fmt::format("written by a newer Rung; this one reads up to version {}", newest_assessment_version),
                     "update Rung to read it; the file was left as it is");
  } else if (version < 1) {
    reading.complain(*format, fmt::format("`{}` is no format of an assessment", format->scalar),
                     "an assessment says \"format\": \"rung-assessment/1\"");
  }
}

Assessment read_assessment(Reading& reading, const Node& root, std::optional<Ladder> known) {
  MapReader map(reading, root, "the assessment", "",
                {"format", "id", "ladder", "rater", "label", "started_at", "finished_at", "answers"});
  Assessment assessment;
  assessment.id = map.required_text("id");
  if (!assessment.id.empty() && !is_id(assessment.id)) {
    reading.complain(*map.optional("id"), fmt::format("`{}` is no id", assessment.id),
                     "an id is up to 64 lower-case letters, digits and dashes, and starts with a letter or a digit");
  }
  if (const Node* rater = map.required("rater")) assessment.rater = read_rater(reading, *rater);
  assessment.label = map.text("label");
  const auto started = map.required("started_at") ? read_timestamp(reading, map, "started_at") : std::nullopt;
  if (started) assessment.started_at = *started;
  assessment.finished_at = read_timestamp(reading, map, "finished_at");

  const Node* ladder = map.required("ladder");
  const auto* answers = map.required("answers") != nullptr ? map.list("answers") : nullptr;
  if (ladder == nullptr) return assessment;
  const std::size_t mistakes = reading.diagnostics.size();
  assessment.ladder = known ? *std::move(known) : read_ladder(reading, *ladder, "/ladder");
  // Answers cannot be judged against a ladder that is itself mistaken.
  if (answers == nullptr || reading.diagnostics.size() > mistakes) return assessment;
  AnswerList list(reading, assessment.ladder);
  for (std::size_t index = 0; index < answers->size(); ++index) list.read((*answers)[index], index);
  assessment.answers = list.take();
  return assessment;
}

}  // namespace rung
