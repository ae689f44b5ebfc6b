#include <rung/assessment/answer_changes.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/json_parse.hpp>
#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/behavior_names.hpp>
#include <rung/ladder/yaml.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/telling.hpp>

#include "read_assessment.hpp"

namespace rung {
namespace {

/// A word, and the text after its colon.
struct WordWithReason {
  std::string word;
  std::string reason;
};

WordWithReason split_reason(std::string_view text) {
  for (const std::string_view word : {"n/a", "not applicable"}) {
    const auto lower = to_lower(text);
    if (lower == word) return {std::string(word), {}};
    if (!lower.starts_with(word)) continue;
    const auto rest = trim(text.substr(word.size()));
    if (rest.starts_with(':')) return {std::string(word), std::string(trim(rest.substr(1)))};
  }
  return {to_lower(text), {}};
}

/// Reads answers files and the values of --set, checked against a ladder. Diagnostics go to the reading.
class AnswerWords {
 public:
  /// `ladder` must outlive it.
  AnswerWords(const Ladder& ladder, BehaviorNumbers numbers) : ladder_(ladder), names_(ladder, numbers) {}

  /// The key of the named behavior; empty after a diagnostic.
  [[nodiscard]] std::string read_key(Reading& reading, const Token& key) const;

  /// The rating for a word. `reason` is given separately, or nullptr.
  [[nodiscard]] std::optional<Rating> read_rating(Reading& reading, const Node& word, const Node* reason) const;

 private:
  [[nodiscard]] std::optional<Rating> find_on_scale(std::string_view word) const;

