#include <algorithm>
#include <cctype>
#include <string>

#include <rung/import/import.hpp>

namespace rung {

DocumentForm guess_form(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return DocumentForm::markdown;
  std::string line(text.substr(first, std::min<std::size_t>(text.find('\n', first) - first, 200)));
  std::transform(line.begin(), line.end(), line.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool begins_page = line.starts_with("<!doctype") || line.starts_with("<html") || line.starts_with("<head") ||
                           line.starts_with("<body");
  if (begins_page) return DocumentForm::html;
  const bool names_columns = line.find("pillar") != std::string::npos && line.find("behavi") != std::string::npos &&
                             line.find_first_of(",;\t") != std::string::npos && line.front() != '|';
  return names_columns ? DocumentForm::csv : DocumentForm::markdown;
}

}  // namespace rung
