#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/text/utf8.hpp>

namespace fuzz {

/// Ends the run as a crash does when something that must hold does not.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "\nexpected: %s\n", what);
  std::abort();
}

/// Whether nothing in `text` can drive a terminal or reorder a line; line feeds are.
inline bool is_inert(std::string_view text) {
  while (true) {
    text.remove_prefix(rung::count_plain_ascii(text));
    if (text.empty()) return true;
    const auto decoded = rung::decode_utf8(text);
    if (!decoded || (decoded->value != U'\n' && rung::is_unsafe_to_show(decoded->value))) return false;
    text.remove_prefix(decoded->bytes);
  }
}

/// Each diagnostic has a message and, unless it is about no place, one in the text.
inline void expect_usable(const rung::Diagnostics& diagnostics) {
  expect(!diagnostics.empty(), "a text that is refused has a diagnostic");
  expect(diagnostics.size() <= rung::max_diagnostics, "there are not too many diagnostics");
  for (const auto& diagnostic : diagnostics) {
    expect(!diagnostic.message.empty(), "a diagnostic has a message");
    expect(diagnostic.length >= 1, "a diagnostic underlines something");
  }
}

}  // namespace fuzz
