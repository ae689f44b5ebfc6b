#include <rung/assessment/answers.hpp>

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/yaml.hpp>

#include "answer_words.hpp"
#include "fields.hpp"

namespace rung {
namespace {

/// One item of an evidence list: a map, or a line as it would be typed.
Evidence read_evidence_item(Reading& reading, const Node& node) {
  if (node.kind == Node::Kind::map) return read_evidence_map(reading, node, "");
  const auto line = read_text(reading, node, "an item of `evidence`");
  if (!line) return {};
  if (is_blank(*line)) reading.complain(node, "the evidence is empty");
  auto evidence = rung::read_evidence(*line);
  return evidence ? std::move(*evidence) : Evidence{*line, {}, {}};
}

/// One piece of evidence or a list of them.
std::vector<Evidence> read_evidence_items(Reading& reading, const Node& node) {
  std::vector<Evidence> evidence;
  if (node.kind != Node::Kind::sequence) return {read_evidence_item(reading, node)};
  for (const auto& item : node.items) evidence.push_back(read_evidence_item(reading, item));
  return evidence;
}

AnswerChange read_change(Reading& reading, const AnswerWords& words, const Node& node, const std::string& key) {
  AnswerChange change;
  change.behavior = key;
  if (node.kind != Node::Kind::map) {
    change.rating = words.read_rating(reading, node, nullptr);
    return change;
  }
  MapReader map(reading, node, fmt::format("the answer for `{}`", key), "", {"rating", "reason", "note", "evidence"});
  const Node* rating = map.optional("rating");
  const Node* reason = map.optional("reason");
  if (rating != nullptr)
    change.rating = words.read_rating(reading, *rating, reason);
  else if (reason != nullptr)
    reading.complain(*reason, "a `reason` needs a `rating` that is n/a");
  if (map.optional("note") != nullptr) change.note = map.text("note");
  if (const Node* evidence = map.optional("evidence")) change.evidence = read_evidence_items(reading, *evidence);
  return change;
}

bool ends_in_json(std::string_view source) { return source.ends_with(".json") || source.ends_with(".JSON"); }

/// JSON by the name of the source; text without a telling name counts as JSON when it is.
Parsed<Node> parse_tree(const Source& source) {
  if (ends_in_json(source.name())) return parse_json(source);
  const auto first = source.text().find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && source.text()[first] == '{') {
    if (auto tree = parse_json(source)) return tree;
  }
  return parse_yaml(source);
}

AnswerChanges read_changes(Reading& reading, const Node& root, const Ladder& ladder) {
  AnswerChanges changes;
  if (root.kind != Node::Kind::map) {
    reading.complain(root, fmt::format("answers must be a map from behaviors to ratings, not {}", describe(root)),
                     "write lines like `on-time: 3`");
    return changes;
  }
  const AnswerWords words(ladder);
  std::map<std::string, Position> seen;
  for (const auto& entry : root.entries) {
    // Each unknown key is compared with all known ones; nobody sees more than the first few.
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
    changes.push_back(read_change(reading, words, entry.value, key));
  }
  return changes;
}

template <class T>
Parsed<T> conclude(Reading& reading, T value) {
  if (reading.ok()) return {std::move(value), {}};
  sort_by_place(reading.diagnostics);
  return {std::nullopt, std::move(reading.diagnostics)};
}

/// Splits `KEY=VALUE`; `read_value` gets the change, whose key is known, and the value.
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
    return conclude(reading, std::move(change));
  }
  const AnswerWords words(ladder);
  change.behavior = words.read_key(reading, piece_of(source, 0, equals));
  read_value(reading, words, change, piece_of(source, equals + 1, text.size()));
  return conclude(reading, std::move(change));
}

void apply_to(Answer& answer, const AnswerChange& change, Timestamp now) {
  const Answer before = answer;
  if (change.rating) answer.rating = *change.rating;
  if (change.note) answer.note = *change.note;
  for (const auto& evidence : change.evidence)
    if (std::find(answer.evidence.begin(), answer.evidence.end(), evidence) == answer.evidence.end())
      answer.evidence.push_back(evidence);
  if (answer != before) answer.answered_at = now;
}

}  // namespace

Parsed<AnswerChanges> parse_answers(std::string_view text, std::string_view source_name, const Ladder& ladder) {
  const Source source(source_name, text);
  auto tree = parse_tree(source);
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  Reading reading(source, UnknownKeys::refuse);
  return conclude(reading, read_changes(reading, *tree.value, ladder));
}

Parsed<AnswerChange> parse_set(std::string_view argument, const Ladder& ladder) {
  const Source source("--set", argument);
  return parse_argument(source, "KEY=VALUE", ladder,
                        [](Reading& reading, const AnswerWords& words, AnswerChange& change, const Node& value) {
                          change.rating = words.read_rating(reading, value, nullptr);
                        });
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
