#include "html_budget.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace rung {
namespace {

/// Tags for each block that an outline may have: a generous page of divs and spans.
constexpr int tags_for_a_block = 6;

/// More attributes than this in one tag, each compared with all others, are an attack.
constexpr int max_attributes = 2'000;

/// More open formatting tags than this are tags that somebody forgot to close.
constexpr int max_open_formatting = 24;

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

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

struct Tag {
  std::string name;
  bool closes = false;
  std::size_t start = 0;
  std::size_t end = 0;  ///< after the `>`
  int parts = 0;        ///< at least as many as it has attributes
};

/// Finds the tags of a page in their order.
class TagScanner {
 public:
  explicit TagScanner(std::string_view html) : html_(html) {}

  std::optional<Tag> next() {
    for (at_ = html_.find('<', at_); at_ != std::string_view::npos; at_ = html_.find('<', at_ + 1)) {
      if (html_.substr(at_, 4) == "<!--") {
        at_ = std::min(html_.find("-->", at_), html_.size() - 1);
        continue;
      }
      Tag tag;
      tag.start = at_;
      tag.closes = html_.substr(at_ + 1, 1) == "/";
      const std::size_t name = at_ + (tag.closes ? 2 : 1);
      if (name >= html_.size() || !is_letter(html_[name])) continue;
      const std::size_t name_end = std::min(html_.find_first_of(" \t\n\f/>", name), html_.size());
      tag.name = lower(html_.substr(name, name_end - name));
      read_attributes(tag, name_end);
      at_ = tag.closes || !holds_raw_text(tag.name) ? tag.end : skip_raw_text(tag);
      return tag;
    }
    return std::nullopt;
  }

 private:
  void read_attributes(Tag& tag, std::size_t at) const {
    char quote = '\0';
    for (; at < html_.size(); ++at) {
      const char c = html_[at];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if ((c == '"' || c == '\'') && html_[at - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        break;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '/') {
        ++tag.parts;
      }
    }
    tag.end = std::min(at + 1, html_.size());
  }

  std::size_t skip_raw_text(const Tag& tag) const {
    for (std::size_t at = html_.find("</", tag.end); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      if (lower(html_.substr(at + 2, tag.name.size())) == tag.name) return at;
    }
    return html_.size();
  }

  std::string_view html_;
  std::size_t at_ = 0;
};

struct OpenTags {
  int kept = 0;
  int blanked = 0;
};

class Nesting {
 public:
  explicit Nesting(int most) : most_(most) {}

  /// Whether the tag is one too many: too deep, of too many attributes, or the end of one that was.
  bool is_too_much(const Tag& tag) {
    if (tag.parts > max_attributes) return true;
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

 private:
  int most_;
  int depth_ = 0;
  int formatting_ = 0;
  std::unordered_map<std::string, OpenTags> open_;
};

}  // namespace

std::optional<std::string> limit_nesting(std::string html, const ImportLimits& limits) {
  const std::size_t most = static_cast<std::size_t>(limits.blocks) * tags_for_a_block;
  std::size_t elements = 0;
  Nesting nesting(limits.depth);
  TagScanner scanner(html);
  while (const auto tag = scanner.next()) {
    if (nesting.is_too_much(*tag)) {
      for (std::size_t at = tag->start; at < tag->end; ++at) {
        if (html[at] != '\n') html[at] = ' ';
      }
      continue;
    }
    elements += 1 + static_cast<std::size_t>(nesting.formatting());
    if (elements > most) return std::nullopt;
  }
  return html;
}

}  // namespace rung
