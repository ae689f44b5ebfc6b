#include "html_text.hpp"

#include <fmt/format.h>

#include <rung/assessment/rating.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

// XML has no way to hold these two, though they are well-formed UTF-8.
std::string_view name_noncharacter(std::string_view rest) {
  if (rest.substr(0, 3) == "\xEF\xBF\xBE") return "\\u{FFFE}";
  if (rest.substr(0, 3) == "\xEF\xBF\xBF") return "\\u{FFFF}";
  return {};
}

std::string in_tone(const std::string& body, Tone tone) {
  switch (tone) {
    case Tone::plain:
      return body;
    case Tone::strong:
      return "<strong>" + body + "</strong>";
    case Tone::muted:
      return "<span class=\"muted\">" + body + "</span>";
    case Tone::good:
      return "<span class=\"good\">" + body + "</span>";
    case Tone::warning:
      return "<span class=\"warning\">" + body + "</span>";
    case Tone::bad:
      return "<span class=\"bad\">" + body + "</span>";
    case Tone::key:
      return "<code>" + body + "</code>";
    case Tone::gone:
      return "<del>" + body + "</del>";
    case Tone::come:
      return "<ins>" + body + "</ins>";
  }
  return body;
}

std::string write_run(const Run& run, const std::string& flat) {
  const auto body = in_tone(escape_html(flat), run.tone);
  if (run.link.empty()) return body;
  if (is_link(run.link))
    return fmt::format("<a href=\"{}\" rel=\"noreferrer noopener\">{}</a>", escape_html(run.link), body);
  return run.link == run.text ? body : fmt::format("{} ({})", body, escape_html(run.link));
}

}  // namespace

std::string escape_html(std::string_view text) {
  const auto visible = make_visible(flatten(text));
  std::string out;
  out.reserve(visible.size());
  for (std::size_t at = 0; at < visible.size(); ++at) {
    switch (visible[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\xEF': {
        const auto name = name_noncharacter(std::string_view(visible).substr(at));
        out += name.empty() ? std::string_view(visible).substr(at, 1) : name;
        if (!name.empty()) at += 2;
        break;
      }
      default:
        out += visible[at];
    }
  }
  return out;
}

std::string plain_words(const Inline& text) {
  std::string words;
  for (const auto& run : text) words += run.text;
  return flatten(words);
}

std::string write_html_inline(const Inline& text) {
  std::string out;
  for (const auto& run : text) {
    const auto flat = flatten(run.text);
    if (flat.empty()) {
      if (!run.text.empty()) out += ' ';
      continue;
    }
    if (is_white_space(run.text.front())) out += ' ';
    out += write_run(run, flat);
    if (is_white_space(run.text.back())) out += ' ';
  }
  return out;
}

std::string write_html_lines(const Inline& text) {
  std::string out;
  for (const auto& run : text) {
    const auto lines = split_lines(run.text);
    if (lines.size() < 2 || !run.link.empty()) {
      out += write_html_inline({run});
      continue;
    }
    for (const auto& line : lines) {
      if (&line != &lines.front()) out += "<br>";
      out += write_html_inline({{line, run.tone, {}}});
    }
  }
  return out;
}

}  // namespace rung
