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

/// What the YAML library refused at byte `offset` with the words `complaint`, as a person would say it. `last_quoted`
/// is the quoted scalar read last: when it runs over several lines and the trouble starts right after it, a quote is
/// missing.
Diagnostic explain_yaml_error(const Source& source, std::string_view complaint, std::size_t offset,
                              const std::optional<QuotedSpan>& last_quoted);

}  // namespace rung
