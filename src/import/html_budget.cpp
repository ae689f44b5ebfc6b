#include "html_budget.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include <rung/text/lower_case.hpp>

namespace rung {
namespace {

/// Tags for each block that an outline may have: a generous page of divs and spans.
constexpr int tags_for_a_block = 6;

/// More attributes than this in one tag, each compared with all others, are an attack.
constexpr int max_attributes = 2'000;

/// More open formatting tags than this are tags that somebody forgot to close.
constexpr int max_open_formatting = 24;

/// More tags than this in texts behind a drawing, were they tags, take the parser too long.
constexpr int max_doubtful_tags = 10'000;

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Those that end at the next of their kind, or have nothing in them: leaving them open nests nothing.
bool never_nests(std::string_view name) {
  constexpr std::array<std::string_view, 37> names = {
      "a",  "area",  "base", "body",  "br",     "button", "caption", "col",    "colgroup", "dd",
      "dt", "embed", "form", "head",  "hr",     "html",   "image",   "img",    "input",    "keygen",
      "li", "link",  "meta", "nobr",  "option", "p",      "param",   "select", "source",   "tbody",
      "td", "tfoot", "th",   "thead", "tr",     "track",  "wbr"};
  return is_one_of(name, names);
}

/// Those that the parser opens again in every paragraph until they are closed.
bool is_formatting(std::string_view name) {
  constexpr std::array<std::string_view, 12> names = {"b",     "big",    "code",   "em", "font", "i",
                                                      "small", "strike", "strong", "s",  "tt",   "u"};
  return is_one_of(name, names);
}

bool holds_raw_text(std::string_view name) {
  constexpr std::array<std::string_view, 7> names = {"script", "style",  "textarea", "title",
                                                     "xmp",    "iframe", "noframes"};
  return is_one_of(name, names);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f'; }

struct Tag {
  std::string name;
  bool closes = false;
  std::size_t start = 0;
  std::size_t end = 0;  ///< after the `>`
  int attributes = 0;
};

/// Finds the tags of a page in their order, as the parser's tokenizer does: what one of them took for an attribute and
/// the other for a tag would be a way around the limits.
class TagScanner {
 public:
  explicit TagScanner(std::string_view html) : html_(html) {}

  std::optional<Tag> next() {
    for (at_ = html_.find('<', at_); at_ != std::string_view::npos; at_ = html_.find('<', at_ + 1)) {
      if (html_.substr(at_, 4) == "<!--") {
        at_ = end_of_comment();
        continue;
      }
      Tag tag;
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

  /// Goes on at the end tag of `tag`, the last one found. What is in between is text.
  std::string_view skip_raw_text(const Tag& tag) {
    at_ = html_.find("</", tag.end);
    while (at_ != std::string_view::npos && to_lower(html_.substr(at_ + 2, tag.name.size())) != tag.name)
      at_ = html_.find("</", at_ + 2);
    at_ = std::min(at_, html_.size());
    return html_.substr(tag.end, at_ - tag.end);
  }

 private:
  [[nodiscard]] std::size_t end_of_comment() const {
    return std::min({html_.find("-->", at_), html_.find("--!>", at_), html_.size() - 1});
  }

  /// Goes to the first byte from here on of which `is_end` holds, or to the end of the page.
  template <class IsEnd>
  void go_to(const IsEnd& is_end) {
    while (at_ < html_.size() && !is_end(html_[at_])) ++at_;
  }
  void pass_white() {
    go_to([](char c) { return !is_white(c); });
  }
  [[nodiscard]] bool is_at(char c) const { return at_ < html_.size() && html_[at_] == c; }

  /// Passes one attribute; false at the end of the tag.
  bool read_attribute() {
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

  std::string_view html_;
  std::size_t at_ = 0;
};

int count_tags(std::string_view text) {
  int count = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 < text.size() && is_letter(text[at + 1])) ++count;
  }
  return count;
}

struct OpenTags {
  int kept = 0;
  int blanked = 0;
};

class Nesting {
 public:
  explicit Nesting(int most) : most_(most) {}

  /// Whether the tag is one too many: too deep, of too many attributes, or the end of one that was.
  bool is_too_much(const Tag& tag) {
    if (tag.attributes > max_attributes) return true;
    if (never_nests(tag.name)) return false;
    OpenTags& open = open_[tag.name];
    const bool formats = is_formatting(tag.name);
    if (tag.closes) {
      if (open.blanked > 0) {
        --open.blanked;
        return true;
      }
      if (open.kept == 0) return false;
      --open.kept;
      --depth_;
      if (formats) --formatting_;
      return false;
    }
    if (depth_ >= most_ || (formats && formatting_ >= max_open_formatting)) {
      ++open.blanked;
      return true;
    }
    ++open.kept;
    ++depth_;
    if (formats) ++formatting_;
    return false;
  }

  [[nodiscard]] int formatting() const { return formatting_; }

  /// Whether a drawing or a formula is open, in which no element holds raw text.
  [[nodiscard]] bool is_foreign() const { return is_open("svg") || is_open("math"); }
  [[nodiscard]] bool was_foreign() const { return open_.contains("svg") || open_.contains("math"); }

 private:
  [[nodiscard]] bool is_open(const std::string& name) const {
    const auto open = open_.find(name);
    return open != open_.end() && open->second.kept > 0;
  }

  int most_;
  int depth_ = 0;
  int formatting_ = 0;
  std::unordered_map<std::string, OpenTags> open_;
};

}  // namespace

std::optional<std::string> limit_nesting(std::string html, const ImportLimits& limits) {
  const std::size_t most = static_cast<std::size_t>(limits.blocks) * tags_for_a_block;
  std::size_t elements = 0;
  int doubtful = 0;
  Nesting nesting(limits.depth);
  TagScanner scanner(html);
  while (const auto tag = scanner.next()) {
    if (nesting.is_too_much(*tag)) {
      for (std::size_t at = tag->start; at < tag->end; ++at) {
        if (html[at] != '\n') html[at] = ' ';
      }
      continue;
    }
    if (!tag->closes && holds_raw_text(tag->name) && !nesting.is_foreign()) {
      const int tags = count_tags(scanner.skip_raw_text(*tag));
      // The parser may still be in a drawing that only seems to have ended.
      if (nesting.was_foreign() && (doubtful += tags) > max_doubtful_tags) return std::nullopt;
    }
    elements += 1 + static_cast<std::size_t>(nesting.formatting());
    if (elements > most) return std::nullopt;
  }
  return html;
}

}  // namespace rung
