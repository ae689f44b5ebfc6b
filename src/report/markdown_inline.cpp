#include "markdown_inline.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/answer.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/heading_slug.hpp>
#include <rung/text/utf8.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// `&amp;` and `&#38;` would be read as a character.
bool begins_entity(std::string_view rest) {
  const auto end = std::find_if(rest.begin() + 1, rest.end(),
                                [](char byte) { return !is_digit(byte) && !is_letter(byte) && byte != '#'; });
  return end != rest.end() && *end == ';' && end != rest.begin() + 1;
}

bool ends_with_www(std::string_view before) {
  if (before.size() < 3) return false;
  const auto word = before.substr(before.size() - 3);
  return std::all_of(word.begin(), word.end(), [](char byte) { return byte == 'w' || byte == 'W'; });
}

// At the start of a line, these would make a list, a heading, a quotation, or a rule.
bool is_block_mark(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (at == 0) return std::string_view("#+->=.)").find(byte) != std::string_view::npos;
  const auto before = text.substr(0, at);
  return (byte == '.' || byte == ')') && std::all_of(before.begin(), before.end(), is_digit);
}

bool needs_backslash(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (std::string_view("\\`*_[]<>|~$").find(byte) != std::string_view::npos) return true;
  if (byte == '&') return begins_entity(text.substr(at));
  if (byte == ':') return text.substr(at, 3) == "://";
  if (byte == '.' && ends_with_www(text.substr(0, at))) return true;
  return is_block_mark(text, at);
}

// The fence is longer than any in the text. In a cell, a text in which parsers disagree on what is code (a backslash
// before a bar) is escaped instead.
std::string write_code_span(std::string_view text, Surroundings surroundings) {
  auto visible = make_visible(text);
  if (surroundings == Surroundings::cell) {
    if (visible.find("\\|") != std::string::npos) return escape_markdown(text);
    for (auto bar = visible.find('|'); bar != std::string::npos; bar = visible.find('|', bar + 2))
      visible.insert(bar, 1, '\\');
  }
  std::size_t longest = 0;
  std::size_t here = 0;
  for (const char byte : visible) {
    here = byte == '`' ? here + 1 : 0;
    longest = std::max(longest, here);
  }
  const std::string fence(longest + 1, '`');
  const bool touches = !visible.empty() && (visible.front() == '`' || visible.back() == '`');
  return fmt::format("{0}{1}{2}{1}{0}", fence, touches ? " " : "", visible);
}

// Characters that could end a link target are percent-encoded.
std::string write_link_target(std::string_view address) {
  std::string out;
  for (const char byte : address) {
    const auto value = static_cast<unsigned char>(byte);
    if (value <= 0x20 || value >= 0x7F || std::string_view("()<>\"\\`{}|^").find(byte) != std::string_view::npos)
      out += fmt::format("%{:02X}", value);
    else
      out += byte == '&' ? std::string("&amp;") : std::string(1, byte);
  }
  return out;
}

// In angle brackets, which allow neither escapes nor percent codes, so only for addresses that need none.
bool may_stand_in_brackets(std::string_view address) {
  if (!is_link(address)) return false;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const char byte = address[at];
    if (is_letter(byte) || is_digit(byte)) continue;
    if (std::string_view("-._~:/?#@!()+,;=%&").find(byte) == std::string_view::npos) return false;
    if (byte == '&' && begins_entity(address.substr(at))) return false;
  }
  return true;
}

// Punctuation at the end of a sentence is not part of the address.
std::string_view without_final_marks(std::string_view word) {
  const auto last = word.find_last_not_of(".,;:!?)");
  return word.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// The text with its addresses as links.
std::string write_prose(std::string_view text) {
  std::string out;
  std::string_view rest = text;
  std::size_t at = 0;
  while (at < rest.size()) {
    const auto end = std::min(rest.find(' ', at), rest.size());
    at = std::min(rest.find_first_not_of("(\"'", at), end);
    const std::string_view address = without_final_marks(rest.substr(at, end - at));
    if (!address.starts_with("mailto:") && may_stand_in_brackets(address)) {
      out += fmt::format("{}<{}>", escape_markdown(rest.substr(0, at)), address);
      rest.remove_prefix(at + address.size());
      at = 0;
    } else {
      at = end + 1;
    }
  }
  return out.append(escape_markdown(rest));
}

std::string to_visible_words(const Inline& text) { return make_visible(flatten(unglue(plain_words(text)))); }

}  // namespace

std::string escape_markdown(std::string_view text) {
  const auto visible = make_visible(text);
  std::string out;
  for (std::size_t at = 0; at < visible.size(); ++at) {
    if (needs_backslash(visible, at)) out += '\\';
    out += visible[at];
  }
  return out;
}

void HeadingAnchors::add(const Inline& heading, const std::string& id) {
  std::string anchor = heading_slug(to_visible_words(heading));
  if (const int before = times_[anchor]++; before > 0) anchor += fmt::format("-{}", before);
  if (!id.empty()) anchors_.try_emplace(id, std::move(anchor));
}

std::optional<std::string> HeadingAnchors::find(std::string_view id) const {
  const auto found = anchors_.find(id);
  return found == anchors_.end() ? std::nullopt : std::optional(found->second);
}

std::string MarkdownInline::write_run(const Run& run, std::string_view text, Surroundings surroundings) const {
  const auto marks = look_of(run.tone).markdown;
  if (run.link.empty() && run.tone != Tone::key) return fmt::format("{0}{1}{0}", marks, write_prose(text));
  if (run.link == text && may_stand_in_brackets(run.link)) return fmt::format("{0}<{1}>{0}", marks, run.link);
  const auto body = run.tone == Tone::key ? write_code_span(text, surroundings)
                                          : fmt::format("{0}{1}{0}", marks, escape_markdown(text));
  if (run.link.empty()) return body;
  if (run.link.front() == '#') {
    const auto anchor = anchors_.find(std::string_view(run.link).substr(1));
    return anchor ? fmt::format("[{}](#{})", body, write_link_target(*anchor)) : body;
  }
  if (is_link(run.link)) return fmt::format("[{}]({})", body, write_link_target(run.link));
  return run.link == run.text ? body : fmt::format("{} ({})", body, escape_markdown(flatten(run.link)));
}

// White space stays outside of the marks: `** word**` is not strong.
std::string MarkdownInline::write(const Inline& text, Surroundings surroundings) const {
  std::string out;
  for (const auto& run : text) {
    if (run.text.empty()) continue;
    const std::string words = unglue(run.text);
    const std::string flat = flatten(words);
    const auto separate = [&] {
      if (!out.empty() && out.back() != ' ') out += ' ';
    };
    if (is_white_space(words.front())) separate();
    if (flat.empty()) continue;
    out += write_run(run, flat, surroundings);
    if (is_white_space(words.back())) separate();
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string MarkdownInline::write_strong(Inline text) const {
  for (Run& run : text)
    if (run.tone != Tone::key) run.tone = Tone::plain;
  const std::string words = write(text);
  return words.empty() ? words : fmt::format("**{}**", words);
}

std::string MarkdownInline::write_lines(const Inline& text, std::string_view indent) const {
  if (text.size() != 1 || !text.front().link.empty()) return write(text);
  std::string out;
  for (const auto& line : split_lines(text.front().text)) {
    if (!out.empty()) out += fmt::format("\\\n{}", indent);
    auto run = text.front();
    run.text = line;
    out += write({run});
  }
  return out;
}

}  // namespace rung
