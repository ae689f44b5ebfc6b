#include <rung/store/earlier.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/error.hpp>
#include <rung/text/ascii.hpp>

#include "assessment_file.hpp"

namespace rung {
namespace {

constexpr std::size_t length_of_date = std::string_view("2026-03-14").size();

/// The names that the files of a pair have between their date and their number: that of version 1 too.
struct PairNames {
  std::string slug;
  std::string old_slug;

  PairNames(const Subject& subject, const Rater& rater)
      : slug(make_pair_slug(subject, rater)), old_slug(make_rater_id(rater.name)) {}

  /// Whether the file called `name` is one of the pair, as far as a name can tell.
  [[nodiscard]] bool fit(std::string_view name) const {
    if (!is_assessment_name(name) || name.size() < length_of_date || !parse_date(name.substr(0, length_of_date)))
      return false;
    std::string_view middle = name.substr(length_of_date, name.size() - length_of_date - ending.size());
    if (!middle.starts_with('-')) return false;
    middle.remove_prefix(1);
    return is(middle, slug) || is(middle, old_slug);
  }

 private:
  /// `name`, or `name` with a number.
  static bool is(std::string_view middle, std::string_view name) {
    if (!middle.starts_with(name)) return false;
    middle.remove_prefix(name.size());
    return middle.empty() ||
           (middle.size() > 1 && middle.front() == '-' && std::all_of(middle.begin() + 1, middle.end(), is_digit));
  }
};

/// The later the date, the sooner; of one date the higher number, which makes the longer name.
bool is_later(const std::string& a, const std::string& b) {
  if (const int order = a.compare(0, length_of_date, b, 0, length_of_date); order != 0) return order > 0;
  return a.size() != b.size() ? a.size() > b.size() : a > b;
}

std::vector<std::string> list_of_pair(const OpenFile& directory, const PairNames& names) {
  std::vector<std::string> found;
  for (std::string& name : list_names(directory))
    if (names.fit(name)) found.push_back(std::move(name));
  return found;
}

/// The ladders of the drafts of a pair with the time of their last change.
std::vector<std::pair<std::int64_t, std::string>> list_draft_ladders(Filesystem& filesystem, const Home& home,
                                                                     const PairNames& names) {
  std::vector<std::pair<std::int64_t, std::string>> ladders;
  const auto drafts = open_directory(filesystem, home.drafts());
  if (!drafts) return ladders;
  const std::string old_end = file_name_of(fmt::format("-{}", names.old_slug));
  for (const std::string& name : list_names(*drafts)) {
    if (name.ends_with(old_end) && is_id(name.substr(0, name.size() - old_end.size()))) {
      if (const auto identity = identify_file(*drafts, name))
        ladders.emplace_back(identity->modified, name.substr(0, name.size() - old_end.size()));
    } else if (is_id(name)) {
      const auto directory = open_directory(filesystem, drafts->path_of(name));
      if (!directory) continue;
      if (const auto identity = identify_file(*directory, file_name_of(names.slug)))
        ladders.emplace_back(identity->modified, name);
    }
  }
  return ladders;
}

}  // namespace

void visit_earlier(Filesystem& filesystem, const Home& home, const DraftOwner& owner, Date on,
                   const std::string& sitting, const std::function<bool(const Assessment&)>& visit) {
  const auto directory = open_directory(filesystem, join_path(home.assessments(), owner.ladder_id));
  if (!directory) return;
  AssessmentReader reader;
  std::vector<std::string> names = list_of_pair(*directory, PairNames(owner.subject, owner.rater));
  std::sort(names.begin(), names.end(), is_later);
  for (const std::string& name : names) {
    if (*parse_date(std::string_view(name).substr(0, length_of_date)) > on) continue;
    try {
      const auto content = read_regular_file(*directory, name, most_bytes);
      const auto parsed = content ? reader.read(content->bytes, name) : Parsed<Assessment>{};
      if (!parsed) continue;
      const Assessment& earlier = *parsed.value;
      const bool is_theirs = earlier.rater == owner.rater && earlier.subject == owner.subject;
      if (earlier.is_draft() || !is_theirs || earlier.on > on || earlier.sitting == sitting) continue;
      if (!visit(earlier)) return;
    } catch (const Error&) {
      // `rung list` and `rung doctor` tell of files that cannot be read.
      continue;
    }
  }
}

std::optional<std::string> find_usual_ladder(Filesystem& filesystem, const Home& home, const Subject& subject,
                                             const Rater& rater) {
  const PairNames names(subject, rater);
  auto drafts = list_draft_ladders(filesystem, home, names);
  if (!drafts.empty()) return std::max_element(drafts.begin(), drafts.end())->second;
  const auto assessments = open_directory(filesystem, home.assessments());
  if (!assessments) return std::nullopt;
  std::string latest;
  std::optional<std::string> ladder;
  for (const std::string& name : list_names(*assessments)) {
    if (!is_id(name)) continue;
    const auto directory = open_directory(filesystem, assessments->path_of(name));
    if (!directory) continue;
    const std::vector<std::string> found = list_of_pair(*directory, names);
    if (found.empty()) continue;
    const std::string& last = *std::min_element(found.begin(), found.end(), is_later);
    if (ladder && last.substr(0, length_of_date) <= latest) continue;
    latest = last.substr(0, length_of_date);
    ladder = name;
  }
  return ladder;
}

}  // namespace rung
