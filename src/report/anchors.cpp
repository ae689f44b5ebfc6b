#include "anchors.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool may_begin_id(char byte) { return is_digit(byte) || (to_lower(byte) >= 'a' && to_lower(byte) <= 'z'); }

bool may_stand_in_id(char byte) { return may_begin_id(byte) || byte == '.' || byte == '-' || byte == '_'; }

}  // namespace

Anchors::Anchors(const Document& document) { collect(document); }

void Anchors::collect(const Document& document) {
  for (const Element& element : document) {
    if (const auto* heading = std::get_if<Heading>(&element)) add(heading->id);
    if (const auto* items = std::get_if<Items>(&element))
      for (const Item& item : items->items) add(item.id);
    if (const auto* table = std::get_if<Table>(&element))
      for (const Row& row : table->rows) add(row.id);
    if (const auto* fold = std::get_if<Fold>(&element)) {
      add(fold->heading.id);
      collect(fold->content);
    }
  }
}

void Anchors::add(const std::string& id) {
  if (id.empty() || !may_begin_id(id.front()) || !std::all_of(id.begin(), id.end(), may_stand_in_id)) return;
  ids_.insert(id);
}

bool Anchors::leads_somewhere(std::string_view link) const {
  return link.starts_with('#') && ids_.contains(link.substr(1));
}

std::string Anchors::take(const std::string& id) {
  if (!ids_.contains(id) || !taken_.insert(id).second) return {};
  return fmt::format(" id=\"{}\"", id);
}

}  // namespace rung
