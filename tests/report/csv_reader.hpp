#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

using CsvRows = std::vector<std::vector<std::string>>;

/// Reads RFC 4180 to the letter: CRLF after every record, quotes only around a whole cell and doubled inside of it, as
/// many cells in each record. Nothing where `csv` is anything else.
class CsvReader {
 public:
  explicit CsvReader(std::string_view csv) : csv_(csv) {}

  std::optional<CsvRows> read() {
    CsvRows rows;
    while (at_ < csv_.size()) {
      rows.emplace_back();
      do {
        auto cell = peek() == '"' ? read_quoted() : read_bare();
        if (!cell) return std::nullopt;
        rows.back().push_back(std::move(*cell));
      } while (take(','));
      if (!take('\r') || !take('\n') || rows.back().size() != rows.front().size()) return std::nullopt;
    }
    return rows;
  }

 private:
  [[nodiscard]] char peek() const { return at_ < csv_.size() ? csv_[at_] : '\0'; }

  bool take(char byte) {
    if (peek() != byte) return false;
    ++at_;
    return true;
  }

  std::optional<std::string> read_bare() {
    const auto end = csv_.find_first_of(",\r\n\"", at_);
    if (end == std::string_view::npos || csv_[end] == '"' || csv_[end] == '\n') return std::nullopt;
    std::string cell(csv_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }

  std::optional<std::string> read_quoted() {
    std::string cell;
    take('"');
    while (at_ < csv_.size()) {
      const char byte = csv_[at_++];
      if (byte != '"')
        cell += byte;
      else if (take('"'))
        cell += '"';
      else
        return cell;
    }
    return std::nullopt;
  }

  std::string_view csv_;
  std::size_t at_ = 0;
};

inline std::optional<CsvRows> read_csv(std::string_view csv) { return CsvReader(csv).read(); }

}  // namespace rung
