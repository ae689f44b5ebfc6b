#include <rung/import/import.hpp>

#include <algorithm>
#include <utility>

#include <rung/text/ascii.hpp>

#include "csv.hpp"
#include "html.hpp"
#include "make_ladders.hpp"
#include "markdown.hpp"
#include "recognize.hpp"

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

Parsed<Import> import_document(std::string_view text, DocumentForm form, std::string_view source,
                               const ImportOptions& options) {
  Parsed<Sheet> sheet;
  if (form == DocumentForm::csv) {
    sheet = read_csv(text, source);
  } else {
    Parsed<Outline> outline = form == DocumentForm::html ? outline_html(text, source) : outline_markdown(text, source);
    if (outline) sheet.value = recognize(*outline.value);
    sheet.diagnostics = std::move(outline.diagnostics);
  }
  if (!sheet) return {std::nullopt, std::move(sheet.diagnostics)};
  return make_ladders(*std::move(sheet.value), source, options);
}

}  // namespace rung
