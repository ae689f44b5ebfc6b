#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The form in which a rater's name takes part in file names: ASCII letters in lower case, digits, and one `-` for any
/// run of other characters, none at the ends; `rater` when nothing is left. At most 48 bytes, so that
/// `<date>-<slug>-<n>` is still an id. Different names may share one.
std::string rater_slug(std::string_view name);

}  // namespace rung
