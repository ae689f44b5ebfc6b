#pragma once

#include <string>
#include <string_view>

#include <rung/report/document.hpp>

namespace rung {

std::string write_html_checks(const Checks& checks);
std::string write_html_items(const Items& items);
std::string write_html_strip(const Strip& strip, int heading_level);

/// A table in a box that scrolls by itself, named by `label`, an attribute such as `aria-labelledby="s1"`.
/// `kind_of_plain` is the class of a table whose rows have no parts.
std::string write_html_table(const Table& table, std::string_view label, std::string_view kind_of_plain = {});

}  // namespace rung
