#include "fuzz/made.hpp"

#include <rung/diagnostic/source.hpp>
#include <rung/text/utf8.hpp>

namespace fuzz {
namespace {

/// What of `bytes` a file may hold, in one line without blanks at its ends; never empty.
std::string keep_allowed(const std::string& bytes) {
  std::string kept;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const auto decoded = rung::decode_utf8(rest);
    const std::size_t size = decoded ? decoded->bytes : 1;
    const std::string character(rest.substr(0, size));
    if (decoded && decoded->value >= 0x20 && rung::find_forbidden_character(character).empty()) kept += character;
    rest.remove_prefix(size);
  }
  while (!kept.empty() && kept.front() == ' ') kept.erase(0, 1);
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept.empty() ? "x" : kept;
}

}  // namespace

std::string BytesSource::text() {
  const std::string bytes = bytes_.ConsumeRandomLengthString(60);
  return texts_ == Texts::any ? bytes : keep_allowed(bytes);
}

}  // namespace fuzz
