#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// Where a quoted scalar begins and the byte after its closing quote.
struct QuotedSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A readable message for the error that the YAML library reported as `complaint` at byte `offset`. `last_quoted` is
/// the last quoted scalar: if it spans several lines and the error starts right after it, a quote is missing.
Diagnostic explain_yaml_error(const Source& source, std::string_view complaint, std::size_t offset,
                              const std::optional<QuotedSpan>& last_quoted);

}  // namespace rung
