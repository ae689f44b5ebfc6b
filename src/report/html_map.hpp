#pragma once

#include <string>
#include <string_view>

#include <rung/report/document.hpp>

#include "anchors.hpp"

// The elements of a page that are drawn with boxes: what stands where, before and after, and over time.
namespace rung {

/// Radio buttons by which the style sheet hides rows and items and dims squares. At most one on a page.
std::string write_filter();

/// Whether there is anything on the map that a filter could dim.
bool has_squares(const Map& map);

std::string write_html_map(const Map& map, const Anchors& anchors);
std::string write_html_dumbbells(const Dumbbells& dumbbells, std::string_view label);
std::string write_html_matrix(const Matrix& matrix, std::string_view label);

}  // namespace rung
