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

/// Tags that lie open in what is taken for text, comments and attributes: so many for each level of nesting that is
/// allowed, where all of it were tags, cost the parser little.
constexpr int doubtful_tags_for_a_level = 40;

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

/// Lines, shapes, and what groups, fills and labels them.
constexpr std::array<std::string_view, 22> drawing_names = {
    "g",    "path",  "rect",    "circle", "ellipse", "line",    "polyline",       "polygon",
    "use",  "defs",  "symbol",  "stop",   "mask",    "filter",  "lineargradient", "radialgradient",
    "text", "tspan", "pattern", "marker", "animate", "clippath"};

/// A drawing (`svg`) while it is open. One of nothing but lines and shapes, perhaps with titles, ends at its end tag
/// with all that is open in it; in any other the parser may take what follows for something else.
class Drawing {
 public:
  explicit Drawing(int depth) : depth_(depth) {}

  void pass(const HtmlTag& tag) {
    const bool is_title = tag.name == "title";
    if (in_title_) {
      is_plain_ = is_plain_ && is_title && tag.closes;
      in_title_ = false;
    } else if (is_title && !tag.closes) {
      in_title_ = true;
    } else {
      is_plain_ = is_plain_ && (is_one_of(tag.name, drawing_names) || is_end(tag));
    }
  }

  [[nodiscard]] bool ends_at(const HtmlTag& tag) const { return is_plain_ && is_end(tag); }
  /// Of the tags around it.
  [[nodiscard]] int depth() const { return depth_; }

 private:
  static bool is_end(const HtmlTag& tag) { return tag.closes && tag.name == "svg"; }

  int depth_;
  bool is_plain_ = true;
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
    if (!is_foreign() && never_nests(tag.name)) return false;
    if (is_foreign() && drawing_) {
      drawing_->pass(tag);
      if (drawing_->ends_at(tag)) {
        end_drawing();
        return false;
      }
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
    if (tag.name == "svg" && !is_foreign()) drawing_.emplace(depth_);
    ++open.kept;
    ++depth_;
    if (formats) ++formatting_;
    return false;
  }

  [[nodiscard]] int formatting() const { return formatting_; }

  /// Whether a drawing or a formula is open, in which no element holds raw text.
  [[nodiscard]] bool is_foreign() const { return is_open("svg") || is_open("math"); }

 private:
  [[nodiscard]] bool is_open(const std::string& name) const {
    const auto open = open_.find(name);
    return open != open_.end() && open->second.kept > 0;
  }

  void end_drawing() {
    depth_ = drawing_->depth();
    drawing_.reset();
    open_["svg"] = {};
    for (const std::string_view name : drawing_names)
      if (const auto open = open_.find(std::string(name)); open != open_.end()) open->second = {};
  }

  int most_;
  int depth_ = 0;
  std::optional<Drawing> drawing_;
  int formatting_ = 0;
  std::unordered_map<std::string, OpenTags> open_;
};

/// What was taken for no tag, and may be one: in many places the parser ignores what begins a text, a comment or a
/// drawing, or ends it somewhere else.
class Doubt {
 public:
  explicit Doubt(int most) : most_(most) {}

  void add(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
      const bool closes = text.substr(at + 1, 1) == "/";
      const std::string name = read_tag_name(text.substr(at + (closes ? 2 : 1), longest_name));
      if (name.empty() || never_nests(name)) continue;
      int& open = open_[name];
      const int step = !closes ? 1 : open > 0 ? -1 : 0;
      open += step;
      all_ += step;
    }
  }

  /// Whether too many tags lie open in all that was added, were it tags.
  [[nodiscard]] bool is_too_much() const { return all_ > most_; }

 private:
  static constexpr std::size_t longest_name = 32;

  int most_;
  int all_ = 0;
  std::unordered_map<std::string, int> open_;
};

}  // namespace

std::optional<std::string> limit_nesting(std::string html, const ImportLimits& limits) {
  const std::size_t most = static_cast<std::size_t>(limits.blocks) * tags_for_a_block;
  std::size_t elements = 0;
  std::size_t passed = 0;
  Nesting nesting(limits.depth);
  Doubt doubt(limits.depth * doubtful_tags_for_a_level);
  TagScanner scanner(html);
  const std::string_view page = html;
  while (const auto tag = scanner.next()) {
    doubt.add(page.substr(passed, tag->start - passed));
    doubt.add(page.substr(tag->start + 1, tag->end - tag->start - 1));
    if (doubt.is_too_much()) return std::nullopt;
    passed = tag->end;
    if (nesting.is_too_much(*tag)) {
      for (std::size_t at = tag->start; at < tag->end; ++at)
        if (html[at] != '\n') html[at] = ' ';
      continue;
    }
    if (!tag->closes && holds_raw_text(tag->name) && !nesting.is_foreign()) scanner.skip_raw_text(*tag);
    elements += 1 + static_cast<std::size_t>(nesting.formatting());
    if (elements > most) return std::nullopt;
  }
  doubt.add(page.substr(passed));
  if (doubt.is_too_much()) return std::nullopt;
  return html;
}

}  // namespace rung
