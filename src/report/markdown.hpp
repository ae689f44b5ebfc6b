#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// GitHub flavored Markdown. Links that is_link accepts become links, and those to ids lead to the anchors that GitHub
/// gives headings; an id without a heading leads nowhere. The only HTML is what folds a Fold.
std::string write_markdown(const Document& document);

}  // namespace rung
