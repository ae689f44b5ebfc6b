#pragma once

#include <optional>
#include <string>

#include <rung/import/outline.hpp>

namespace rung {

/// `html` with the tags that are nested deeper than `limits.depth` overwritten by spaces, so that places stay and their
/// text counts to what is around it: the parser looks through all open tags at each one, and some of them it repeats in
/// every paragraph. Nothing when it would have to make too many elements even so. An estimate from the tags alone,
/// never less than what the parser does; pages that people write come nowhere near it.
std::optional<std::string> limit_nesting(std::string html, const ImportLimits& limits);

}  // namespace rung
