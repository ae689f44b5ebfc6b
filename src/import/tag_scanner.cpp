#include "tag_scanner.hpp"

#include <algorithm>

#include <rung/text/lower_case.hpp>

namespace rung {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f'; }

}  // namespace

std::optional<HtmlTag> TagScanner::next() {
  for (at_ = html_.find('<', at_); at_ != std::string_view::npos; at_ = html_.find('<', at_ + 1)) {
    if (html_.substr(at_, 4) == "<!--") {
      at_ = end_of_comment();
      continue;
    }
    HtmlTag tag;
    tag.start = at_;
    tag.closes = html_.substr(at_ + 1, 1) == "/";
    const std::size_t name = at_ + (tag.closes ? 2 : 1);
    if (name >= html_.size() || !is_letter(html_[name])) continue;
    const std::size_t name_end = std::min(html_.find_first_of(" \t\n\f/>", name), html_.size());
    tag.name = to_lower(html_.substr(name, name_end - name));
    at_ = name_end;
    while (read_attribute()) ++tag.attributes;
    at_ = tag.end = std::min(at_ + 1, html_.size());
    return tag;
  }
  return std::nullopt;
}

std::string_view TagScanner::skip_raw_text(const HtmlTag& tag) {
  at_ = html_.find("</", tag.end);
  while (at_ != std::string_view::npos && to_lower(html_.substr(at_ + 2, tag.name.size())) != tag.name)
    at_ = html_.find("</", at_ + 2);
  at_ = std::min(at_, html_.size());
  return html_.substr(tag.end, at_ - tag.end);
}

std::size_t TagScanner::end_of_comment() const {
  for (std::size_t at = html_.find("--", at_); at != std::string_view::npos; at = html_.find("--", at + 1)) {
    if (html_.substr(at + 2, 1) == ">" || html_.substr(at + 2, 2) == "!>") return at;
  }
  return html_.size() - 1;
}

template <class IsEnd>
void TagScanner::go_to(const IsEnd& is_end) {
  while (at_ < html_.size() && !is_end(html_[at_])) ++at_;
}

void TagScanner::pass_white() {
  go_to([](char c) { return !is_white(c); });
}

bool TagScanner::read_attribute() {
  go_to([](char c) { return !is_white(c) && c != '/'; });
  if (at_ == html_.size() || is_at('>')) return false;
  ++at_;  // A name may begin with any character, an equals sign too.
  go_to([](char c) { return is_white(c) || c == '/' || c == '>' || c == '='; });
  pass_white();
  if (!is_at('=')) return true;
  ++at_;
  pass_white();
  if (!is_at('"') && !is_at('\'')) {
    go_to([](char c) { return is_white(c) || c == '>'; });
    return true;
  }
  const char quote = html_[at_++];
  go_to([quote](char c) { return c == quote; });
  if (at_ < html_.size()) ++at_;
  return true;
}

int count_tags(std::string_view text) {
  int count = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 < text.size() && is_letter(text[at + 1])) ++count;
  }
  return count;
}

}  // namespace rung
