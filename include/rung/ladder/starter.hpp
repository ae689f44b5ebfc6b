#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The text of a ladder to begin with, with comments that tell what to put where. It is sound as it stands. `id` must
/// be one (is_id).
std::string write_starter(std::string_view id);

}  // namespace rung
