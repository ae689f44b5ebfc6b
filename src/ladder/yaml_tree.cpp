#include "yaml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <rung/text/utf8.hpp>

#include "yaml_scalar.hpp"

namespace rung {

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark&) {
  root = Node{};
  open_.clear();
}

void YamlTreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  check_properties(mark, {}, anchor);
  count_node(mark);
  add(make_node(mark, Node::Kind::null));
}

void YamlTreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  complain(mark, 1, "an alias (`*name`) is not allowed", "write the value out");
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
  }
  const ScalarExtent extent = measure_scalar(source_.text(), offset_of(mark), value);
  if (!extent.closed) complain(mark, 1, "the text in quotes that begins here never ends", "add the missing quote");
  Node node = make_node(mark, Node::Kind::scalar);
  // The parser calls every scalar that is not plain `!`: quoted ones and blocks.
  node.spelling = extent.quoted || tag == "!" ? Node::Spelling::quoted : Node::Spelling::plain;
  const std::string_view token = source_.text().substr(std::min(offset_of(mark), source_.text().size()), extent.bytes);
  node.length = std::max(1, count_characters(token.substr(0, token.find('\n'))));
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
  if (diagnostics.size() >= max_diagnostics) return;
  diagnostics.push_back(
      source_.diagnose(source_.position_of(offset_of(mark)), length, std::move(message), std::move(hint)));
}

void YamlTreeBuilder::check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor)
    complain(mark, 1, "an anchor (`&name`) is not allowed", "write the value out where it is needed");
  const bool explicit_tag = !tag.empty() && tag != "?" && tag != "!";
  if (explicit_tag) complain(mark, 1, fmt::format("a tag (`{}`) is not allowed", tag), "remove it");
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
  add(std::move(node));
}

void YamlTreeBuilder::add(Node node) {
  if (open_.empty()) {
    root = std::move(node);
    return;
  }
  Level& level = open_.back();
  if (level.node.kind == Node::Kind::sequence) {
    level.node.items.push_back(std::move(node));
  } else if (level.key) {
    level.node.entries.push_back({*std::exchange(level.key, std::nullopt), std::move(node)});
  } else {
    add_key(level, std::move(node));
  }
}

void YamlTreeBuilder::add_key(Level& level, Node key) {
  if (diagnostics.size() < max_diagnostics) {
    if (key.kind != Node::Kind::scalar) {
      diagnostics.push_back(source_.diagnose(key.at, 1, "a key must be plain text", "write `key: value`"));
    } else if (!level.keys.insert(key.scalar).second) {
      const auto first = std::find_if(level.node.entries.begin(), level.node.entries.end(),
                                      [&key](const Node::Entry& entry) { return entry.key.scalar == key.scalar; });
      Diagnostic diagnostic = source_.diagnose(
          key.at, key.length, fmt::format("the key `{}` is there twice", key.scalar), "keep one of the two");
      diagnostic.related = first->key.at;
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  level.key = std::move(key);
}

Node YamlTreeBuilder::make_node(const YAML::Mark& mark, Node::Kind kind) const {
  Node node;
  node.kind = kind;
  node.at = source_.position_of(offset_of(mark));
  return node;
}

}  // namespace rung
