#pragma once

#include <string>
#include <string_view>

namespace rung {

/// A commented ladder to start from, valid as it stands. `id` must be one (is_id).
std::string write_starter(std::string_view id);

}  // namespace rung
