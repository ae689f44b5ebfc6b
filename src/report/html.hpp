#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// A self-contained, printable page without scripts and external resources, in a light and a dark scheme.
std::string write_html(const Document& document);

}  // namespace rung
