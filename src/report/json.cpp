#include <fmt/format.h>

#include <rung/report/render.hpp>
#include <rung/text/utf8.hpp>

#include "json_parts.hpp"

namespace rung {
namespace {

// The library escapes what JSON must; what could drive a terminal or reorder a line is escaped here.
std::string escape_unsafe(const std::string& json) {
  std::string out;
  std::string_view rest = json;
  while (!rest.empty()) {
    const auto decoded = decode_utf8(rest);
    const std::size_t bytes = decoded ? decoded->bytes : 1;
    if (decoded && decoded->value != U'\n' && is_unsafe_to_show(decoded->value))
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(decoded->value));
    else
      out += rest.substr(0, bytes);
    rest.remove_prefix(bytes);
  }
  return out;
}

}  // namespace

std::string dump(const Json& json, Spread spread) {
  const int indent = spread == Spread::pretty ? 2 : -1;
  return escape_unsafe(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string write_json(const Report& report) {
  return dump(std::visit([](const auto& kind) { return write_report(kind); }, report), Spread::pretty);
}

}  // namespace rung
