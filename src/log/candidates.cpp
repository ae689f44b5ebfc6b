#include <rung/log/candidates.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <rung/diagnostic/source.hpp>
#include <rung/text/ascii.hpp>

#include "candidate_collector.hpp"
#include "csv_candidates.hpp"
#include "json_line_candidates.hpp"
#include "markdown_candidates.hpp"

namespace rung {

std::optional<CandidateFormat> find_candidate_format(std::string_view path) {
  struct Ending {
    std::string_view text;
    CandidateFormat format;
  };
  static constexpr Ending endings[] = {{".md", CandidateFormat::markdown},
                                       {".markdown", CandidateFormat::markdown},
                                       {".csv", CandidateFormat::csv},
                                       {".jsonl", CandidateFormat::json_lines},
                                       {".ndjson", CandidateFormat::json_lines}};
  const std::string lower = to_lower(path);
  for (const Ending& ending : endings)
    if (lower.ends_with(ending.text)) return ending.format;
  return std::nullopt;
}

Candidates read_candidates(CandidateFormat format, std::string_view text, std::string_view path,
                           const CandidateSettings& settings) {
  const Source source(path, text);
  CandidateCollector collector(source, settings);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    collector.complain(check_characters(source).front());
    return std::move(collector).finish();
  }
  switch (format) {
    case CandidateFormat::markdown: read_markdown_candidates(collector); break;
    case CandidateFormat::csv: read_csv_candidates(collector); break;
    case CandidateFormat::json_lines: read_json_line_candidates(collector); break;
  }
  return std::move(collector).finish();
}

std::vector<Entry> drop_known(std::vector<Entry> candidates, const std::vector<Entry>& log) {
  std::unordered_set<std::string_view> known;
  for (const Entry& entry : log) known.insert(entry.id);
  std::erase_if(candidates, [&known](const Entry& candidate) { return known.count(candidate.id) == 1; });
  return candidates;
}

}  // namespace rung
