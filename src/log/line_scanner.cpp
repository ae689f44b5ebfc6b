#include "line_scanner.hpp"

#include <array>
#include <charconv>
#include <string>
#include <type_traits>

#include <rung/diagnostic/source.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/log/fields.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

/// Walks the fields of a record through a line, as they are written.
class LineScanner {
 public:
  explicit LineScanner(std::string_view line) : rest_(line) {}

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

  template <class Record>
  bool scan_record(Record& record) {
    if (!take('{')) return false;
    bool is_first = true;
    if constexpr (!record_facts<Record>.format.empty()) {
      if (!take_name("format", is_first) || !take('"') || !take(record_facts<Record>.format) || !take('"'))
        return false;
    }
    bool is_well = true;
    visit_fields<Record>([&](const auto& field) {
      if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(field.kind)>, DerivedField>) {
        if (!is_well) return;
        if (take_name(field.name, is_first))
          is_well = scan(record.*field.member, field.kind);
        else
          is_well = field.requirement == Requirement::optional;
      }
    });
    return is_well && take('}');
  }

 private:
  bool take(char expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  /// The key of the next field, if it is `name`.
  bool take_name(std::string_view name, bool& is_first) {
    const std::size_t comma = is_first ? 0 : 1;
    if (rest_.size() < name.size() + comma + 3 || (comma == 1 && rest_.front() != ',')) return false;
    const std::string_view key = rest_.substr(comma, name.size() + 3);
    if (key.front() != '"' || !key.ends_with("\":") || key.substr(1, name.size()) != name) return false;
    rest_.remove_prefix(comma + key.size());
    is_first = false;
    return true;
  }

  /// The bytes of a string without escapes that stands next.
  std::optional<std::string_view> take_plain_string() {
    if (!take('"')) return std::nullopt;
    const std::size_t end = rest_.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view bytes = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return bytes;
  }

  bool scan(std::string& text, TextField /*kind*/) {
    if (!take('"')) return false;
    while (true) {
      const std::size_t stop = rest_.find_first_of("\"\\");
      if (stop == std::string_view::npos) return false;
      text.append(rest_.substr(0, stop));
      const bool is_end = rest_[stop] == '"';
      rest_.remove_prefix(stop + 1);
      if (is_end) break;
      // Other escapes are not written for what an entry may hold.
      if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\\')) return false;
      text += rest_.front();
      rest_.remove_prefix(1);
    }
    return !is_blank(text) && is_presentable(text);
  }

  bool scan(std::string& id, IdField /*kind*/) {
    const auto bytes = take_plain_string();
    if (!bytes || !is_id(*bytes)) return false;
    id = *bytes;
    return true;
  }

  bool scan(int& revision, RevisionField /*kind*/) {
    const auto [end, failure] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), revision);
    const auto length = static_cast<std::size_t>(end - rest_.data());
    if (failure != std::errc() || rest_.front() == '0' || revision < 1 || revision > max_revision) return false;
    rest_.remove_prefix(length);
    return true;
  }

  bool scan(Date& day, DateField /*kind*/) { return scan_parsed(day, parse_date); }
  bool scan(Timestamp& moment, TimestampField /*kind*/) { return scan_parsed(moment, parse_timestamp); }
  bool scan(EntryState& state, EntryStateField /*kind*/) { return scan_parsed(state, parse_entry_state); }

  template <class Value, class Parse>
  bool scan_parsed(Value& value, Parse parse) {
    const auto bytes = take_plain_string();
    const auto parsed = bytes ? parse(*bytes) : std::nullopt;
    if (parsed) value = *parsed;
    return parsed.has_value();
  }

  template <class Item, class ScanItem>
  bool scan_items(std::vector<Item>& items, ScanItem scan_item) {
    if (!take('[')) return false;
    do {
      if (!scan_item(items.emplace_back())) return false;
    } while (take(','));
    return take(']');
  }

  bool scan(std::vector<std::string>& texts, TextsField /*kind*/) {
    return scan_items(texts, [this](std::string& text) { return scan(text, TextField{}); });
  }
  bool scan(std::vector<std::string>& links, LinksField /*kind*/) {
    return scan_items(links, [this](std::string& link) { return scan(link, TextField{}) && is_link(link); });
  }
  bool scan(std::vector<Tie>& ties, RecordsField /*kind*/) {
    return scan_items(ties, [this](Tie& tie) { return scan_record(tie); });
  }

  static bool is_presentable(std::string_view text) {
    return count_plain_ascii(text) == text.size() || find_forbidden_character(text).empty();
  }

  std::string_view rest_;
};

}  // namespace

std::optional<Entry> scan_entry(std::string_view line) {
  LineScanner scanner(line);
  Entry entry;
  if (!scanner.scan_record(entry) || !scanner.is_at_end()) return std::nullopt;
  return entry;
}

}  // namespace rung
