#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// GitHub flavored Markdown without HTML. Only links that is_link accepts become links. `radar_file` is the image of
/// the radar as a relative path; empty when there is none.
std::string write_markdown(const Document& document, const std::string& radar_file = {});

}  // namespace rung
