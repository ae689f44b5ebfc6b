#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <rung/report/document.hpp>

namespace rung {

/// Where a text stands: in a cell of a table, a bar ends it even inside of code.
enum class Surroundings { lines, cell };

/// One line without line breaks as Markdown that reads as that text and nothing else: no emphasis, HTML, link, image,
/// list, or heading. Unsafe characters come out visible.
std::string escape_markdown(std::string_view text);

/// The anchors that GitHub gives the headings of a page.
class HeadingAnchors {
 public:
  /// Takes the headings in the order of the page. An `id` that is not empty leads to the first heading that has it.
  void add(const Inline& heading, const std::string& id);

  /// Absent if no heading has the id.
  [[nodiscard]] std::optional<std::string> find(std::string_view id) const;

 private:
  std::map<std::string, int, std::less<>> times_;  ///< how many headings have had a slug
  std::map<std::string, std::string, std::less<>> anchors_;
};

/// Writes text with its tones and links. Links lead to what is_link accepts and to headings of the page; addresses in
/// plain text that is_link accepts are links too.
class MarkdownText {
 public:
  explicit MarkdownText(HeadingAnchors anchors) : anchors_(std::move(anchors)) {}

  /// On one line.
  [[nodiscard]] std::string write(const Inline& text, Surroundings surroundings = Surroundings::lines) const;
  /// On one line, all of it strong.
  [[nodiscard]] std::string write_strong(Inline text) const;
  /// With each line break of the text; lines after the first begin with `indent`.
  [[nodiscard]] std::string write_lines(const Inline& text, std::string_view indent) const;

 private:
  [[nodiscard]] std::string write_run(const Run& run, std::string_view text, Surroundings surroundings) const;

  HeadingAnchors anchors_;
};

}  // namespace rung
