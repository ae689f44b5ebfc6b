#include <rung/assessment/assessment_reader.hpp>

#include <algorithm>
#include <utility>

#include <rung/assessment/json_parse.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/pack.hpp>

#include "read_assessment.hpp"
#include "upgrade.hpp"

namespace rung {
namespace {

/// Ladders beyond this cache size are parsed again.
constexpr std::size_t most_ladders = 4;

constexpr std::size_t nowhere = std::string_view::npos;

/// The offset of the value of `ladder` in a text that starts as Rung writes it, otherwise npos: other texts may be
/// valid, but only parsing shows where the ladder is.
std::size_t find_ladder_value(std::string_view json) {
  // A shorter text cannot have too many values, whatever its ladder contains.
  if (json.size() >= static_cast<std::size_t>(JsonLimits{}.nodes)) return nowhere;
  if (!json.starts_with("{\n  \"format\": \"rung-assessment/")) return nowhere;
  // JSON strings contain no literal line feeds, so a key with this indentation belongs to the outermost map.
  constexpr std::string_view key = "\n  \"ladder\": ";
  const std::size_t at = json.find(key);
  return at == nowhere || !json.substr(at + key.size()).starts_with('{') ? nowhere : at + key.size();
}

/// The text of the value of `ladder` from `from` up to the comma before the next key.
std::string_view cut_ladder(const Source& source, const Node& root, std::size_t from) {
  const auto is_ladder = [](const Node::Entry& entry) { return entry.key.scalar == "ladder"; };
  const auto ladder = std::find_if(root.entries.begin(), root.entries.end(), is_ladder);
  if (ladder == root.entries.end() || std::next(ladder) == root.entries.end()) return {};
  const std::string_view before = source.text().substr(0, source.offset_of(std::next(ladder)->key.at));
  const std::size_t comma = before.find_last_of(',');
  if (comma == std::string_view::npos || comma <= from || before[comma - 1] != '}') return {};
  return before.substr(from, comma - from);
}

bool is_in_ladder(const UnknownField& field) { return field.where == "/ladder" || field.where.starts_with("/ladder/"); }

}  // namespace

Parsed<Assessment> AssessmentReader::read(std::string_view json, std::string_view name) {
  const std::size_t at = find_ladder_value(json);
  if (at != nowhere) {
    if (auto known = read_with_known(json, at)) return {*std::move(known), {}};
  }
  const Source source(name, json);
  auto tree = parse_json(source);
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  upgrade(*tree.value);
  Parsed<Assessment> parsed = read_assessment(source, *tree.value, std::nullopt);
  if (!parsed || at == nowhere) return parsed;
  const std::string_view text = cut_ladder(source, *tree.value, at);
  // Unknown fields of a ladder are kept for rewriting. Such files are rare and are read in full.
  const auto& unknown = parsed.value->unknown;
  if (text.empty() || std::any_of(unknown.begin(), unknown.end(), is_in_ladder)) return parsed;
  if (known_.size() == most_ladders) known_.pop_back();
  known_.insert(known_.begin(), {std::string(text), parsed.value->ladder});
  return parsed;
}

/// The built-in or known ladder that `rest` starts with, and the length of its text.
std::optional<AssessmentReader::FoundLadder> AssessmentReader::find_known(std::string_view rest) {
  const auto begins_with = [rest](std::string_view text) {
    return rest.starts_with(text) && rest.substr(text.size()).starts_with(',');
  };
  const auto builtin = builtin_ladders();
  const auto frozen =
      std::find_if(builtin.begin(), builtin.end(), [&](const BuiltinLadder& one) { return begins_with(one.frozen); });
  if (frozen != builtin.end()) return FoundLadder{frozen->frozen.size(), unpack_ladder(frozen->packed)};
  const auto known =
      std::find_if(known_.begin(), known_.end(), [&](const KnownLadder& one) { return begins_with(one.text); });
  if (known == known_.end()) return std::nullopt;
  std::rotate(known_.begin(), known, std::next(known));
  return FoundLadder{known_.front().text.size(), known_.front().ladder};
}

/// Nothing if the ladder is unknown or the text has errors; reading all of it then reports them with their positions.
std::optional<Assessment> AssessmentReader::read_with_known(std::string_view json, std::size_t at) {
  const std::string_view rest = json.substr(at);
  auto found = find_known(rest);
  if (!found) return std::nullopt;
  std::string shortened;
  shortened.reserve(json.size() - found->size + 2);
  shortened.append(json.substr(0, at)).append("{}").append(rest.substr(found->size));
  const Source source("", shortened);
  auto tree = parse_json(source);
  if (!tree) return std::nullopt;
  // The ladder is cut out of the tree, but version 1 needs its id.
  upgrade(*tree.value, found->ladder.id);
  return read_assessment(source, *tree.value, std::move(found->ladder)).value;
}

}  // namespace rung
