#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <rung/import/import.hpp>

namespace rung {

/// The text of a document: UTF-8, line feeds as the only line breaks, no byte order mark, no characters that are unsafe
/// to show. It has the same lines as `bytes`. Documents that are too large, empty, or not text give a diagnostic with a
/// hint.
Parsed<std::string> read_document(std::string_view bytes, std::string_view source, const ImportLimits& limits);

/// A diagnostic of the whole document, or of `line` if it is not 0.
Diagnostic diagnose_document(std::string_view source, int line, std::string message, std::string_view hint);

/// No value, with that diagnostic.
template <class T>
Parsed<T> refuse(std::string_view source, int line, std::string message, std::string_view hint) {
  return {std::nullopt, {diagnose_document(source, line, std::move(message), hint)}};
}

}  // namespace rung