  const Ladder& ladder_;
  BehaviorNames names_;
};

std::string AnswerWords::read_key(Reading& reading, const Token& key) const {
  NamedBehavior named = names_.resolve(key.scalar);
  if (named.key.empty()) reading.complain(key, named.problem, named.hint);
  return std::move(named.key);
}

std::optional<Rating> AnswerWords::find_on_scale(std::string_view word) const {
  for (const auto& point : ladder_.scale.points)
    if (word == fmt::format("{}", point.value) || word == to_lower(point.label)) return Rated{point.value};
  return std::nullopt;
}

std::optional<Rating> AnswerWords::read_rating(Reading& reading, const Node& word, const Node* reason) const {
  if (word.kind != Node::Kind::scalar || trim(word.scalar).empty()) {
    const bool is_empty = word.kind == Node::Kind::null || word.kind == Node::Kind::scalar;
    reading.complain(word, is_empty ? "the rating is empty" : fmt::format("a rating is a word, not {}", describe(word)),
                     "write `unrated` to take an answer back");
    return std::nullopt;
  }
  auto [text, inline_reason] = split_reason(trim(word.scalar));
  const bool is_not_applicable = text == "n/a" || text == "not applicable";
  if (reason != nullptr && !is_not_applicable) {
    reading.complain(*reason, "only an answer that is n/a has a `reason`", "use `note`");
    return std::nullopt;
  }
  if (is_not_applicable) {
    const auto given = reason != nullptr ? read_text(reading, *reason, "`reason`") : inline_reason;
    if (!given) return std::nullopt;
    if (!is_blank(*given)) return NotApplicable{*given};
    reading.complain(word, "an answer that is n/a needs a reason", "write `n/a: REASON`");
    return std::nullopt;
  }
  if (text == "no opportunity") return NoOpportunity{};
  if (text == "unrated") return Unrated{};
  if (auto rated = find_on_scale(text)) return rated;
  reading.complain(word, fmt::format("`{}` is not on the scale", word.scalar),
                   fmt::format("the scale is {}; or write n/a, no opportunity or unrated", list_points(ladder_.scale)));
  return std::nullopt;
}

/// A piece of a one-line source as a node, without white space around it.
Node piece_of(const Source& source, std::size_t from, std::size_t to) {
  const auto whole = source.text().substr(from, to - from);
  const auto trimmed = trim(whole);
  Node node;
  node.kind = Node::Kind::scalar;
  node.spelling = Node::Spelling::quoted;
  node.scalar = trimmed;
  const auto begin = trimmed.empty() ? from : static_cast<std::size_t>(trimmed.data() - source.text().data());
  node.at = source.position_of(begin);
  node.length = std::max(1, source.position_of(begin + trimmed.size()).column - node.at.column);
  return node;
}

constexpr std::array<std::string_view, 4> change_keys{"rating", "reason", "note", "evidence"};

/// One line as it would be typed.
Evidence read_evidence_line(Reading& reading, const Node& node, Date usual) {
  const auto line = read_text(reading, node, "an item of `evidence`");
  if (!line) return {};
  if (is_blank(*line)) {
    reading.complain(node, "the evidence is empty");
    return {};
  }
  if (const std::string_view day = find_impossible_day(*line); !day.empty())
    reading.complain(node, fmt::format("there is no day `{}`", day), "write it like 2026-03-14");
  return make_evidence(*line, usual);
}

/// One item of an evidence list: a map, or a line.
Evidence read_evidence_item(Reading& reading, const Node& node, const EvidenceDays& days) {
  const Evidence evidence = node.kind == Node::Kind::map ? read_evidence_map(reading, node, "", days.usual)
                                                         : read_evidence_line(reading, node, days.usual);
  if (evidence.on > days.today)
    reading.complain(node, fmt::format("{} is in the future", format_date(evidence.on)),
                     "evidence is something that was done: write the day of it");
  return evidence;
}

/// One piece of evidence or a list of them.
std::vector<Evidence> read_evidence_items(Reading& reading, const Node& node, const EvidenceDays& days) {
  std::vector<Evidence> evidence;
  if (node.kind != Node::Kind::sequence) return {read_evidence_item(reading, node, days)};
  for (const auto& item : node.items) evidence.push_back(read_evidence_item(reading, item, days));
  return evidence;
}

AnswerChange read_change(Reading& reading, const AnswerWords& words, const Node& node, const std::string& key,
                         const EvidenceDays& days) {
  AnswerChange change;
  change.behavior = key;
  if (node.kind != Node::Kind::map) {
    change.rating = words.read_rating(reading, node, nullptr);
    return change;
  }
  MapReader map(reading, node, fmt::format("the answer for `{}`", key), "", change_keys);
  const Node* rating = map.optional("rating");
  const Node* reason = map.optional("reason");
  if (rating != nullptr)
    change.rating = words.read_rating(reading, *rating, reason);
  else if (reason != nullptr)
    reading.complain(*reason, "a `reason` needs a `rating` that is n/a");
  if (map.optional("note") != nullptr) change.note = map.text("note");
  if (const Node* evidence = map.optional("evidence")) change.evidence = read_evidence_items(reading, *evidence, days);
  return change;
}

bool ends_in_json(std::string_view source) { return source.ends_with(".json") || source.ends_with(".JSON"); }

/// Whether the source is JSON, by its name; with any other name, it counts as JSON if it is valid JSON.
Parsed<Node> parse_tree(const Source& source) {
  if (ends_in_json(source.name())) return parse_json(source);
  const auto first = source.text().find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && source.text()[first] == '{') {
    if (auto tree = parse_json(source)) return tree;
  }
  return parse_yaml(source);
}

AnswerChanges read_changes(Reading& reading, const Node& root, const Ladder& ladder, const EvidenceDays& days) {
  AnswerChanges changes;
  if (root.kind != Node::Kind::map) {
    reading.complain(root, fmt::format("answers must be a map from behaviors to ratings, not {}", describe(root)),
                     "write lines like `on-time: 3`");
    return changes;
  }
  const AnswerWords words(ladder, BehaviorNumbers::refused);
  std::map<std::string, Position> seen;
  for (const auto& entry : root.entries) {
    // Each unknown key is compared with all known ones, and only the first few are shown.
    if (reading.diagnostics.size() >= max_diagnostics) break;
    const std::string key = words.read_key(reading, entry.key);
    if (key.empty()) continue;
    const auto [first, is_new] = seen.try_emplace(key, entry.key.at);
    if (!is_new) {
      Diagnostic twice = reading.source().diagnose(
          entry.key.at, entry.key.length, fmt::format("`{}` is answered twice", key),
          fmt::format("the first answer is in line {}; keep one of them", first->second.line));
      twice.related = first->second;
      reading.add(std::move(twice));
    }
    changes.push_back(read_change(reading, words, entry.value, key, days));
  }
  return changes;
}

/// Splits `KEY=VALUE`; `read_value` gets the change with its key, and the value.
template <class ReadValue>
Parsed<AnswerChange> parse_argument(const Source& source, std::string_view form, const Ladder& ladder,
                                    const ReadValue& read_value) {
  if (auto forbidden = check_characters(source); !forbidden.empty()) return {std::nullopt, std::move(forbidden)};
  Reading reading(source, UnknownKeys::refuse);
  AnswerChange change;
  const auto text = source.text();
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) {
    reading.complain(piece_of(source, 0, text.size()), fmt::format("{} needs {}", source.name(), form),
                     "there is no `=` in it");
    return reading.conclude(std::move(change));
  }
  const AnswerWords words(ladder, BehaviorNumbers::accepted);
  change.behavior = words.read_key(reading, piece_of(source, 0, equals));
  read_value(reading, words, change, piece_of(source, equals + 1, text.size()));
  return reading.conclude(std::move(change));
}

