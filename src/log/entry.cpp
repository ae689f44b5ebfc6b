#include <rung/log/entry.hpp>

#include <algorithm>
#include <array>
#include <numeric>

#include <rung/log/fields.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::size_t id_length = 12;
constexpr std::size_t shortest_id = 4;

/// How many characters both begin with.
std::size_t count_shared(std::string_view a, std::string_view b) {
  const auto [end, ignored] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

std::string_view to_string(EntryState state) { return state == EntryState::kept ? "kept" : "removed"; }

std::optional<EntryState> parse_entry_state(std::string_view text) {
  for (const EntryState state : {EntryState::kept, EntryState::removed})
    if (to_string(state) == text) return state;
  return std::nullopt;
}

std::string make_entry_id(std::string_view identity) {
  constexpr unsigned letters = 26;
  std::string id(id_length, 'a');
  std::uint64_t rest = hash_64(identity);
  for (char& letter : id) {
    letter = static_cast<char>('a' + rest % letters);
    rest /= letters;
  }
  return id;
}

std::vector<std::string> shorten_ids(const std::vector<std::string>& ids) {
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&ids](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  std::vector<std::string> shortened(ids.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::string& id = ids[order[place]];
    std::size_t shared = 0;
    if (place > 0) shared = count_shared(id, ids[order[place - 1]]);
    if (place + 1 < order.size()) shared = std::max(shared, count_shared(id, ids[order[place + 1]]));
    shortened[order[place]] = id.substr(0, std::max(shared + 1, shortest_id));
  }
  return shortened;
}

bool says_the_same(const Entry& before, const Entry& after) { return says_the_same<Entry>(before, after); }

void redact(Entry& entry) {
  visit_fields<Entry>([&](const auto& field) {
    if (field.privacy == Privacy::redacted) entry.*field.member = {};
  });
}

Evidence to_evidence(const Entry& entry) { return {entry.text, entry.links, entry.on, entry.id}; }

}  // namespace rung
