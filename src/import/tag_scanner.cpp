#include "tag_scanner.hpp"

#include <algorithm>

#include <rung/text/ascii.hpp>

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
    const std::size_t name = std::min(at_ + (tag.closes ? 2 : 1), html_.size());
    tag.name = read_tag_name(html_.substr(name));
    if (tag.name.empty()) continue;
    at_ = name + tag.name.size();
    while (read_attribute()) ++tag.attributes;
    at_ = tag.end = std::min(at_ + 1, html_.size());
    return tag;
  }
  return std::nullopt;
}

void TagScanner::skip_raw_text(const HtmlTag& tag) {
  at_ = html_.find("</", tag.end);
  while (at_ != std::string_view::npos && to_lower(html_.substr(at_ + 2, tag.name.size())) != tag.name)
    at_ = html_.find("</", at_ + 2);
  at_ = std::min(at_, html_.size());
}

std::size_t TagScanner::end_of_comment() const {
  for (std::size_t at = html_.find("--", at_); at != std::string_view::npos; at = html_.find("--", at + 1))
    if (html_.substr(at + 2, 1) == ">" || html_.substr(at + 2, 2) == "!>") return at;
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

std::string read_tag_name(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return {};
  return to_lower(text.substr(0, text.find_first_of(" \t\n\f/>")));
}

}  // namespace rung
