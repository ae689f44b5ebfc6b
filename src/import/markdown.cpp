#include "markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "document.hpp"
#include "html.hpp"

namespace rung {
namespace {

constexpr int cmark_options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE;

template <auto free>
struct Free {
  template <class T>
  void operator()(T* resource) const {
    free(resource);
  }
};
using Parser = std::unique_ptr<cmark_parser, Free<cmark_parser_free>>;
using MarkdownNode = std::unique_ptr<cmark_node, Free<cmark_node_free>>;
using Iterator = std::unique_ptr<cmark_iter, Free<cmark_iter_free>>;
using Text = std::unique_ptr<char, Free<std::free>>;

Parser make_parser() {
  cmark_gfm_core_extensions_ensure_registered();
  Parser parser(cmark_parser_new(cmark_options));
  // Without "autolink", which takes 1 GiB of memory for 1 MiB of bare addresses and is not needed here.
  for (const char* name : {"table", "strikethrough"})
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
      cmark_parser_attach_syntax_extension(parser.get(), extension);
  return parser;
}

/// Rendered elements have source positions; raw HTML has none.
void mark_raw_html(cmark_node& document) {
  const Iterator iterator(cmark_iter_new(&document));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) continue;
    const std::string marked =
        fmt::format("{}{} -->{}", line_mark, cmark_node_get_start_line(node), cmark_node_get_literal(node));
    cmark_node_set_literal(node, marked.c_str());
  }
}

/// Blanks the front matter at the top of a page, such as Jekyll's, so that later lines keep their numbers. False if
/// there is none.
bool blank_front_matter(std::string& markdown) {
  if (!markdown.starts_with("---\n")) return false;
  for (std::size_t at = 4, end = 0; at < markdown.size(); at = end + 1) {
    end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = std::string_view(markdown).substr(at, end - at);
    if (line == "---" || line == "...") {
      std::replace_if(
          markdown.begin(), markdown.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
      return true;
    }
    const bool is_setting = line.find(':') != std::string_view::npos || line.empty() || line.front() == ' ' ||
                            line.front() == '-' || line.front() == '#';
    if (!is_setting) return false;
  }
  return false;
}

std::string render_html(std::string_view markdown) {
  const Parser parser = make_parser();
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const MarkdownNode document(cmark_parser_finish(parser.get()));
  mark_raw_html(*document);
  const Text html(cmark_render_html(document.get(), cmark_options, cmark_parser_get_syntax_extensions(parser.get())));
  return html.get();
}

}  // namespace

Parsed<Outline> outline_markdown(std::string_view text, std::string_view source, const ImportLimits& limits) {
  Parsed<std::string> document = read_document(text, source, limits);
  if (!document) return {std::nullopt, document.diagnostics};
  const bool has_settings = blank_front_matter(*document.value);
  Parsed<Outline> outline = outline_tree(render_html(*document.value), source, HtmlOrigin::markdown, limits);
  if (outline && has_settings) outline.value->left.insert(outline.value->left.begin(), {1, 0, {}, "front matter"});
  return outline;
}

}  // namespace rung
