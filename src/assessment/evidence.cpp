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

/// A word of a line that holds an address, and the address in it. Both empty when there is none.
struct LinkedWord {
  std::string_view word;
  std::string_view link;
};

/// The address inside a word, freed of the punctuation of the sentence around it.
std::string_view find_link(std::string_view word) {
  const auto from = word.find_first_not_of("([{<\"'`");
  if (from == std::string_view::npos) return {};
  word.remove_prefix(from);
  while (!word.empty()) {
    const char last = word.back();
    // Addresses may end in a bracket that they opened themselves, as those of encyclopedias do.
    const bool closes_its_own = last == ')' && word.find('(') != std::string_view::npos;
    if (closes_its_own || std::string_view(".,;:!?)]}>\"'`").find(last) == std::string_view::npos) break;
    word.remove_suffix(1);
  }
  return is_link(word) ? word : std::string_view{};
}

LinkedWord find_last_link(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const auto last = text.find_last_not_of(white_space, end - 1);
    if (last == std::string_view::npos) break;
    const auto before = text.find_last_of(white_space, last);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    const auto word = text.substr(from, last - from + 1);
    if (const auto link = find_link(word); !link.empty()) return {word, link};
    end = from;
  }
  return {};
}

/// The date that `text` starts with, which is then removed from it.
std::optional<Date> take_date(std::string_view& text) {
  const auto end = text.find_first_of(white_space);
  auto word = text.substr(0, end);
  if (word.ends_with(':')) word.remove_suffix(1);
  const auto date = parse_date(word);
  if (date) text = end == std::string_view::npos ? std::string_view{} : trim(text.substr(end));
  return date;
}

// A dash in place of the date or of the link says that there is none where the text would be taken for one.

bool begins_with_dated_text(std::string_view text) {
  while (text.starts_with("- ")) text = trim(text.substr(2));
  return take_date(text).has_value();
}

bool ends_with_dash(std::string_view text) { return text.ends_with(" -"); }

std::string_view remove_last_dash(std::string_view text) { return trim(text.substr(0, text.size() - 2)); }

bool ends_with_linked_text(std::string_view text) {
  while (ends_with_dash(text)) text = remove_last_dash(text);
  return !find_last_link(text).link.empty();
}

/// Of a word that is a part of the text.
bool ends_with(std::string_view text, std::string_view word) {
  return word.data() + word.size() == text.data() + text.size();
}

std::string_view text_before(std::string_view text, std::string_view word) {
  return trim(text.substr(0, static_cast<std::size_t>(word.data() - text.data())));
}

}  // namespace

bool is_link(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), may_stand_in_link)) return false;
  if (!find_forbidden_character(text).empty()) return false;
  if (starts_with_ignoring_case(text, "mailto:")) return text.size() > std::string_view("mailto:").size();
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!starts_with_ignoring_case(text, scheme)) continue;
    // Without a host there is nowhere to go.
    return text.size() > scheme.size() && std::string_view("/?#:").find(text[scheme.size()]) == std::string_view::npos;
  }
  return false;
}

std::optional<Evidence> read_evidence(std::string_view line) {
  Evidence evidence;
  std::string_view text = trim(line);
  evidence.on = take_date(text);
  if (!evidence.on && text.starts_with("- ") && begins_with_dated_text(text)) text = trim(text.substr(2));
  const bool is_unlinked = evidence.on && ends_with_dash(text) && ends_with_linked_text(text);
  const auto found = is_unlinked ? LinkedWord{} : find_last_link(text);
  evidence.link = found.link;
  if (is_unlinked)
    evidence.text = remove_last_dash(text);
  else if (!found.link.empty() && ends_with(text, found.word))
    evidence.text = text_before(text, found.word);
  else  // Taken out of the middle of a sentence, the link would change its meaning.
    evidence.text = text;
  if (evidence.text.empty()) evidence.text = evidence.link;
  if (evidence.text.empty() || (!evidence.on && evidence.link.empty())) return std::nullopt;
  return evidence;
}

std::string write_evidence(const Evidence& evidence) {
  const std::string_view text = evidence.text;
  std::string line = evidence.on ? fmt::format("{} ", format_date(*evidence.on)) : std::string();
  if (!evidence.on && begins_with_dated_text(text)) line += "- ";
  line += text;
  const auto found = find_last_link(text);
  const bool stands_within = found.link == evidence.link && !ends_with(text, found.word);
  if (evidence.link.empty())
    line += evidence.on && ends_with_linked_text(text) ? " -" : "";
  else if (evidence.link != text && (!stands_within || ends_with_dash(text)))
    line += fmt::format(" {}", evidence.link);
  return line;
}

}  // namespace rung
