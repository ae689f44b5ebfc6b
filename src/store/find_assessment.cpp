#include <rung/store/find_assessment.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>

namespace rung {
namespace {

constexpr std::string_view latest = "latest";

/// N of `latest~N`, 0 of `latest`; nothing when `reference` is neither.
std::optional<std::size_t> read_latest(std::string_view reference) {
  if (reference == latest) return 0;
  if (!reference.starts_with(latest) || reference.substr(latest.size(), 1) != "~") return std::nullopt;
  const std::string_view digits = reference.substr(latest.size() + 1);
  std::size_t back = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), back);
  if (error != std::errc() || end != digits.data() + digits.size())
    throw Error(ExitCode::bad_input, fmt::format("`{}` names no assessment", reference),
                "write `latest~1` for the one before the latest");
  return back;
}

std::string describe(const AssessmentFilter& filter) {
  std::string text;
  if (filter.ladder) text += fmt::format(" on the ladder `{}`", *filter.ladder);
  if (filter.rater) text += fmt::format(" by `{}`", *filter.rater);
  return text;
}

StoredAssessment& find_latest(AssessmentList& list, std::size_t back, const AssessmentFilter& filter) {
  std::vector<StoredAssessment*> finished;
  for (auto& one : list.finished)
    if (passes(one.assessment, filter)) finished.push_back(&one);
  const std::size_t count = finished.size();
  if (count == 0 && !list.unreadable.empty())
    throw Error(ExitCode::bad_input, fmt::format("no finished assessment{} can be read", describe(filter)),
                list.unreadable.front().reason);
  if (count == 0)
    throw Error(ExitCode::bad_input, fmt::format("there is no finished assessment{} yet", describe(filter)),
                list.drafts.empty() ? "`rung assess` makes one" : "`rung assess` goes on with the draft");
  if (back >= count)
    throw Error(
        ExitCode::bad_input,
        fmt::format("`latest~{}` is further back than the {} {} there {}{}", back, count,
                    count == 1 ? "assessment" : "assessments", count == 1 ? "is" : "are", describe(filter)),
        count == 1 ? "`rung assess` makes another one" : fmt::format("the first one is `latest~{}`", count - 1));
  return *finished[count - 1 - back];
}

enum class Match { whole, start };

std::vector<const StoredAssessment*> match(const std::vector<StoredAssessment>& stored, std::string_view reference,
                                           Match how) {
  std::vector<const StoredAssessment*> matches;
  for (const auto& one : stored) {
    const std::string_view names[] = {one.id, one.reference, one.assessment.id};
    const auto fits = [&](std::string_view name) {
      return how == Match::whole ? name == reference : name.starts_with(reference);
    };
    if (std::any_of(std::begin(names), std::end(names), fits)) matches.push_back(&one);
  }
  return matches;
}

std::string list_references(const std::vector<const StoredAssessment*>& stored) {
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(stored.size(), most); ++i)
    text += fmt::format("{}`{}`", i == 0 ? "" : ", ", stored[i]->reference);
  if (stored.size() > most) text += fmt::format(", and {} more", stored.size() - most);
  return text;
}

[[noreturn]] void refuse_ambiguous(const std::vector<const StoredAssessment*>& matches, const std::string& reference) {
  throw Error(ExitCode::bad_input, fmt::format("`{}` can mean more than one assessment", reference),
              fmt::format("write one of {}", list_references(matches)));
}

[[noreturn]] void refuse_unknown(const AssessmentList& list, const std::string& reference) {
  std::vector<std::string> names;
  std::vector<const StoredAssessment*> all;
  for (const auto* stored : {&list.finished, &list.drafts}) {
    for (const auto& one : *stored) {
      names.push_back(one.id);
      all.push_back(&one);
    }
  }
  std::string hint = did_you_mean(reference, names);
  if (hint.empty()) hint = all.empty() ? "`rung assess` makes one" : fmt::format("there is {}", list_references(all));
  throw Error(ExitCode::bad_input, fmt::format("there is no assessment `{}`", reference), hint);
}

StoredAssessment read_path(Filesystem& filesystem, const std::string& path) {
  auto parsed = load_assessment(filesystem, path);
  if (!parsed.value)
    throw DiagnosedError(fmt::format("{} is not an assessment that Rung can read", path),
                         std::move(parsed.diagnostics));
  std::string id = parsed.value->id;
  return {path, std::move(id), path, std::move(*parsed.value)};
}

bool is_there(Filesystem& filesystem, const std::string& path) {
  FileStatus status;
  return filesystem.status_of(AT_FDCWD, path, Links::keep, status) != -ENOENT;
}

/// Throws if one of the files that could not be read is the one that was meant.
void refuse_unreadable(const AssessmentList& list, std::string_view reference) {
  for (const auto& file : list.unreadable) {
    const std::string_view stem = std::string_view(file.path).substr(0, file.path.rfind('.'));
    const std::string_view after_slash = stem.substr(stem.rfind('/') + 1);
    if (after_slash != reference && !stem.ends_with(fmt::format("/{}", reference))) continue;
    if (file.diagnostics.empty()) throw Error(ExitCode::input_output, file.reason);
    throw DiagnosedError(file.reason, file.diagnostics);
  }
}

}  // namespace

FoundAssessment find_assessment(Filesystem& filesystem, const Home& home, std::string_view reference,
                                const AssessmentFilter& filter) {
  const std::string text(reference);
  const bool has_slash = text.find('/') != std::string::npos;
  if (text.empty()) throw Error(ExitCode::bad_input, "the name of the assessment is empty", "write `latest`, or an id");
  if (text.ends_with(".json") && is_there(filesystem, text)) return {read_path(filesystem, text), {}};

  if (const auto back = read_latest(reference)) {
    AssessmentList list = list_latest(filesystem, home, *back, filter);
    return {std::move(find_latest(list, *back, filter)), std::move(list.unreadable)};
  }
  const AssessmentList list = list_assessments(filesystem, home);
  for (const Match how : {Match::whole, Match::start}) {
    for (const auto* stored : {&list.finished, &list.drafts}) {
      const auto matches = match(*stored, reference, how);
      if (matches.size() > 1) refuse_ambiguous(matches, text);
      if (matches.size() == 1) return {*matches.front(), list.unreadable};
      // Here already, since an exact match that is unreadable must not give way to a draft or to a longer name.
      refuse_unreadable(list, reference);
    }
  }
  if (has_slash) return {read_path(filesystem, text), {}};
  refuse_unknown(list, text);
}

}  // namespace rung
