#include <rung/log/log.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/json_parse.hpp>
#include <rung/assessment/plain_fields.hpp>
#include <rung/diagnostic/node_writer.hpp>
#include <rung/log/fields.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>

#include "line_scanner.hpp"

namespace rung {

Node write_value(int revision, RevisionField /*kind*/) { return json_number(revision); }
Node write_value(EntryState state, EntryStateField /*kind*/) { return json_text(to_string(state)); }

namespace {

/// How every line begins that Rung writes.
constexpr std::string_view line_start = "{\"format\":\"rung-log/";

/// Reads entries by their list of fields.
class EntryReader : private PlainFieldReader {
 public:
  explicit EntryReader(Reading& reading) : PlainFieldReader(reading) {}

  template <class Record>
  void read_fields(MapReader& map, Record& record) {
    visit_fields<Record>([&](const auto& field) { read(map, field, record.*field.member, field.kind); });
  }

 private:
  using PlainFieldReader::read;

  void read(MapReader& map, const FieldFacts& field, int& revision, RevisionField /*kind*/) {
    const Node* node = map.required(field.name);
    if (node != nullptr)
      revision = read_integer(reading_, *node, fmt::format("`{}`", field.name), 1, max_revision).value_or(revision);
  }

  void read(MapReader& map, const FieldFacts& field, EntryState& state, EntryStateField /*kind*/) {
    const std::string text = map.required_text(field.name);
    if (text.empty()) return;
    if (const auto known = parse_entry_state(text))
      state = *known;
    else
      reading_.complain(*map.optional(field.name), fmt::format("`{}` is no state of an entry", text),
                        "use kept or removed");
  }

  static void read(MapReader& map, const FieldFacts& field, std::vector<std::string>& texts, TextsField /*kind*/) {
    texts = map.texts(field.name);
  }

  void read(MapReader& map, const FieldFacts& field, std::vector<Tie>& ties, RecordsField /*kind*/) {
    const auto* items = map.list(field.name);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
      MapReader inner(reading_, (*items)[i], fmt::format("an item of `{}`", field.name),
                      fmt::format("/{}/{}", field.name, i), field_names<Tie>);
      if (inner.is_map()) read_fields(inner, ties.emplace_back());
    }
  }

  void read(MapReader& /*map*/, const FieldFacts& /*field*/, std::vector<UnknownField>& /*unknown*/,
            DerivedField /*kind*/) {}
};

void check_line_format(Reading& reading, const Node& root) {
  const Node* format = root.find("format");
  if (format == nullptr) {
    reading.complain(root, "this is no entry of a log: it has no `format`");
  } else if (format->scalar != record_facts<Entry>.format) {
    const bool is_newer = format->scalar.starts_with("rung-log/");
    reading.complain(*format,
                     is_newer ? "written by a newer Rung" : fmt::format("`{}` is no format of a log", format->scalar),
                     is_newer ? "update Rung to read it; the line was left as it is" : "");
  }
}

/// Reads one line through JSON.
Parsed<Entry> read_entry(const Source& source) {
  Parsed<Node> tree = parse_json(source, {max_log_line, 32, 5'000});
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  Reading reading(source, UnknownKeys::keep);
  MapReader map(reading, *tree.value, "an entry of the log", "", field_names<Entry>);
  if (map.is_map()) check_line_format(reading, *tree.value);
  Entry entry;
  if (reading.ok()) EntryReader(reading).read_fields(map, entry);
  entry.unknown = std::move(reading.unknown);
  std::replace_if(entry.text.begin(), entry.text.end(), is_white_space, ' ');
  std::erase_if(entry.unknown, [](const UnknownField& field) { return !field.where.empty(); });
  return reading.conclude(std::move(entry));
}

bool is_conflict_marker(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>") ||
         line.starts_with("|||||||");
}

/// A version with its line, which decides between two that are otherwise alike.
struct ReadVersion {
  Entry entry;
  std::string_view line;
};

bool is_greater(const ReadVersion& one, const ReadVersion& other) {
  return std::tuple(one.entry.rev, one.entry.at.at, one.line) >
         std::tuple(other.entry.rev, other.entry.at.at, other.line);
}

class LogReader {
 public:
  explicit LogReader(std::string_view source) : source_(source) {}

  void read_line(std::string_view line, int number) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_blank(line)) return;
    if (line.size() > max_log_line) return complain_at(number, "this line is longer than 64 KiB");
    if (is_conflict_marker(line))
      return complain_at(number, "this is a conflict marker of git; the lines around it were read",
                         "delete this line; `log.jsonl merge=union` in .gitattributes avoids it");
    const auto problem = read_part(line, number);
    if (!problem) return;
    // The start of a line cannot stand inside of a string: a quote there has a backslash before it.
    const std::size_t second = line.find(line_start, 1);
    if (second == std::string_view::npos) return complain(*problem);
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t next = std::min(line.find(line_start, at + 1), line.size());
      if (auto part_problem = read_part(line.substr(at, next - at), number)) {
        part_problem->at.column += count_characters(line.substr(0, at));
        complain(*std::move(part_problem));
      }
      at = next;
    }
  }

