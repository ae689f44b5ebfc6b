#include "inline_text.hpp"

#include <algorithm>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

Style style_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return Style::plain;
    case Tone::strong:
      return Style::strong;
    case Tone::muted:
    case Tone::key:
      return Style::muted;
    case Tone::good:
    case Tone::come:
      return Style::good;
    case Tone::warning:
      return Style::warning;
    case Tone::bad:
    case Tone::gone:
      return Style::bad;
  }
  return Style::plain;
}

std::string mark(const std::string& text, Tone tone) {
  if (tone == Tone::gone) return "[-" + text + "-]";
  if (tone == Tone::come) return "{+" + text + "+}";
  return text;
}

/// Whether flattening `text` leaves it as it is, as nearly always: then nothing has to be copied.
bool is_flat(std::string_view text) {
  char before = ' ';
  for (const char byte : text) {
    if (is_white_space(byte) && (byte != ' ' || before == ' ')) return false;
    before = byte;
  }
  return text.empty() || before != ' ';
}

}  // namespace

std::string flatten(std::string_view text) {
  std::string flat;
  flat.reserve(text.size());
  auto at = text.begin();
  while ((at = std::find_if_not(at, text.end(), is_white_space)) != text.end()) {
    const auto end = std::find_if(at, text.end(), is_white_space);
    if (!flat.empty()) flat += ' ';
    flat.append(at, end);
    at = end;
  }
  return flat;
}

std::string unglue(std::string text) {
  constexpr std::string_view no_break_space = "\u00A0";
  for (auto at = text.find(no_break_space); at != std::string::npos; at = text.find(no_break_space, at))
    text.replace(at, no_break_space.size(), " ");
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (auto line = flatten(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Line to_line(const Inline& text) {
  Line line;
  for (const auto& run : text) {
    line.push_back({mark(run.text, run.tone), style_of(run.tone)});
    if (!run.link.empty() && run.link != run.text) line.push_back({" (" + run.link + ")", Style::muted});
  }
  return line;
}

Line to_flat_line(const Inline& text) {
  Line line = to_line(text);
  bool at_start = true;
  for (auto& span : line) {
    if (is_flat(span.text)) {
      at_start = at_start && span.text.empty();
      continue;
    }
    const bool leads = !at_start && is_white_space(span.text.front());
    const bool trails = is_white_space(span.text.back());
    const auto flat = flatten(span.text);
    span.text = (leads ? " " : "") + flat + (trails && !flat.empty() ? " " : "");
    at_start = at_start && flat.empty();
  }
  return line;
}

}  // namespace rung
