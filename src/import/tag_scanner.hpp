#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rung {

struct HtmlTag {
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

  std::optional<HtmlTag> next();

  /// Goes on at the end tag of `tag`, the last one found: what is in between is text.
  void skip_raw_text(const HtmlTag& tag);

 private:
  [[nodiscard]] std::size_t end_of_comment() const;
  /// Goes to the first byte from here on of which `is_end` holds, or to the end of the page.
  template <class IsEnd>
  void go_to(const IsEnd& is_end);
  void pass_white();
  [[nodiscard]] bool is_at(char c) const { return at_ < html_.size() && html_[at_] == c; }
  /// Passes one attribute; false at the end of the tag.
  bool read_attribute();

  std::string_view html_;
  std::size_t at_ = 0;
};

/// The name, in lower case, that a tag has which goes on with `text` behind its `<` or `</`. Empty when that begins
/// none.
std::string read_tag_name(std::string_view text);

}  // namespace rung
