#include "read_assessment.hpp"

#include "upgrade.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/fields.hpp>
#include <rung/assessment/json.hpp>
#include <rung/assessment/plain_fields.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::string_view format_hint = "an assessment says \"format\": \"rung-assessment/2\"";

/// The state by name; its value or reason is read later.
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

/// Reads the records of an assessment by their lists of fields, so a field may depend on earlier fields of its list.
/// read_assessment reads the ladder and the answers.
class FieldReader : private PlainFieldReader {
 public:
  /// `scale` is the scale of the answers; nullptr for answers whose behavior is in no ladder.
  FieldReader(Reading& reading, const Scale* scale) : PlainFieldReader(reading), scale_(scale) {}

  template <class Record>
  void read_fields(MapReader& map, Record& record) {
    visit_fields<Record>([&](const auto& field) { read(map, field, record.*field.member, field.kind); });
  }

 private:
  using PlainFieldReader::read;

  void read(MapReader& map, const FieldFacts& field, std::string& sitting, SittingField /*kind*/) {
    sitting = field.requirement == Requirement::required ? map.required_text(field.name) : map.text(field.name);
    if (sitting.empty() || is_id(sitting)) return;
    reading_.complain(*map.optional(field.name), fmt::format("`{}` cannot be a `{}`", sitting, field.name),
                      "it is up to 64 lower-case letters, digits and dashes");
  }

  void read(MapReader& map, const FieldFacts& field, std::optional<std::vector<std::string>>& keys,
            AskedField /*kind*/) {
    if (map.list(field.name) != nullptr) keys = map.texts(field.name);
  }

  void read(MapReader& map, const FieldFacts& field, std::vector<int>& values, ValuesField /*kind*/) {
    const auto* items = map.list(field.name);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
      if (const auto value = read_integer(reading_, (*items)[i], fmt::format("an item of `{}`", field.name), 1, 9))
        values.push_back(*value);
  }

  void read(MapReader& map, const FieldFacts& field, RaterRole& role, RoleField /*kind*/) {
    const Node* node = map.required(field.name);
    const auto text = node == nullptr ? std::nullopt : read_text(reading_, *node, fmt::format("`{}`", field.name));
    if (!text) return;
    if (const auto known = parse_rater_role(*text)) {
      role = *known;
      return;
    }
    const std::array<std::string, 4> roles{"self", "manager", "peer", "report"};
    const std::string meant = did_you_mean(*text, roles);
    reading_.complain(*node, fmt::format("`{}` is no role of a rater", *text),
                      meant.empty() ? "use self, manager, peer or report" : meant);
  }

  void read(MapReader& map, const FieldFacts& field, Origin& origin, OriginField /*kind*/) {
    const Node* node = map.required(field.name);
    const auto text = node == nullptr ? std::nullopt : read_text(reading_, *node, fmt::format("`{}`", field.name));
    if (!text) return;
    if (const auto known = parse_origin(*text))
      origin = *known;
    else
      reading_.complain(*node, fmt::format("`{}` is not the origin of an answer", *text),
                        "use asked, given, accepted or carried");
  }

  template <class Record>
  void read(MapReader& map, const FieldFacts& field, Record& record, RecordField /*kind*/) {
    const Node* node = map.required(field.name);
    if (node == nullptr) return;
    MapReader inner(reading_, *node, fmt::format("`{}`", field.name), fmt::format("{}/{}", map.where(), field.name),
                    field_names<Record>);
    if (inner.is_map()) read_fields(inner, record);
  }

  template <class Record>
  void read(MapReader& map, const FieldFacts& field, std::optional<Record>& record, RecordField kind) {
    if (map.optional(field.name) != nullptr) read(map, field, record.emplace(), kind);
  }

