#include "html_budget.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "tag_scanner.hpp"

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

/// What a drawing is made of, its own style sheet included.
bool draws(std::string_view name) {
  constexpr std::array<std::string_view, 24> names = {
      "svg",       "g",    "path",   "rect",    "circle",         "ellipse",        "line",   "polyline",
      "polygon",   "use",  "defs",   "symbol",  "lineargradient", "radialgradient", "stop",   "clippath",
      "clip-path", "mask", "filter", "pattern", "text",           "tspan",          "marker", "animate"};
  return is_one_of(name, names);
}

/// Watches a drawing from its tag to its end tag. One of nothing but lines and shapes, perhaps with a title, ends there
/// with all that is open in it; in any other the parser may take what follows for something else.
class Drawing {
 public:
  void begin() {
    is_plain_ = true;
    in_title_ = false;
  }
  void pass(const HtmlTag& tag) {
    const bool ends_title = in_title_ && tag.closes && tag.name == "title";
    is_plain_ = is_plain_ && (in_title_ ? ends_title : draws(tag.name) || (tag.name == "title" && !tag.closes));
    in_title_ = !in_title_ && tag.name == "title";
  }
  [[nodiscard]] bool is_plain() const { return is_plain_; }

 private:
  bool is_plain_ = false;
  bool in_title_ = false;
};

struct OpenTags {
  int kept = 0;
  int blanked = 0;
};

class Nesting {
 public:
  explicit Nesting(int most) : most_(most) {}

  /// Whether the tag is one too many: too deep, of too many attributes, or the end of one that was.
  bool is_too_much(const HtmlTag& tag) {
    if (tag.attributes > max_attributes) return true;
    if (is_foreign()) {
      drawing_.pass(tag);
      if (tag.closes && tag.name == "svg" && drawing_.is_plain()) return end_drawing();
    } else if (never_nests(tag.name)) {
      return false;
    }
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
    if (tag.name == "svg" && !is_foreign()) {
      drawing_.begin();
      depth_of_drawing_ = depth_;
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

  /// Nothing that was opened in it is open any more, its end tag is none too many.
  bool end_drawing() {
    depth_ = depth_of_drawing_;
    std::erase_if(open_, [](const auto& open) { return draws(open.first); });
    open_["svg"];
    return false;
  }

  int most_;
  int depth_ = 0;
  int depth_of_drawing_ = 0;
  Drawing drawing_;
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
