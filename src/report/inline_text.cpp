#include "inline_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <rung/assessment/answer.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

constexpr Look looks[] = {
    {Tone::plain, Style::plain, "", "", "", "", "", ""},
    {Tone::strong, Style::strong, "", "", "<strong>", "</strong>", "", "**"},
    {Tone::muted, Style::muted, "", "", "<span class=\"muted\">", "</span>", "", ""},
    {Tone::good, Style::good, "", "", "<span class=\"good\">", "</span>", "good", ""},
    {Tone::warning, Style::warning, "", "", "<span class=\"warning\">", "</span>", "warning", ""},
    {Tone::bad, Style::bad, "", "", "<span class=\"bad\">", "</span>", "bad", ""},
    {Tone::key, Style::muted, "", "", "<code>", "</code>", "", ""},
    {Tone::gone, Style::bad, "[-", "-]", "<del>", "</del>", "bad", "~~"},
    {Tone::come, Style::good, "{+", "+}", "<ins>", "</ins>", "good", "**"},
};

/// Whether flattening would not change `text`, which is the usual case and avoids a copy.
bool is_flat(std::string_view text) {
  char before = ' ';
  for (const char byte : text) {
    if (is_white_space(byte) && (byte != ' ' || before == ' ')) return false;
    before = byte;
  }
  return text.empty() || before != ' ';
}

std::string_view reference_for(char byte) {
  switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

// XML cannot represent these two, although they are well-formed UTF-8.
std::string_view name_noncharacter(std::string_view rest) {
  if (rest.starts_with("\xEF\xBF\xBE")) return "\\u{FFFE}";
  if (rest.starts_with("\xEF\xBF\xBF")) return "\\u{FFFF}";
  return {};
}

bool is_of_document(std::string_view link) { return link.starts_with('#'); }

std::string write_run(const Run& run, const std::string& flat, const Anchors& anchors) {
  const Look& look = look_of(run.tone);
  const auto body = fmt::format("{}{}{}", look.html_open, escape_html(flat), look.html_close);
  if (run.link.empty()) return body;
  if (anchors.leads_somewhere(run.link)) return fmt::format("<a href=\"{}\">{}</a>", run.link, body);
  if (is_link(run.link))
    return fmt::format("<a{} href=\"{}\">{}</a>", run.link == run.text ? "" : " class=\"x\"", escape_html(run.link),
                       body);
  if (is_of_document(run.link) || run.link == run.text) return body;
  return fmt::format("{} ({})", body, escape_html(run.link));
}

}  // namespace

const Look& look_of(Tone tone) {
  static_assert(looks[std::size(looks) - 1].tone == Tone::come);
  return looks[static_cast<std::size_t>(tone)];
}

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
    if (auto flat = flatten(text.substr(0, end)); !flat.empty()) lines.push_back(std::move(flat));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string plain_words(const Inline& text) {
  std::string words;
  for (const auto& run : text) words += run.text;
  return flatten(words);
}

Line to_line(const Inline& text) {
  Line line;
  for (const auto& run : text) {
    const Look& look = look_of(run.tone);
    line.push_back({look.open.empty() ? run.text : fmt::format("{}{}{}", look.open, run.text, look.close), look.style});
    if (!run.link.empty() && !is_of_document(run.link) && run.link != run.text)
      line.push_back({fmt::format(" ({})", run.link), Style::muted});
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
    span.text = fmt::format("{}{}{}", leads ? " " : "", flat, trails && !flat.empty() ? " " : "");
    at_start = at_start && flat.empty();
  }
  return line;
}

std::string escape_html(std::string_view text) {
  const auto visible = make_visible(flatten(text));
  const std::string_view all = visible;
  std::string out;
  out.reserve(visible.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (const auto name = name_noncharacter(all.substr(at)); !name.empty()) {
      out += name;
      at += 2;
    } else if (const auto reference = reference_for(all[at]); !reference.empty()) {
      out += reference;
    } else {
      out += all[at];
    }
  }
  return out;
}

std::string write_html_inline(const Inline& text, const Anchors& anchors) {
  std::string out;
  for (const auto& run : text) {
    const auto flat = flatten(run.text);
    if (flat.empty()) {
      if (!run.text.empty()) out += ' ';
      continue;
    }
    if (is_white_space(run.text.front())) out += ' ';
    out += write_run(run, flat, anchors);
    if (is_white_space(run.text.back())) out += ' ';
  }
  return out;
}

std::string write_html_lines(const Inline& text, const Anchors& anchors) {
  std::string out;
  for (const auto& run : text) {
    const auto lines = split_lines(run.text);
    if (lines.size() < 2 || !run.link.empty()) {
      out += write_html_inline({run}, anchors);
      continue;
    }
    for (const auto& one : lines) {
      if (&one != &lines.front()) out += "<br>";
      out += write_html_inline({{one, run.tone, {}}}, anchors);
    }
  }
  return out;
}

}  // namespace rung
