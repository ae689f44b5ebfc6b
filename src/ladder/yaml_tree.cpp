#include "yaml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "yaml_scalar.hpp"

namespace rung {

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark&) {
  root = Node{};
  open_.clear();
}

void YamlTreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  check_properties(mark, {}, anchor);
  count_node(mark);
  add(make_missing(mark));
}

void YamlTreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  complain(mark, 1, "an alias (`*name`) is not allowed", "write the value out; text that begins with `*` needs quotes");
  count_node(mark);
  add(make_node(mark, Node::Kind::null));
}

void YamlTreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                               const std::string& value) {
  check_properties(mark, tag, anchor);
  count_node(mark);
  if (value.size() > limits_.scalar_bytes) {
    complain(mark, 1, fmt::format("this text has {} bytes; at most {} are allowed", value.size(), limits_.scalar_bytes),
             "shorten it");
    throw YamlLimitPassed{};
  }
  const ScalarExtent extent = measure_scalar(source_.text(), offset_of(mark), value);
  if (!extent.closed) {
    complain(mark, 1, "the text in quotes that begins here never ends", "add the missing quote");
    throw YamlLimitPassed{};
  }
  if (extent.quoted) last_quoted_ = QuotedSpan{offset_of(mark), offset_of(mark) + extent.bytes};
  Node node = make_node(mark, Node::Kind::scalar);
  // The parser calls every scalar that is not plain `!`: quoted ones and blocks.
  node.spelling = extent.quoted || tag == "!" ? Node::Spelling::quoted : Node::Spelling::plain;
  const std::string_view written = source_.text().substr(offset_of(mark), extent.bytes);
  const std::size_t end = offset_of(mark) + std::min(written.find('\n'), written.size());
  node.length = std::max(1, source_.position_of(end).column - node.at.column);
  const std::string forbidden = find_forbidden_character(value);
  if (!forbidden.empty()) {
    complain(mark, node.length, fmt::format("this text contains the character {}, which is not allowed", forbidden),
             "remove the escape that stands for it");
  }
  node.scalar = value;
  add(std::move(node));
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value) {
  check_properties(mark, tag, anchor);
  open(mark, Node::Kind::sequence);
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value) {
  check_properties(mark, tag, anchor);
  open(mark, Node::Kind::map);
}

void YamlTreeBuilder::complain(const YAML::Mark& mark, int length, std::string message, std::string hint) {
  complain(source_.diagnose(source_.position_of(offset_of(mark)), length, std::move(message), std::move(hint)));
}

void YamlTreeBuilder::complain(Diagnostic diagnostic) {
  if (diagnostics.size() < max_diagnostics) diagnostics.push_back(std::move(diagnostic));
}

void YamlTreeBuilder::check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor)
    complain(mark, 1, "an anchor (`&name`) is not allowed", "remove it; text that begins with `&` needs quotes");
  // `!` alone is also what the parser calls a quoted scalar; only the text tells them apart.
  const bool is_named = !tag.empty() && tag != "?" && tag != "!";
  const bool is_bare = tag == "!" && source_.text().substr(offset_of(mark), 1) == "!";
  if (is_named || is_bare)
    complain(mark, 1, "a tag (`!name`) is not allowed", "remove it; text that begins with `!` needs quotes");
}

void YamlTreeBuilder::count_node(const YAML::Mark& mark) {
  if (++nodes_ <= limits_.nodes) return;
  complain(mark, 1, fmt::format("more than {} keys and values", limits_.nodes), "a ladder is smaller than that");
  throw YamlLimitPassed{};
}

void YamlTreeBuilder::open(const YAML::Mark& mark, Node::Kind kind) {
  count_node(mark);
  if (static_cast<int>(open_.size()) >= limits_.depth) {
    complain(mark, 1, fmt::format("nested deeper than {} levels", limits_.depth), {});
    throw YamlLimitPassed{};
  }
  Level level;
  level.node = make_node(mark, kind);
  open_.push_back(std::move(level));
}

void YamlTreeBuilder::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  // A map without braces starts where its first key does; underlining that key shows which map is meant.
  if (node.kind == Node::Kind::map && !node.entries.empty() && node.entries.front().key.at == node.at)
    node.length = node.entries.front().key.length;
  add(std::move(node));
}

void YamlTreeBuilder::add(Node node) {
  if (open_.empty()) {
    root = std::move(node);
    return;
  }
  Level& level = open_.back();
  if (level.node.kind == Node::Kind::sequence)
    level.node.items.push_back(std::move(node));
  else if (level.key)
    level.node.entries.push_back({*std::exchange(level.key, std::nullopt), std::move(node)});
  else
    add_key(level, std::move(node));
}

void YamlTreeBuilder::add_key(Level& level, Node key) {
  if (diagnostics.size() < max_diagnostics) {
    if (key.kind != Node::Kind::scalar) {
      const bool is_missing = key.kind == Node::Kind::null;
      diagnostics.push_back(is_missing
                                ? source_.diagnose(key.at, 1, "a key is missing before this `:`", "write `key: value`")
                                : source_.diagnose(key.at, 1, fmt::format("a key must be text, not {}", describe(key)),
                                                   "text that begins with `[` or `{` needs quotes"));
    } else if (!level.keys.insert(key.scalar).second) {
      const auto first = std::find_if(level.node.entries.begin(), level.node.entries.end(),
                                      [&key](const Node::Entry& entry) { return entry.key.scalar == key.scalar; });
      Diagnostic diagnostic = source_.diagnose(
          key.at, key.length, fmt::format("the key `{}` is there twice", key.scalar), "keep one of the two");
      diagnostic.related = first->key.at;
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  level.key = static_cast<Token&&>(key);
}

Node YamlTreeBuilder::make_node(const YAML::Mark& mark, Node::Kind kind) const {
  Node node;
  node.kind = kind;
  node.at = source_.position_of(offset_of(mark));
  return node;
}

// The parser puts a missing value where the next token stands, which may be many lines below.
Node YamlTreeBuilder::make_missing(const YAML::Mark& mark) const {
  Node node = make_node(mark, Node::Kind::null);
  if (open_.empty()) return node;
  const Level& level = open_.back();
  if (level.key) {
    node.at = level.key->at;
    node.length = level.key->length;
  } else if (level.node.kind == Node::Kind::sequence && offset_of(mark) > 0) {
    const std::size_t before = source_.text().find_last_not_of(" \t\r\n", offset_of(mark) - 1);
    if (before != std::string_view::npos && source_.text()[before] == '-') node.at = source_.position_of(before);
  }
  return node;
}

}  // namespace rung