  void read(MapReader& map, const FieldFacts& field, std::vector<SetAside>& set_aside, RecordsField /*kind*/) {
    const auto* items = map.list(field.name);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
      MapReader inner(reading_, (*items)[i], fmt::format("an item of `{}`", field.name),
                      fmt::format("{}/{}/{}", map.where(), field.name, i), field_names<SetAside>);
      if (inner.is_map()) read_fields(inner, set_aside.emplace_back());
    }
  }

  void read(MapReader& map, const FieldFacts& field, std::vector<Evidence>& evidence, RecordsField /*kind*/) {
    const auto* items = map.list(field.name);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
      evidence.push_back(read_evidence_map(reading_, (*items)[i], fmt::format("{}/{}/{}", map.where(), field.name, i)));
  }

  // State, value, and reason must agree. Without a state, the others cannot be checked.

  void read(MapReader& map, const FieldFacts& field, Rating& rating, StateField /*kind*/) {
    state_ = map.required(field.name);
    const auto state = state_ == nullptr ? std::nullopt : read_state(reading_, *state_);
    if (state)
      rating = *state;
    else
      state_ = nullptr;
  }

  void read(MapReader& map, const FieldFacts& field, Rating& rating, RatedValueField /*kind*/) {
    if (state_ == nullptr) return;
    const Node* value = map.optional(field.name);
    auto* rated = std::get_if<Rated>(&rating);
    if (rated == nullptr) {
      if (value != nullptr)
        reading_.complain(*value,
                          fmt::format("an answer with the state `{}` has no `{}`", state_of(rating), field.name),
                          "write null, or the state `rated`");
      return;
    }
    if (value == nullptr) {
      reading_.complain(map.node(), fmt::format("a rated answer needs a `{}`", field.name),
                        scale_ == nullptr ? std::string() : fmt::format("the scale is {}", list_points(*scale_)));
      return;
    }
    const auto number =
        read_integer(reading_, *value, fmt::format("`{}`", field.name), scale_ == nullptr ? 1 : scale_->lowest(),
                     scale_ == nullptr ? 9 : scale_->highest());
    rated->value = number.value_or(0);
    if (number && scale_ != nullptr && scale_->find(*number) == nullptr)
      reading_.complain(*value, fmt::format("{} is not on the scale", *number),
                        fmt::format("the scale is {}", list_points(*scale_)));
  }

  void read(MapReader& map, const FieldFacts& field, Rating& rating, ReasonField /*kind*/) {
    if (state_ == nullptr) return;
    std::string reason = map.text(field.name);
    if (auto* not_applicable = std::get_if<NotApplicable>(&rating)) {
      if (is_blank(reason))
        reading_.complain(*state_, fmt::format("an answer that is not applicable needs a `{}`", field.name));
      not_applicable->reason = std::move(reason);
    } else if (!reason.empty()) {
      reading_.complain(*map.optional(field.name),
                        fmt::format("an answer with the state `{}` has no `{}`", state_of(rating), field.name),
                        "only an answer that is not applicable has one; use `note`");
    }
  }

  void read(MapReader& /*map*/, const FieldFacts& /*field*/, Ladder& /*ladder*/, FrozenLadderField /*kind*/) {}
  void read(MapReader& /*map*/, const FieldFacts& /*field*/, std::vector<Answer>& /*answers*/, RecordsField /*kind*/) {}
  void read(MapReader& /*map*/, const FieldFacts& /*field*/, std::vector<UnknownField>& /*unknown*/,
            DerivedField /*kind*/) {}

  const Scale* scale_;
  const Node* state_ = nullptr;  ///< of the answer that is being read
};

/// The answer read for a behavior, and the position where it was first named.
struct ReadAnswer {
  Answer answer;
  Position at;
};

/// Matches answers to the ladder by key, so their order in the file does not matter.
class AnswerList {
 public:
  AnswerList(Reading& reading, const Ladder& ladder) : reading_(reading), ladder_(ladder) {
    for (const auto& placed : list_behaviors(ladder)) keys_.push_back(placed.behavior->key);
    known_.insert(keys_.begin(), keys_.end());
  }

