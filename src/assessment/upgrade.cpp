#include "upgrade.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/fields.hpp>
#include <rung/diagnostic/node_writer.hpp>
#include <rung/text/ascii.hpp>

#include "read_assessment.hpp"

namespace rung {
namespace {

Node* find_value(Node& map, std::string_view key) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const Node::Entry& entry) { return entry.key.scalar == key; });
  return found == map.entries.end() ? nullptr : &found->value;
}

std::string text_of(const Node& map, std::string_view key) {
  const Node* node = map.find(key);
  return node == nullptr ? std::string() : node->scalar;
}

/// Adds a field that version 1 did not have. An existing field of that name is from a newer Rung and was kept by an old
/// one.
void add_missing(Node& map, std::string_view key, Node value) {
  if (map.find(key) != nullptr) return;
  value.at = map.at;
  add_field(map, key, std::move(value));
  map.entries.back().key.at = map.at;
}

// Version 1 identified an assessment by its start, its rater, and its ladder.
std::string make_sitting(const Node& root, std::string_view ladder_id) {
  const Node* rater = root.find(name_of(&Assessment::rater));
  std::string who = text_of(root, name_of(&Assessment::started_at));
  if (rater != nullptr)
    who += fmt::format("\n{}\n{}", text_of(*rater, name_of(&Rater::name)), text_of(*rater, name_of(&Rater::role)));
  who += fmt::format("\n{}", ladder_id);
  return fmt::format("v1-{:08x}{:08x}", hash(who), hash(fmt::format("{}\n", who)));
}

Node make_subject(const Node* rater) {
  Node subject = json_map();
  if (rater != nullptr && text_of(*rater, name_of(&Rater::role)) == to_string(RaterRole::self))
    add_field(subject, name_of(&Subject::name), json_text(text_of(*rater, name_of(&Rater::name))));
  return subject;
}

void upgrade_answer(Node& answer, Date on) {
  if (answer.kind != Node::Kind::map) return;
  add_missing(answer, name_of(&Answer::origin), json_text(to_string(Origin::asked)));
  if (Node* evidence = find_value(answer, name_of(&Answer::evidence)))
    for (Node& item : evidence->items)
      if (item.kind == Node::Kind::map) upgrade_evidence(item, on);
}

}  // namespace

void upgrade_evidence(Node& evidence, Date on) {
  constexpr std::string_view old_key = "link";
  const auto found = std::find_if(evidence.entries.begin(), evidence.entries.end(),
                                  [&](const Node::Entry& entry) { return entry.key.scalar == old_key; });
  if (found != evidence.entries.end() && evidence.find(name_of(&Evidence::links)) == nullptr) {
    Node links = json_list();
    links.at = found->value.at;
    if (found->value.kind != Node::Kind::scalar || !found->value.scalar.empty()) links.items.push_back(found->value);
    if (found->value.kind == Node::Kind::null) links = json_null();
    found->key.scalar = name_of(&Evidence::links);
    found->value = std::move(links);
  }
  Node* date = find_value(evidence, name_of(&Evidence::on));
  if (date == nullptr)
    add_missing(evidence, name_of(&Evidence::on), json_text(format_date(on)));
  else if (date->kind == Node::Kind::null)
    *date = json_text(format_date(on));
}

void upgrade(Node& root, std::string_view ladder_id) {
  if (root.kind != Node::Kind::map || read_version(root) != 1) return;
  find_value(root, "format")->scalar = record_facts<Assessment>.format;
  const Node* ladder = root.find(name_of(&Assessment::ladder));
  const std::string id =
      ladder_id.empty() && ladder != nullptr ? text_of(*ladder, name_of(&Ladder::id)) : std::string(ladder_id);
  // The date of version 1: when it was finished or, for a draft, started.
  std::string moment = text_of(root, name_of(&Assessment::finished_at));
  if (moment.empty()) moment = text_of(root, name_of(&Assessment::started_at));
  // An invalid time is reported when it is read.
  const Date on =
      parse_date(moment.substr(0, std::string_view("2026-03-14").size())).value_or(Date(std::chrono::sys_days()));
  const std::string sitting = make_sitting(root, id);
  Node subject = make_subject(root.find(name_of(&Assessment::rater)));
  add_missing(root, name_of(&Assessment::sitting), json_text(sitting));
  add_missing(root, name_of(&Assessment::subject), std::move(subject));
  add_missing(root, name_of(&Assessment::on), json_text(format_date(on)));
  if (Node* answers = find_value(root, name_of(&Assessment::answers)))
    for (Node& answer : answers->items) upgrade_answer(answer, on);
}

}  // namespace rung
