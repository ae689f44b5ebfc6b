#include <rung/assessment/evidence.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <rung/diagnostic/source.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  return to_lower(text.substr(0, lower_case.size())) == lower_case;
}

bool may_stand_in_link(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F && std::string_view("\"'<>`\\").find(c) == std::string_view::npos;
}

/// The address in a word, without the punctuation of the sentence around it.
std::string_view find_link(std::string_view word) {
  const auto from = word.find_first_not_of("([{<\"'`");
  if (from == std::string_view::npos) return {};
  word.remove_prefix(from);
  while (!word.empty()) {
    const char last = word.back();
    // An address may end in a bracket that it opened itself, as in encyclopedias.
    const bool closes_its_own = last == ')' && word.find('(') != std::string_view::npos;
    if (closes_its_own || std::string_view(".,;:!?)]}>\"'`").find(last) == std::string_view::npos) break;
    word.remove_suffix(1);
  }
  return is_link(word) ? word : std::string_view{};
}

/// The last word of `text`, which is not blank.
std::string_view last_word(std::string_view text) {
  const auto before = text.find_last_of(white_space);
  return before == std::string_view::npos ? text : text.substr(before + 1);
}

std::vector<std::string> list_links(std::string_view text) {
  std::vector<std::string> links;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(white_space), text.size());
    if (const auto link = find_link(text.substr(0, end)); !link.empty()) links.emplace_back(link);
    text = trim(text.substr(end));
  }
  return links;
}

/// Removes the words that are links from the end of `text`.
std::vector<std::string> take_last_links(std::string_view& text) {
  std::vector<std::string> links;
  while (!text.empty()) {
    const std::string_view word = last_word(text);
    const std::string_view link = find_link(word);
    if (link.empty()) break;
    links.emplace(links.begin(), link);
    text = trim(text.substr(0, text.size() - word.size()));
  }
  return links;
}

/// The first word without a colon at its end.
std::string_view first_word(std::string_view text) {
  std::string_view word = text.substr(0, text.find_first_of(white_space));
  if (word.ends_with(':')) word.remove_suffix(1);
  return word;
}

/// Removes and returns the date at the start of `text`.
std::optional<Date> take_date(std::string_view& text) {
  const auto end = text.find_first_of(white_space);
  const auto date = parse_date(first_word(text));
  if (date) text = end == std::string_view::npos ? std::string_view{} : trim(text.substr(end));
  return date;
}

/// Ends the text of a line if the text or what follows would otherwise be read differently.
constexpr std::string_view end_mark = " -";

}  // namespace

bool is_link(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), may_stand_in_link)) return false;
  if (!find_forbidden_character(text).empty()) return false;
  if (starts_with_ignoring_case(text, "mailto:")) return text.size() > std::string_view("mailto:").size();
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!starts_with_ignoring_case(text, scheme)) continue;
    // A link needs a host.
    return text.size() > scheme.size() && std::string_view("/?#:").find(text[scheme.size()]) == std::string_view::npos;
  }
  return false;
}

Evidence make_evidence(std::string_view line, Date today) {
  Evidence evidence;
  std::string_view text = trim(line);
  const std::string_view whole = text;
  evidence.on = take_date(text).value_or(today);
  if (text.empty()) text = whole;
  evidence.links = take_last_links(text);
  if (text.ends_with(end_mark)) {
    evidence.text = trim(text.substr(0, text.size() - end_mark.size()));
    return evidence;
  }
  if (text.empty()) {
    evidence.text = evidence.links.front();
    return evidence;
  }
  evidence.text = text;
  // Removing a link from the middle of a sentence would change its meaning.
  const std::vector<std::string> within = list_links(text);
  evidence.links.insert(evidence.links.begin(), within.begin(), within.end());
  return evidence;
}

std::optional<Evidence> read_evidence(std::string_view line, Date today) {
  std::string_view text = trim(line);
  const bool is_dated = take_date(text).has_value();
  if (text.empty()) return std::nullopt;
  Evidence evidence = make_evidence(line, today);
  if (!is_dated && evidence.links.empty()) return std::nullopt;
  return evidence;
}

std::string_view find_impossible_day(std::string_view line) {
  const std::string_view word = first_word(trim(line));
  return has_form_of_date(word) && !parse_date(word) ? word : std::string_view();
}

std::string write_evidence(const Evidence& evidence) {
  const auto write = [&](std::string_view mark, const std::vector<std::string>& links) {
    std::string line = fmt::format("{} {}{}", format_date(evidence.on), evidence.text, mark);
    for (const std::string& link : links) line += fmt::format(" {}", link);
    return line;
  };
  const auto reads_back = [&](const std::string& line) {
    const Evidence read = make_evidence(line, {});
    return read.text == evidence.text && read.links == evidence.links;
  };
  // The links in the text come first in the list and are not repeated.
  const std::size_t within = std::min(list_links(evidence.text).size(), evidence.links.size());
  const auto skip = evidence.links.begin() + static_cast<std::ptrdiff_t>(within);
  std::string line = write({}, {skip, evidence.links.end()});
  return reads_back(line) ? line : write(end_mark, evidence.links);
}

}  // namespace rung
