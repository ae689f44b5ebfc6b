#pragma once

#include <span>
#include <string_view>

namespace rung::cli {

/// A page of docs/, compiled into the program.
struct ManualPage {
  std::string_view name;  ///< that of the file, without `.md`
  std::string_view markdown;
};

/// Written by the build.
std::span<const ManualPage> manual_pages();

}  // namespace rung::cli
