#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// One self-contained page: no script, nothing from elsewhere, light and dark, fit to be printed.
std::string write_html(const Document& document);

}  // namespace rung
