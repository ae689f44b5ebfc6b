#include <rung/diagnostic/node_writer.hpp>

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

Node scalar(Node::Spelling spelling, std::string text) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.spelling = spelling;
  node.scalar = std::move(text);
  return node;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view characters = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";
  if (const auto at = characters.find(c); at != std::string_view::npos)
    out.append(1, '\\').append(1, letters[at]);
  else
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    std::size_t size = 1;
    if (byte < 0x20 || byte == '"' || byte == '\\') {
      append_escaped(out, text.front());
    } else if (byte < 0x80) {
      out += text.front();
    } else if (const auto decoded = decode_utf8(text)) {
      size = decoded->bytes;
      out += text.substr(0, size);
    } else {
      out += "\xEF\xBF\xBD";
    }
    text.remove_prefix(size);
  }
  out += '"';
}

/// How far in a value stands; absent: all of it is on one line.
using JsonIndent = std::optional<std::size_t>;

void append_value(std::string& out, const Node& node, JsonIndent indent);

void append_break(std::string& out, JsonIndent indent) {
  if (indent) out.append(1, '\n').append(*indent, ' ');
}

/// The items of a list or a map; on lines of their own, they stand further in than its brackets.
template <class Item, class AppendItem>
void append_items(std::string& out, std::string_view brackets, const std::vector<Item>& items, JsonIndent indent,
                  const AppendItem& append_item) {
  const JsonIndent inner = indent ? JsonIndent(*indent + 2) : indent;
  out += brackets.front();
  for (const Item& item : items) {
    if (&item != &items.front()) out += ',';
    append_break(out, inner);
    append_item(item, inner);
  }
  if (!items.empty()) append_break(out, indent);
  out += brackets.back();
}

void append_value(std::string& out, const Node& node, JsonIndent indent) {
  switch (node.kind) {
    case Node::Kind::null: out += "null"; return;
    case Node::Kind::scalar:
      if (node.spelling == Node::Spelling::number || node.spelling == Node::Spelling::boolean)
        out += node.scalar;
      else
        append_quoted(out, node.scalar);
      return;
    case Node::Kind::sequence:
      append_items(out, "[]", node.items, indent,
                   [&](const Node& item, JsonIndent inner) { append_value(out, item, inner); });
      return;
    case Node::Kind::map:
      append_items(out, "{}", node.entries, indent, [&](const Node::Entry& entry, JsonIndent inner) {
        append_quoted(out, entry.key.scalar);
        out += inner ? ": " : ":";
        append_value(out, entry.value, inner);
      });
      return;
  }
}

}  // namespace

Node json_null() { return {}; }
Node json_text(std::string_view text) { return scalar(Node::Spelling::quoted, std::string(text)); }
Node json_number(int value) { return scalar(Node::Spelling::number, fmt::format("{}", value)); }
Node json_number(double value) { return scalar(Node::Spelling::number, fmt::format("{}", value)); }
Node json_boolean(bool value) { return scalar(Node::Spelling::boolean, value ? "true" : "false"); }

Node json_map() {
  Node node;
  node.kind = Node::Kind::map;
  return node;
}

Node json_list() {
  Node node;
  node.kind = Node::Kind::sequence;
  return node;
}

Node& add_field(Node& map, std::string_view key, Node value) {
  map.entries.push_back({{{}, 1, std::string(key)}, std::move(value)});
  return map;
}

std::string write_json(const Node& node, std::size_t indent) {
  std::string out;
  append_value(out, node, indent);
  return out;
}

std::string write_json_line(const Node& node) {
  std::string out;
  append_value(out, node, std::nullopt);
  return out;
}

}  // namespace rung
