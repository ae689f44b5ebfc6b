#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candidate_collector.hpp"

namespace rung {

/// What a row of a table, or an object, may say about a candidate.
enum CandidateColumn : std::size_t { date_column, text_column, links_column, tags_column, behaviors_column };
inline constexpr std::size_t candidate_column_count = 5;

/// The names of each column. Messages use the first; if several are there, the one that stands first here counts.
inline constexpr std::array<std::array<std::string_view, 4>, candidate_column_count> candidate_column_names{{
    {"date", "day", "on"},
    {"text", "entry", "what", "description"},
    {"links", "link", "url"},
    {"tags", "tag"},
    {"behaviors", "behavior"},
}};

/// A value of a record.
struct CandidateValue {
  Position at;
  std::vector<std::string> texts;  ///< one, except in a list
};

struct CandidateRecord {
  Position at;
  std::array<std::optional<CandidateValue>, candidate_column_count> values;
};

/// The texts of a cell that holds a list: between semicolons, white space and, except in links, commas.
std::vector<std::string> split_cell(std::string_view cell, CandidateColumn column);

/// Gives the collector what a record says, or a problem.
void add_record(CandidateCollector& collector, const CandidateRecord& record);

}  // namespace rung
