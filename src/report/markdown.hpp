#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// GitHub Flavored Markdown. Links that is_link accepts become links, and links to ids use the anchors that GitHub
/// gives headings; an id without a heading becomes plain text. The only HTML is for a Fold.
std::string write_markdown(const Document& document);

}  // namespace rung
