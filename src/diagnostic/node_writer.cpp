#include <rung/diagnostic/node_writer.hpp>

#include <fmt/format.h>

#include <iterator>

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
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  }
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

void append_line(std::string& out, std::size_t indent) { out.append(1, '\n').append(indent, ' '); }

void append_value(std::string& out, const Node& node, std::size_t indent);

void append_map(std::string& out, const Node& node, std::size_t indent) {
  const char* separator = "{";
  for (const auto& entry : node.entries) {
    out += std::exchange(separator, ",");
    append_line(out, indent + 2);
    append_quoted(out, entry.key.scalar);
    out += ": ";
    append_value(out, entry.value, indent + 2);
  }
  append_line(out, indent);
  out += '}';
}

void append_list(std::string& out, const Node& node, std::size_t indent) {
  const char* separator = "[";
  for (const auto& item : node.items) {
    out += std::exchange(separator, ",");
    append_line(out, indent + 2);
    append_value(out, item, indent + 2);
  }
  append_line(out, indent);
  out += ']';
}

void append_value(std::string& out, const Node& node, std::size_t indent) {
  switch (node.kind) {
    case Node::Kind::null:
      out += "null";
      return;
    case Node::Kind::scalar:
      if (node.spelling == Node::Spelling::number || node.spelling == Node::Spelling::boolean)
        out += node.scalar;
      else
        append_quoted(out, node.scalar);
      return;
    case Node::Kind::sequence:
      if (node.items.empty())
        out += "[]";
      else
        append_list(out, node, indent);
      return;
    case Node::Kind::map:
      if (node.entries.empty())
        out += "{}";
      else
        append_map(out, node, indent);
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

}  // namespace rung
