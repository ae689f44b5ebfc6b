#include <rung/diagnostic/node.hpp>

#include <string_view>

#include <fmt/format.h>

namespace rung {

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key.scalar == key) return &entry.value;
  return nullptr;
}

bool operator==(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.spelling != b.spelling || a.scalar != b.scalar || a.items != b.items) return false;
  if (a.entries.size() != b.entries.size()) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    if (a.entries[i].key != b.entries[i].key || a.entries[i].value != b.entries[i].value) return false;
  return true;
}

std::string describe(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null: return "nothing";
    case Node::Kind::sequence: return "a list";
    case Node::Kind::map: return "a map";
    case Node::Kind::scalar: break;
  }
  switch (node.spelling) {
    case Node::Spelling::plain: return fmt::format("`{}`", node.scalar);
    case Node::Spelling::quoted: return fmt::format("the text \"{}\"", node.scalar);
    case Node::Spelling::number: return fmt::format("the number {}", node.scalar);
    case Node::Spelling::boolean: return fmt::format("`{}`", node.scalar);
  }
  return {};
}

}  // namespace rung