  void read(const Node& node, std::size_t index) {
    const Node* key = node.find(name_of(&Answer::behavior));
    // Unknown fields are found by behavior, because a rewrite may change the order of the answers.
    const std::string step = key != nullptr ? key->scalar : fmt::format("{}", index);
    MapReader map(reading_, node, key != nullptr ? fmt::format("the answer for `{}`", step) : "an answer",
                  fmt::format("/{}/{}", name_of(&Assessment::answers), step), field_names<Answer>);
    if (!map.is_map()) return;
    Answer answer;
    FieldReader(reading_, &ladder_.scale).read_fields(map, answer);
    if (!answer.behavior.empty()) keep(std::move(answer), *key);
  }

  /// One answer per behavior, in ladder order; missing ones are unrated.
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
      // Finding a suggestion is expensive, and only the first few are shown.
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

void check_format(Reading& reading, const Node& root) {
  if (root.kind != Node::Kind::map) {
    reading.complain(root, fmt::format("an assessment must be a map, not {}", describe(root)));
    return;
  }
  const Node* format = root.find("format");
  if (format == nullptr) {
    reading.complain(root, "`format` is missing: this is no assessment", std::string(format_hint));
    return;
  }
  const int version = read_version(root);
  if (version > newest_assessment_version)
    reading.complain(*format,
                     fmt::format("written by a newer Rung; this one reads up to version {}", newest_assessment_version),
                     "update Rung to read it; the file was left as it is");
  else if (version < 1)
    reading.complain(*format, fmt::format("`{}` is no format of an assessment", format->scalar),
                     std::string(format_hint));
}

Assessment read_map(Reading& reading, const Node& root, std::optional<Ladder> known) {
  MapReader map(reading, root, "the assessment", "", field_names<Assessment>);
  Assessment assessment;
  FieldReader(reading, nullptr).read_fields(map, assessment);
  const Node* ladder = map.required(name_of(&Assessment::ladder));
  const std::string_view answers_key = name_of(&Assessment::answers);
  const auto* answers = map.required(answers_key) != nullptr ? map.list(answers_key) : nullptr;
  if (ladder == nullptr) return assessment;
  const std::size_t errors = reading.diagnostics.size();
  assessment.ladder =
      known ? *std::move(known) : read_ladder(reading, *ladder, fmt::format("/{}", name_of(&Assessment::ladder)));
  // Answers cannot be checked against a ladder with errors.
  if (answers == nullptr || reading.diagnostics.size() > errors) return assessment;
  AnswerList list(reading, assessment.ladder);
  for (std::size_t index = 0; index < answers->size(); ++index) list.read((*answers)[index], index);
  assessment.answers = list.take();
  return assessment;
}

}  // namespace

int read_version(const Node& root) {
  constexpr std::string_view family = "rung-assessment/";
  const Node* node = root.find("format");
  if (node == nullptr || !node->scalar.starts_with(family)) return 0;
  const std::string_view number = std::string_view(node->scalar).substr(family.size());
  int version = 0;
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), version);
  // As in ladders, a version has one spelling, so programs can compare it as text.
  if (end != number.data() + number.size() || number.starts_with('0')) return 0;
  return failure == std::errc::result_out_of_range ? std::numeric_limits<int>::max() : version;
}

Parsed<Assessment> read_assessment(const Source& source, const Node& root, std::optional<Ladder> known) {
  Reading reading(source, UnknownKeys::keep);
  check_format(reading, root);
  if (!reading.ok()) return {std::nullopt, std::move(reading.diagnostics)};
  Assessment assessment = read_map(reading, root, std::move(known));
  assessment.unknown = std::move(reading.unknown);
  return reading.conclude(std::move(assessment));
}

Evidence read_evidence_map(Reading& reading, Node node, const std::string& where, std::optional<Date> today) {
  if (today && node.kind == Node::Kind::map) upgrade_evidence(node, *today);
  MapReader map(reading, node, "an item of `evidence`", where, field_names<Evidence>);
  Evidence evidence;
  if (map.is_map()) FieldReader(reading, nullptr).read_fields(map, evidence);
  return evidence;
}

}  // namespace rung
