#include <string>
#include <string_view>

#include <rung/assessment/rating.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

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

/// Of a word that is a part of the text.
bool ends_with(std::string_view text, std::string_view word) {
  return word.data() + word.size() == text.data() + text.size();
}

std::string_view text_before(std::string_view text, std::string_view word) {
  return trim(text.substr(0, static_cast<std::size_t>(word.data() - text.data())));
}

}  // namespace

std::optional<Evidence> read_evidence(std::string_view line) {
  Evidence evidence;
  std::string_view text = trim(line);
  evidence.on = take_date(text);
  if (const auto found = find_last_link(text); !found.link.empty()) {
    evidence.link = found.link;
    // Taken out of the middle of a sentence, it would turn the sentence round.
    evidence.text = ends_with(text, found.word) ? text_before(text, found.word) : text;
    if (evidence.text.empty()) evidence.text = evidence.link;
  } else {
    evidence.text = text;
  }
  if (evidence.text.empty() || (!evidence.on && evidence.link.empty())) return std::nullopt;
  return evidence;
}

std::string write_evidence(const Evidence& evidence) {
  std::string line = evidence.on ? format_date(*evidence.on) + ' ' : std::string();
  std::string_view text = evidence.text;
  const auto found = find_last_link(text);
  const bool is_in_text =
      evidence.link == evidence.text || (found.link == evidence.link && !ends_with(text, found.word));
  if (evidence.link.empty() || is_in_text) return line + evidence.text;
  // A date that only belongs to the text must not come to stand first.
  if (!evidence.on && take_date(text)) return evidence.link + ' ' + evidence.text;
  return line + evidence.text + ' ' + evidence.link;
}

}  // namespace rung
