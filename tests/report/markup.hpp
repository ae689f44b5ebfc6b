#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// What is wrong with `markup`: an element that is not closed in its order, an attribute or a text with a bare special
/// character, an id that is used twice or pointed at without being there. Empty when nothing is. Style sheets are
/// skipped.
class MarkupCheck {
 public:
  explicit MarkupCheck(std::string_view markup) : rest_(markup) {}

  std::string run() {
    while (!rest_.empty() && fault_.empty()) {
      const auto open = std::min(rest_.find('<'), rest_.size());
      check_text(rest_.substr(0, open));
      rest_.remove_prefix(open);
      if (!rest_.empty()) take_tag();
    }
    if (fault_.empty() && !open_.empty()) fault_ = "not closed: " + open_.back();
    for (const auto& id : ids_)
      if (fault_.empty() && std::count(ids_.begin(), ids_.end(), id) != 1) fault_ = "the id " + id + " twice";
    for (const auto& wanted : wanted_)
      if (fault_.empty() && std::count(ids_.begin(), ids_.end(), wanted) != 1) fault_ = "no single id " + wanted;
    return fault_;
  }

 private:
  void check_text(std::string_view text) {
    if (text.find('>') != std::string_view::npos) fault_ = "a bare > in " + std::string(text.substr(0, 80));
    check_references(text);
  }

  void check_references(std::string_view text) {
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
      const auto reference = text.substr(at, 6);
      const bool known = std::any_of(std::begin(references), std::end(references),
                                     [&](std::string_view one) { return reference.substr(0, one.size()) == one; });
      if (!known) fault_ = "a bare & before " + std::string(reference);
    }
  }

  void take_tag() {
    const auto end = rest_.find('>');
    if (end == std::string_view::npos) {
      fault_ = "a tag without an end";
      return;
    }
    const std::string tag(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    if (tag.front() == '!') return;
    if (tag.front() == '/') {
      close(tag.substr(1));
      return;
    }
    const auto name = tag.substr(0, tag.find_first_of(" \n/"));
    check_attributes(tag.substr(name.size()));
    if (name == "style") rest_.remove_prefix(std::min(rest_.find("</style>"), rest_.size()));
    if (tag.back() != '/' && name != "meta" && name != "br") open_.push_back(name);
  }

  void close(const std::string& name) {
    if (open_.empty() || open_.back() != name) {
      fault_ = "</" + name + "> closes " + (open_.empty() ? "nothing" : open_.back());
      return;
    }
    open_.pop_back();
  }

  void check_attributes(std::string_view text) {
    while (fault_.empty()) {
      text.remove_prefix(std::min(text.find_first_not_of(" /\n"), text.size()));
      if (text.empty()) return;
      const auto equals = text.find("=\"");
      const auto name = text.substr(0, equals);
      const auto end = equals == std::string_view::npos ? equals : text.find('"', equals + 2);
      if (end == std::string_view::npos || name.find_first_of(" \n\"'") != std::string_view::npos) {
        fault_ = "not an attribute: " + std::string(text.substr(0, 80));
        return;
      }
      check_attribute(name, text.substr(equals + 2, end - equals - 2));
      text.remove_prefix(end + 1);
      if (!text.empty() && text.front() != ' ' && text.front() != '/') fault_ = "no space after " + std::string(name);
    }
  }

  void check_attribute(std::string_view name, std::string_view value) {
    check_references(value);
    if (name == "id") ids_.emplace_back(value);
    if (name == "href" && value.starts_with('#')) wanted_.emplace_back(value.substr(1));
    if (name != "aria-labelledby") return;
    std::istringstream words{std::string(value)};
    for (std::string word; words >> word;) wanted_.push_back(word);
  }

  static constexpr std::string_view references[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

  std::string_view rest_;
  std::string fault_;
  std::vector<std::string> open_;
  std::vector<std::string> ids_;
  std::vector<std::string> wanted_;
};

}  // namespace rung
