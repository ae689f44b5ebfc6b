#include <rung/diagnostic/node_reader.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <locale>
#include <sstream>
#include <utility>

#include <rung/diagnostic/suggest.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

std::string shown(const Node& node) { return clip(describe(node), 40); }

// Decimal, no plus, no leading zeros: what looks octal or padded was probably not meant.
bool is_plain_decimal(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number_spelling(const Node& node) {
  return node.kind == Node::Kind::scalar &&
         (node.spelling == Node::Spelling::plain || node.spelling == Node::Spelling::number);
}

/// Plain decimals, with an exponent only where a program has written it (JSON).
std::optional<double> parse_number(const Node& node) {
  const bool is_json = node.spelling == Node::Spelling::number;
  if (!is_number_spelling(node) || node.scalar.empty() || node.scalar.front() == '+') return std::nullopt;
  if (node.scalar.find_first_not_of(is_json ? "0123456789.-+eE" : "0123456789.-") != std::string::npos)
    return std::nullopt;
  // std::from_chars for double is not in every standard library yet.
  std::istringstream stream(node.scalar);
  stream.imbue(std::locale::classic());
  double value = 0.0;
  stream >> value;
  if (stream.fail() || stream.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  return value;
}

std::string quotes_hint(const Node& node) {
  const bool quoted = node.kind == Node::Kind::scalar && node.spelling == Node::Spelling::quoted;
  return quoted ? "write the number without quotes" : std::string();
}

}  // namespace

void sort_by_position(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
}

void Reading::complain(const Token& token, std::string message, std::string hint) {
  add(source_.diagnose(token.at, token.length, std::move(message), std::move(hint)));
}

void Reading::add(Diagnostic diagnostic) {
  if (diagnostics.size() < max_diagnostics) diagnostics.push_back(std::move(diagnostic));
}

MapReader::MapReader(Reading& reading, const Node& node, std::string what, std::string where,
                     std::span<const std::string_view> known)
    : reading_(reading), node_(node), what_(std::move(what)), where_(std::move(where)) {
  if (node.kind != Node::Kind::map) {
    reading_.complain(node, fmt::format("{} must be a map of keys and values, not {}", what_, shown(node)));
    return;
  }
  map_ = &node;
  for (const Node::Entry& entry : node.entries) {
    if (std::find(known.begin(), known.end(), entry.key.scalar) != known.end()) continue;
    if (reading_.unknown_keys() == UnknownKeys::keep) {
      reading_.unknown.push_back({where_, entry.key.scalar, entry.value});
      continue;
    }
    const std::vector<std::string> names(known.begin(), known.end());
    const auto meant = suggest(entry.key.scalar, names);
    if (meant) suggested_.push_back(*meant);
    std::string hint =
        meant ? fmt::format("did you mean `{}`?", *meant) : fmt::format("known keys: {}", fmt::join(names, ", "));
    reading_.complain(entry.key, fmt::format("unknown key `{}` in {}", entry.key.scalar, what_), std::move(hint));
  }
}

const Node* MapReader::optional(std::string_view key) const {
  const Node* value = map_ == nullptr ? nullptr : map_->find(key);
  return value == nullptr || value->kind == Node::Kind::null ? nullptr : value;
}

const Node* MapReader::required(std::string_view key) {
  if (map_ == nullptr) return nullptr;
  const auto entry = std::find_if(map_->entries.begin(), map_->entries.end(),
                                  [key](const Node::Entry& e) { return e.key.scalar == key; });
  if (entry == map_->entries.end()) {
    if (std::find(suggested_.begin(), suggested_.end(), key) != suggested_.end()) return nullptr;
    reading_.complain(node_, fmt::format("{} has no `{}`", what_, key), fmt::format("add `{}:`", key));
    return nullptr;
  }
  if (entry->value.kind == Node::Kind::null) {
    reading_.complain(entry->key, fmt::format("`{}` of {} has no value", key, what_));
    return nullptr;
  }
  return &entry->value;
}

std::string MapReader::text(std::string_view key, std::string fallback) {
  const Node* value = optional(key);
  if (value == nullptr) return fallback;
  return read_text(reading_, *value, fmt::format("`{}`", key)).value_or(std::move(fallback));
}

std::string MapReader::required_text(std::string_view key) {
  const Node* value = required(key);
  if (value == nullptr) return {};
  auto text = read_text(reading_, *value, fmt::format("`{}`", key));
  if (text && is_blank(*text)) {
    reading_.complain(*value, fmt::format("`{}` of {} is blank", key, what_));
    return {};
  }
  return std::move(text).value_or(std::string());
}

std::optional<int> MapReader::integer(std::string_view key, int lowest, int highest) {
  const Node* value = optional(key);
  if (value == nullptr) return std::nullopt;
  return read_integer(reading_, *value, fmt::format("`{}`", key), lowest, highest);
}

std::optional<double> MapReader::number(std::string_view key, double lowest, double highest) {
  const Node* value = optional(key);
  if (value == nullptr) return std::nullopt;
  return read_number(reading_, *value, fmt::format("`{}`", key), lowest, highest);
}

std::optional<bool> MapReader::boolean(std::string_view key) {
  const Node* value = optional(key);
  if (value == nullptr) return std::nullopt;
  const std::optional<bool> read = as_boolean(*value);
  if (!read) reading_.complain(*value, fmt::format("`{}` must be true or false, not {}", key, shown(*value)));
  return read;
}

const std::vector<Node>* MapReader::list(std::string_view key) {
  const Node* value = optional(key);
  if (value == nullptr) return nullptr;
  if (value->kind != Node::Kind::sequence) {
    reading_.complain(*value, fmt::format("`{}` must be a list, not {}", key, shown(*value)),
                      "begin each item with `- `");
    return nullptr;
  }
  return &value->items;
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  std::vector<std::string> texts;
  const std::vector<Node>* items = list(key);
  if (items == nullptr) return texts;
  for (const Node& item : *items) {
    auto text = read_text(reading_, item, fmt::format("each item of `{}`", key));
    if (text && is_blank(*text))
      reading_.complain(item, fmt::format("an item of `{}` is blank", key));
    else if (text)
      texts.push_back(std::move(*text));
  }
  return texts;
}

std::optional<std::string> read_text(Reading& reading, const Node& node, std::string_view what) {
  const bool is_text = node.kind == Node::Kind::scalar &&
                       (node.spelling == Node::Spelling::plain || node.spelling == Node::Spelling::quoted);
  if (!is_text) {
    reading.complain(node, fmt::format("{} must be text, not {}", what, shown(node)));
    return std::nullopt;
  }
  const std::string forbidden = find_forbidden_character(node.scalar);
  if (!forbidden.empty()) {
    reading.complain(node, fmt::format("{} contains the character {}, which is not allowed", what, forbidden),
                     "remove it or the escape that stands for it");
    return std::nullopt;
  }
  return node.scalar;
}

std::optional<bool> as_boolean(const Node& node) {
  if (node.kind != Node::Kind::scalar || node.spelling == Node::Spelling::quoted) return std::nullopt;
  const std::string& word = node.scalar;
  if (word == "true" || word == "True" || word == "TRUE") return true;
  if (word == "false" || word == "False" || word == "FALSE") return false;
  return std::nullopt;
}

std::optional<int> read_integer(Reading& reading, const Node& node, std::string_view what, int lowest, int highest) {
  if (is_number_spelling(node) && is_plain_decimal(node.scalar)) {
    int value = 0;
    const char* end = node.scalar.data() + node.scalar.size();
    const auto [stop, error] = std::from_chars(node.scalar.data(), end, value);
    if (error == std::errc() && stop == end && value >= lowest && value <= highest) return value;
  }
  reading.complain(node,
                   fmt::format("{} must be a whole number from {} to {}, not {}", what, lowest, highest, shown(node)),
                   quotes_hint(node));
  return std::nullopt;
}

std::optional<double> read_number(Reading& reading, const Node& node, std::string_view what, double lowest,
                                  double highest) {
  const std::optional<double> value = parse_number(node);
  if (value && *value >= lowest && *value <= highest) return value;
  reading.complain(node, fmt::format("{} must be a number from {} to {}, not {}", what, lowest, highest, shown(node)),
                   quotes_hint(node));
  return std::nullopt;
}

}  // namespace rung
