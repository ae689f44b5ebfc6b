#include <algorithm>
#include <string>

#include <rung/import/import.hpp>
#include <rung/text/ascii.hpp>

namespace rung {

DocumentForm guess_form(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return DocumentForm::markdown;
  const std::string line = to_lower(text.substr(first, std::min<std::size_t>(text.find('\n', first) - first, 200)));
  const bool begins_page = line.starts_with("<!doctype") || line.starts_with("<html") || line.starts_with("<head") ||
                           line.starts_with("<body");
  if (begins_page) return DocumentForm::html;
  const bool names_columns = line.find("pillar") != std::string::npos && line.find("behavi") != std::string::npos &&
                             line.find_first_of(",;\t") != std::string::npos && line.front() != '|';
  return names_columns ? DocumentForm::csv : DocumentForm::markdown;
}

}  // namespace rung
