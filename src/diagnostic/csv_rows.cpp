#include <rung/diagnostic/csv_rows.hpp>

#include <algorithm>
#include <utility>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>

namespace rung {
namespace {

char find_separator(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char separator : {';', '\t'})
    if (std::count(first.begin(), first.end(), separator) > std::count(first.begin(), first.end(), best))
      best = separator;
  return best;
}

/// The rows of a text; those without any text are left out.
class CsvParser {
 public:
  explicit CsvParser(const Source& source) : source_(source), text_(source.text()), separator_(find_separator(text_)) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  Parsed<std::vector<CsvRow>> run() && {
    while (at_ < text_.size() && diagnostics_.empty()) read_row();
    if (!diagnostics_.empty()) return {std::nullopt, std::move(diagnostics_)};
    return {std::move(rows_), {}};
  }

 private:
  [[nodiscard]] bool ends_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
  }

  void read_row() {
    CsvRow row;
    bool is_within = true;
    while (is_within && diagnostics_.empty()) {
      row.push_back(read_cell());
      is_within = at_ < text_.size() && text_[at_] == separator_;
      if (is_within) ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    const bool has_text = std::any_of(row.begin(), row.end(), [](const CsvCell& cell) { return !cell.text.empty(); });
    if (has_text) rows_.push_back(std::move(row));
  }

  CsvCell read_cell() {
    const std::size_t begin = at_;
    std::string text;
    if (at_ < text_.size() && text_[at_] == '"')
      text = read_quoted(begin);
    else
      while (!ends_cell()) text += text_[at_++];
    return {source_.position_of(begin), squeeze(text, white_space)};
  }

  std::string read_quoted(std::size_t begin) {
    std::string text;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        text += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        text += text_[at_++];
      } else {
        ++at_;
        if (!ends_cell())
          complain(at_, "text after the closing quote", "a quote within a quoted cell is written twice: \"\"");
        return text;
      }
    }
    complain(begin, "this quote never ends", "close it with \" before the next separator or the end of the line");
    return text;
  }

  void complain(std::size_t offset, std::string message, std::string hint) {
    diagnostics_.push_back(source_.diagnose(source_.position_of(offset), 1, std::move(message), std::move(hint)));
  }

  const Source& source_;
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::vector<CsvRow> rows_;
  Diagnostics diagnostics_;
};

}  // namespace

Parsed<std::vector<CsvRow>> read_csv_rows(const Source& source) { return CsvParser(source).run(); }

}  // namespace rung
