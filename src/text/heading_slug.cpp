#include <rung/text/heading_slug.hpp>

#include <utf8proc.h>

#include <rung/text/tidy.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

bool stays_in_slug(char32_t code_point) {
  if (code_point == U'-') return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_PC: return true;
    default: return false;
  }
}

}  // namespace

std::string heading_slug(std::string_view text) {
  std::string slug;
  for (const char32_t code_point : decode_all(text))
    if (code_point == U' ')
      slug += '-';
    else if (stays_in_slug(code_point))
      append_utf8(slug, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point))));
  return slug;
}

}  // namespace rung
