#pragma once

#include <gumbo.h>

#include <string>

namespace rung {

/// 1 to 6 for a heading; 0 for anything else.
int heading_depth(GumboTag tag);

bool is_list(GumboTag tag);
/// An item of a list, or a definition.
bool is_item(GumboTag tag);
/// Elements that head what follows them without being headings.
bool is_label(GumboTag tag);
bool is_cell(GumboTag tag);
/// Those that say that what is in them is content.
bool is_section(GumboTag tag);
/// Whether what is in the element stands in lines of its own.
bool stands_alone(GumboTag tag);

/// The depth of the items of a list where the page says it, as word processors do, which export nested lists as flat
/// ones with a class such as `lst-kix_abc-1`; else 0.
int read_exported_depth(const GumboNode& list);

/// A span as the cell has it, from 1 to `most`.
int read_span(const GumboNode& cell, const char* name, int most);

/// The texts directly in the element.
std::string join_texts(const GumboNode& element);

/// A sign that links a heading to itself.
bool is_permalink(const GumboNode& element);

}  // namespace rung
