#pragma once

#include <string>
#include <string_view>

namespace rung {

/// A valid, commented ladder to start from. `id` must be an id (is_id).
std::string write_starter(std::string_view id);

}  // namespace rung
