#pragma once

#include <string>
#include <string_view>

#include <rung/import/outline.hpp>

namespace rung {

/// The text of a document to import: UTF-8, line feeds as the only line breaks, no byte order mark, no characters that
/// are unsafe to show. Its lines are those of `bytes`. Refused, with what to do: what is too large, empty, or no text.
Parsed<std::string> read_document(std::string_view bytes, std::string_view source, const ImportLimits& limits);

/// What is said of the document as a whole, or of `line` where it is not 0.
Diagnostic diagnose_document(std::string_view source, int line, std::string message, std::string_view hint);

/// What is said of a page that would cost more than `limits` allow; `line` is 0 where no place is to blame.
Diagnostic diagnose_too_large(std::string_view source, int line, std::string_view what);

/// What is said of a document in which nothing was left to read.
Diagnostic diagnose_no_content(std::string_view source);

/// The same where all there is lies too deep.
Diagnostic diagnose_too_deep(std::string_view source, int line);

}  // namespace rung