void apply_to(Answer& answer, const AnswerChange& change, Timestamp now) {
  const Answer before = answer;
  if (change.rating) answer.rating = *change.rating;
  if (change.note) answer.note = *change.note;
  for (const auto& evidence : change.evidence)
    if (std::find(answer.evidence.begin(), answer.evidence.end(), evidence) == answer.evidence.end())
      answer.evidence.push_back(evidence);
  const bool is_fresh = change.rating && before.from;
  if (answer == before && !is_fresh) return;
  answer.answered_at = now;
  answer.origin = Origin::given;
  answer.from.reset();
}

}  // namespace

Parsed<AnswerChanges> parse_answers(std::string_view text, std::string_view source_name, const Ladder& ladder,
                                    const EvidenceDays& days) {
  const Source source(source_name, text);
  auto tree = parse_tree(source);
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  Reading reading(source, UnknownKeys::refuse);
  return reading.conclude(read_changes(reading, *tree.value, ladder, days));
}

Parsed<AnswerChange> parse_set(std::string_view argument, const Ladder& ladder) {
  const Source source("--set", argument);
  return parse_argument(source, "KEY=VALUE", ladder,
                        [](Reading& reading, const AnswerWords& words, AnswerChange& change, const Node& value) {
                          change.rating = words.read_rating(reading, value, nullptr);
                          const auto* excused = change.rating ? std::get_if<NotApplicable>(&*change.rating) : nullptr;
                          if (excused != nullptr && !is_telling(excused->reason))
                            reading.complain(value, "the reason is too short", "say why, in two words or more");
                        });
}

Parsed<AnswerChange> parse_evidence(std::string_view argument, const Ladder& ladder, const EvidenceDays& days) {
  const Source source("--evidence", argument);
  return parse_argument(source, "KEY=TEXT", ladder,
                        [&days](Reading& reading, const AnswerWords& /*words*/, AnswerChange& change,
                                const Node& value) { change.evidence = {read_evidence_item(reading, value, days)}; });
}

Parsed<AnswerChange> parse_note(std::string_view argument, const Ladder& ladder) {
  const Source source("--note", argument);
  return parse_argument(source, "KEY=TEXT", ladder,
                        [](Reading& /*reading*/, const AnswerWords& /*words*/, AnswerChange& change,
                           const Node& value) { change.note = value.scalar; });
}

void apply(Assessment& assessment, const AnswerChanges& changes, Timestamp now) {
  for (const auto& change : changes) {
    Answer* answer = find_answer(assessment, change.behavior);
    assert(answer != nullptr);
    apply_to(*answer, change, now);
  }
}

}  // namespace rung
