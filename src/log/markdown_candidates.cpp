#include "markdown_candidates.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/item_sign.hpp>

#include "markdown_items.hpp"
#include "markdown_text.hpp"

namespace rung {
namespace {

/// An item, read.
struct ReadItem {
  std::optional<WrittenDay> day;
  std::string text;
  std::vector<std::string> links;
  bool is_done = true;
};

ReadItem read_item(const MarkdownItem& item) {
  std::string_view rest = item.text;
  const std::size_t box = measure_box(rest);
  ReadItem read;
  read.is_done = rest.substr(0, box).find("[ ]") == std::string_view::npos && !rest.starts_with("☐");
  MarkdownText marked = read_markdown_text(rest.substr(box));
  read.links = std::move(marked.links);
  read.text = trim(marked.text);
  if (auto dated = split_written_day(read.text)) {
    read.day = std::move(dated->day);
    read.text = std::string(dated->rest);
  }
  return read;
}

/// `text` without the punctuation that would stand before the mark that joins it to others.
std::string_view drop_end(std::string_view text) {
  while (!text.empty() && std::string_view(".:; ").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// `lines 3, 5-8 are not imported: only list items are`
std::string describe_left_out(const std::vector<int>& lines) {
  std::string ranges;
  for (std::size_t from = 0; from < lines.size();) {
    std::size_t to = from;
    while (to + 1 < lines.size() && lines[to + 1] == lines[to] + 1) ++to;
    ranges += fmt::format("{}{}", ranges.empty() ? "" : ", ", lines[from]);
    if (to > from) ranges += fmt::format("-{}", lines[to]);
    from = to + 1;
  }
  return lines.size() == 1 ? fmt::format("line {} is not imported: only list items are", ranges)
                           : fmt::format("lines {} are not imported: only list items are", ranges);
}

class MarkdownCandidateReader {
 public:
  explicit MarkdownCandidateReader(CandidateCollector& collector) : collector_(collector) {}

  void run() {
    bool has_items = false;
    const MarkdownItems items = read_markdown_items(collector_.source().text());
    for (const MarkdownBlock& block : items.blocks) {
      has_items = has_items || block.level == 0;
      if (block.level > 0)
        open_heading(block);
      else
        add_item(block.item, headings_.empty() ? std::nullopt : headings_.back().day, {});
    }
    if (!has_items)
      collector_.complain({1, 1}, "there are no list items in this file", "begin each thing that you did with `- `");
    else if (!items.left_out.empty())
      collector_.complain({items.left_out.front(), 1}, describe_left_out(items.left_out),
                          "begin each thing that you did with `- `", Severity::warning);
  }

 private:
  struct Heading {
    int level;
    std::optional<WrittenDay> day;  ///< of this or of one above
    int year;                       ///< the same; 0 if none names one
  };

  void open_heading(const MarkdownBlock& block) {
    while (!headings_.empty() && headings_.back().level >= block.level) headings_.pop_back();
    Heading heading{block.level, {}, 0};
    if (!headings_.empty()) heading = {block.level, headings_.back().day, headings_.back().year};
    if (auto day = find_written_day(read_markdown_text(block.item.text).text)) {
      give_year(*day, heading.year);
      heading.year = day->year;
      if (resolve_day(*day, collector_.today()))
        heading.day = std::move(day);
      else
        collector_.complain(block.item.at, fmt::format("there is no day `{}`", day->words), "write it like 2026-03-14");
    }
    headings_.push_back(std::move(heading));
  }

  static void give_year(WrittenDay& day, int year) {
    if (day.year == 0) day.year = year;
  }

  /// `lead` is the text of the items above.
  void add_item(const MarkdownItem& item, const std::optional<WrittenDay>& above, const std::string& lead) {
    ReadItem read = read_item(item);
    if (read.day && !headings_.empty()) give_year(*read.day, headings_.back().year);
    const std::optional<WrittenDay> day = read.day ? read.day : above;
    if (!read.is_done)
      collector_.complain(item.at, "this item is not checked off, so it is skipped", "write [x] when it is done",
                          Severity::warning);
    if (is_only_lead(item, read)) {
      const std::string next = join(lead, read.text);
      for (const MarkdownItem& inner : item.items) add_item(inner, day, next);
    } else if (read.is_done) {
      append_inner(item, read);
      collector_.add({item.at, day, join(lead, read.text), std::move(read.links), {}, {}});
    }
  }

  static std::string join(const std::string& lead, const std::string& text) {
    if (lead.empty() || text.empty()) return lead.empty() ? text : lead;
    return fmt::format("{}: {}", drop_end(lead), text);
  }

  /// Whether the items below are entries of their own.
  static bool is_only_lead(const MarkdownItem& item, const ReadItem& read) {
    if (item.items.empty()) return false;
    return read.text.empty() || !read.is_done ||
           std::any_of(item.items.begin(), item.items.end(), [](const MarkdownItem& inner) {
             const ReadItem inner_read = read_item(inner);
             return inner_read.day.has_value() || is_only_lead(inner, inner_read);
           });
  }

  /// Makes the items below part of the text.
  void append_inner(const MarkdownItem& item, ReadItem& read) {
    std::string inner_text;
    for (const MarkdownItem& inner : item.items) {
      ReadItem inner_read = read_item(inner);
      if (!inner_read.is_done)
        collector_.complain(inner.at, "this item is not checked off, so it is skipped", "write [x] when it is done",
                            Severity::warning);
      if (!inner_read.is_done) continue;
      append_inner(inner, inner_read);
      inner_text.append(inner_text.empty() ? "" : "; ").append(drop_end(inner_read.text));
      read.links.insert(read.links.end(), inner_read.links.begin(), inner_read.links.end());
    }
    if (!inner_text.empty()) read.text = join(read.text, inner_text);
  }

  CandidateCollector& collector_;
  std::vector<Heading> headings_;  ///< from the top down
};

}  // namespace

void read_markdown_candidates(CandidateCollector& collector) { MarkdownCandidateReader(collector).run(); }

}  // namespace rung
