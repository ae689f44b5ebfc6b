#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <rung/diagnostic/source.hpp>
#include <rung/log/candidates.hpp>

#include "written_day.hpp"

namespace rung {

/// What a reader found about one thing that was done.
struct FoundCandidate {
  Position at;
  std::optional<WrittenDay> day;
  std::string text;                ///< as it is written, without marks
  std::vector<std::string> links;  ///< besides those in the text
  std::vector<std::string> tags;
  std::vector<Tie> behaviors;
};

/// An entry, without an id, whose text is `text`, which is one line and not blank, without the links at its end.
Entry make_candidate(Date on, std::string_view text, Timestamp now);

/// Makes entries out of what readers find, and reports what can be none.
class CandidateCollector {
 public:
  /// `path` is that of the source.
  CandidateCollector(const Source& source, const CandidateSettings& settings);

  [[nodiscard]] const Source& source() const { return source_; }
  [[nodiscard]] const CandidateSettings& settings() const { return settings_; }
  [[nodiscard]] Date today() const { return date_of(settings_.now); }

  /// Adds an entry, or the links to one that was found before, or a problem.
  void add(const FoundCandidate& found);

  void complain(Position at, std::string message, std::string hint = {}, Severity severity = Severity::error);
  void complain(Diagnostic problem);

  [[nodiscard]] Candidates finish() && { return std::move(candidates_); }

 private:
  [[nodiscard]] bool check_text(const FoundCandidate& found, std::string_view text);
  [[nodiscard]] std::optional<Date> choose_day(const FoundCandidate& found);
  [[nodiscard]] bool fits(const Entry& entry) const;

  const Source& source_;
  const CandidateSettings& settings_;
  std::string origin_;
  Candidates candidates_;
  std::unordered_map<std::string, std::size_t> places_;  ///< by id
};

}  // namespace rung
