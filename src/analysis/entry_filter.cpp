#include <rung/analysis/entry_filter.hpp>

#include <algorithm>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool has_word(const Entry& entry, const std::string& word) {
  const auto contains = [&word](const std::string& text) { return to_lower(text).find(word) != std::string::npos; };
  return contains(entry.text) || std::any_of(entry.links.begin(), entry.links.end(), contains) ||
         std::any_of(entry.tags.begin(), entry.tags.end(), contains);
}

bool is_tied_to_any(const Entry& entry, const std::vector<std::size_t>& behaviors, const TieFinder& ties) {
  const std::vector<std::size_t> tied = ties.find_all(entry);
  return std::find_first_of(tied.begin(), tied.end(), behaviors.begin(), behaviors.end()) != tied.end();
}

}  // namespace

bool passes(const Entry& entry, const EntryFilter& filter, const TieFinder& ties) {
  if (entry.state != EntryState::kept || (filter.is_inbox && !is_in_inbox(entry))) return false;
  if ((filter.since && entry.on < *filter.since) || (filter.until && entry.on > *filter.until)) return false;
  const auto has_tag = [&entry](const std::string& tag) {
    return std::find(entry.tags.begin(), entry.tags.end(), tag) != entry.tags.end();
  };
  const auto mentions = [&entry](const std::string& word) { return has_word(entry, word); };
  return std::all_of(filter.tags.begin(), filter.tags.end(), has_tag) &&
         std::all_of(filter.words.begin(), filter.words.end(), mentions) &&
         (filter.behaviors.empty() || is_tied_to_any(entry, filter.behaviors, ties));
}

std::vector<std::string> split_search(std::string_view text) {
  std::vector<std::string> words;
  for (std::string_view rest = trim(text); !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(white_space), rest.size());
    words.push_back(to_lower(rest.substr(0, end)));
    rest = trim(rest.substr(end));
  }
  return words;
}

}  // namespace rung
