#include "answer_words.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/text/ascii.hpp>

#include "fields.hpp"

namespace rung {
namespace {

constexpr std::size_t most_candidates_shown = 5;

bool is_suffix_at_dot(std::string_view key, std::string_view suffix) {
  return key.size() > suffix.size() && key.ends_with(suffix) && key[key.size() - suffix.size() - 1] == '.';
}

/// The keys with all their suffixes: everything that may name a behavior.
std::vector<std::string> list_names(const std::vector<std::string>& keys) {
  std::set<std::string> names(keys.begin(), keys.end());
  for (const auto& key : keys)
    for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
      names.insert(key.substr(dot + 1));
  return {names.begin(), names.end()};
}

std::string list_candidates(const std::vector<std::string>& candidates) {
  std::string text;
  for (std::size_t index = 0; index < std::min(candidates.size(), most_candidates_shown); ++index)
    text += fmt::format("{}`{}`", index == 0 ? "" : ", ", candidates[index]);
  const std::size_t more = candidates.size() - std::min(candidates.size(), most_candidates_shown);
  return more == 0 ? text : text + fmt::format(" and {} more", more);
}

/// A word and what follows its colon.
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

}  // namespace

AnswerWords::AnswerWords(const Ladder& ladder) : ladder_(ladder) {
  for (const auto& placed : list_behaviors(ladder)) keys_.push_back(placed.behavior->key);
}

std::string AnswerWords::read_key(Reading& reading, const Token& key) const {
  if (std::find(keys_.begin(), keys_.end(), key.scalar) != keys_.end()) return key.scalar;
  std::vector<std::string> candidates;
  for (const auto& known : keys_)
    if (is_suffix_at_dot(known, key.scalar)) candidates.push_back(known);
  if (candidates.size() == 1) return candidates.front();
  if (candidates.empty()) {
    complain_about_key(reading, key);
  } else {
    reading.complain(key, fmt::format("`{}` can mean {} behaviors", key.scalar, candidates.size()),
                     "write one of " + list_candidates(candidates));
  }
  return {};
}

void AnswerWords::complain_about_key(Reading& reading, const Token& key) const {
  const std::string meant = did_you_mean(key.scalar, list_names(keys_));
  reading.complain(key, fmt::format("the ladder has no behavior `{}`", key.scalar),
                   meant.empty() ? fmt::format("`rung ladder show {}` lists the behaviors", ladder_.id) : meant);
}

std::optional<Rating> AnswerWords::find_on_scale(std::string_view word) const {
  for (const auto& point : ladder_.scale.points)
    if (word == std::to_string(point.value) || word == to_lower(point.label)) return Rated{point.value};
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

}  // namespace rung