  Log finish() {
    // Places are sorted, not the entries: moving one costs more than comparing two.
    std::vector<std::size_t> order(versions_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      const auto key = [](const Entry& entry) { return std::tuple(entry.on, entry.at.at, std::string_view(entry.id)); };
      return key(versions_[a].entry) < key(versions_[b].entry);
    });
    log_.entries.reserve(order.size());
    for (const std::size_t place : order) log_.entries.push_back(std::move(versions_[place].entry));
    return std::move(log_);
  }

  void reserve(std::size_t lines) {
    versions_.reserve(lines);
    places_.reserve(lines);
  }

 private:
  void complain_at(int number, std::string message, std::string hint = {}) {
    Diagnostic problem;
    problem.source = source_;
    problem.at = {number, 1};
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    complain(std::move(problem));
  }

  /// The entry in `text`, which is a line or a part of one; else its first problem.
  std::optional<Diagnostic> read_part(std::string_view text, int number) {
    if (auto entry = scan_entry(text)) {
      add({*std::move(entry), text});
      return std::nullopt;
    }
    Parsed<Entry> read = read_entry(Source(source_, text));
    if (read) {
      add({*std::move(read.value), text});
      return std::nullopt;
    }
    Diagnostic problem = std::move(read.diagnostics.front());
    problem.at.line = number;
    problem.related.reset();
    return problem;
  }

  void complain(Diagnostic problem) {
    ++log_.unreadable;
    if (log_.problems.size() < max_diagnostics) log_.problems.push_back(std::move(problem));
  }

  void add(ReadVersion version) {
    const auto [place, is_new] = places_.try_emplace(version.entry.id, versions_.size());
    if (is_new)
      versions_.push_back(std::move(version));
    else if (ReadVersion& known = versions_[place->second]; is_greater(version, known))
      known = std::move(version);
  }

  std::string_view source_;
  Log log_;
  std::vector<ReadVersion> versions_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

Log read_log(std::string_view bytes, std::string_view source) {
  LogReader reader(source);
  reader.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (int number = 1; !bytes.empty(); ++number) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    reader.read_line(bytes.substr(0, end), number);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return reader.finish();
}

std::string write_entry(const Entry& entry) {
  Node root = write_record(entry, EmptyFields::omitted);
  for (const UnknownField& field : entry.unknown)
    if (root.find(field.name) == nullptr) add_field(root, field.name, field.value);
  return write_json_line(root);
}

Entry next_version(const Entry& entry, Timestamp now) {
  Entry next = entry;
  next.rev = entry.rev + 1;
  next.at = now;
  return next;
}

}  // namespace rung
