#include <rung/assessment/assessment_head.hpp>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/fields.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/ladder/fields.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

/// Reads the first lines of an assessment file, one field after the other, in the order of the lists of fields. Fails
/// on anything that is not exactly as Rung writes it.
class HeadReader {
 public:
  explicit HeadReader(std::string_view text) : rest_(text) {}

  /// All fields before the ladder, and the first fields of the ladder.
  std::optional<Assessment> read() {
    Assessment assessment;
    if (!take_line("{")) return std::nullopt;
    read_record(assessment);
    return is_done_ && !has_failed_ ? std::optional(std::move(assessment)) : std::nullopt;
  }

 private:
  template <class Record>
  void read_record(Record& record) {
    indent_ += 2;
    std::string format;
    if (!record_facts<Record>.format.empty() &&
        (!read_text("format", format, Requirement::required) || format != record_facts<Record>.format))
      fail();
    visit_fields<Record>([&](const auto& field) {
      if (!is_done_ && !has_failed_) read_field(field, record.*field.member, field.kind);
    });
    indent_ -= 2;
  }

  void read_field(const FieldFacts& field, std::string& text, TextField /*kind*/) {
    read_text(field.name, text, field.requirement);
  }

  void read_field(const FieldFacts& field, std::string& id, IdField /*kind*/) {
    if (read_text(field.name, id, field.requirement) && !is_id(id)) fail();
  }

  void read_field(const FieldFacts& field, std::string& sitting, SittingField /*kind*/) {
    if (read_text(field.name, sitting, field.requirement) && !sitting.empty() && !is_id(sitting)) fail();
  }

  void read_field(const FieldFacts& field, std::string& text, LineField /*kind*/) {
    // A ladder omits empty fields.
    if (field.requirement == Requirement::required || is_next(field.name))
      read_text(field.name, text, field.requirement);
  }

  void read_field(const FieldFacts& field, Date& day, DateField /*kind*/) {
    std::string text;
    read_text(field.name, text, field.requirement);
    if (const auto date = parse_date(text))
      day = *date;
    else
      fail();
  }

  void read_field(const FieldFacts& field, std::optional<Timestamp>& moment, TimestampField /*kind*/) {
    const auto value = take_value(field.name);
    if (!value || *value == "null") return;
    if (value->size() > 2) moment = parse_timestamp(value->substr(1, value->size() - 2));
    if (!moment) fail();
  }

  void read_field(const FieldFacts& field, Timestamp& moment, TimestampField kind) {
    std::optional<Timestamp> found;
    read_field(field, found, kind);
    if (found)
      moment = *found;
    else
      fail();
  }

  void read_field(const FieldFacts& field, RaterRole& role, RoleField /*kind*/) {
    std::string text;
    read_text(field.name, text, field.requirement);
    if (const auto known = parse_rater_role(text))
      role = *known;
    else
      fail();
  }

  template <class Record>
  void read_field(const FieldFacts& field, Record& record, RecordField /*kind*/) {
    if (take_value(field.name) != "{") return fail();
    read_record(record);
    if (!take_line("}")) fail();
  }

  void read_field(const FieldFacts& field, std::optional<std::vector<std::string>>& keys, AskedField /*kind*/) {
    const auto value = take_value(field.name);
    if (!value || *value == "null") return;
    keys.emplace();
    if (*value == "[]") return;
    if (*value != "[") return fail();
    // One key per line, indented more than the closing bracket.
    while (!has_failed_ && !take_line("]")) take_any_line();
  }

  void read_field(const FieldFacts& field, Ladder& ladder, FrozenLadderField /*kind*/) {
    if (take_value(field.name) != "{") return fail();
    read_record(ladder);
  }

  /// The first field of another kind, which belongs to the ladder, ends the head.
  template <class Value, class Kind>
  void read_field(const FieldFacts& /*field*/, Value& /*value*/, Kind /*kind*/) {
    // If the next line is incomplete, it may be a field that seemed to be omitted.
    is_done_ = rest_.find('\n') != std::string_view::npos;
  }

  bool read_text(std::string_view name, std::string& text, Requirement requirement) {
    const auto value = take_value(name);
    if (!value) return false;
    if (value->size() < 2 || value->front() != '"' || value->back() != '"') return fail(), false;
    if (value->find('\\') == std::string_view::npos) {
      text = value->substr(1, value->size() - 2);
    } else {
      const auto decoded = parse_json(Source("", *value));
      if (!decoded) return fail(), false;
      text = decoded.value->scalar;
    }
    if (!find_forbidden_character(text).empty() || (requirement == Requirement::required && is_blank(text))) fail();
    return !has_failed_;
  }

  /// The next line without indentation, comma, and line feed. Absent if it is incomplete or has the wrong indentation.
  [[nodiscard]] std::optional<std::string_view> next_line() const {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos || rest_.find_first_not_of(' ') != indent_) return std::nullopt;
    std::string_view line = rest_.substr(indent_, end - indent_);
    if (line.ends_with(',')) line.remove_suffix(1);
    return line;
  }

  bool take_line(std::string_view text) { return next_line() == text && take_any_line(); }

  bool take_any_line() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return fail(), false;
    rest_.remove_prefix(end + 1);
    return true;
  }

  /// The text after the key in a line. Absent for a line with another key.
  static std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
    constexpr std::string_view colon = "\": ";
    if (!line.starts_with('"')) return std::nullopt;
    line.remove_prefix(1);
    if (!line.starts_with(key) || !line.substr(key.size()).starts_with(colon)) return std::nullopt;
    return line.substr(key.size() + colon.size());
  }

  [[nodiscard]] bool is_next(std::string_view key) const {
    const auto line = next_line();
    return line && value_of(*line, key);
  }

  /// The value in the next line, which must have that key.
  std::optional<std::string_view> take_value(std::string_view key) {
    const auto line = next_line();
    const auto value = line ? value_of(*line, key) : std::nullopt;
    if (value)
      take_any_line();
    else
      fail();
    return value;
  }

  void fail() { has_failed_ = true; }

  std::string_view rest_;
  std::size_t indent_ = 0;
  bool is_done_ = false;
  bool has_failed_ = false;
};

}  // namespace

AssessmentHead head_of(const Assessment& assessment) {
  const Ladder& ladder = assessment.ladder;
  return {assessment.id, assessment.sitting,    assessment.subject,     ladder.id,
          ladder.title,  ladder.version,        assessment.rater,       assessment.label,
          assessment.on, assessment.started_at, assessment.finished_at, assessment.asked.has_value()};
}

bool is_earlier(const AssessmentHead& a, const AssessmentHead& b) {
  const auto moment = [](const AssessmentHead& head) { return head.finished_at.value_or(head.started_at).at; };
  return std::tuple(a.on, moment(a), std::string_view(a.id)) < std::tuple(b.on, moment(b), std::string_view(b.id));
}

std::optional<AssessmentHead> read_head(std::string_view begin) {
  const auto assessment = HeadReader(begin).read();
  return assessment ? std::optional(head_of(*assessment)) : std::nullopt;
}

}  // namespace rung
