#include "stored_listing.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <rung/report/listing_piece.hpp>
#include <rung/store/assessments.hpp>

#include "messages.hpp"
#include "piecewise_output.hpp"
#include "programs.hpp"

namespace rung::cli {
namespace {

/// How many finished assessments are rendered at once: what that takes is thirty times what a Shortlist holds of them.
constexpr std::size_t piece_size = 1'000;

/// Texts that many assessments share, kept once.
class SharedTexts {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [entry, is_new] = numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(&entry->first);
    return entry->second;
  }
  [[nodiscard]] const std::string& operator[](std::uint32_t number) const { return *texts_[number]; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<const std::string*> texts_;
};

/// What a listing shows of many finished assessments, in little memory.
class Shortlist {
 public:
  /// `partial` is the whole assessment if its run asked some behaviors only.
  void add(const StoredHead& stored, const Assessment* partial) {
    const AssessmentHead& head = stored.head;
    entries_.push_back({stored.reference, head.started_at, head.finished_at.value_or(head.started_at),
                        texts_.add(head.ladder_title), texts_.add(head.subject.name), texts_.add(head.rater.name),
                        texts_.add(head.label), head.on, head.rater.role,
                        partial == nullptr ? 0 : static_cast<int>(partial->answers.size()) - count_carried(*partial),
                        partial == nullptr ? 0 : count_carried(*partial)});
  }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  void sort_latest_first() {
    const auto key = [](const Entry& entry) {
      const std::string_view reference = entry.reference;
      return std::tuple(entry.on, entry.finished_at.at, reference.substr(reference.rfind('/') + 1), reference);
    };
    std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return key(b) < key(a); });
  }

  /// `count` of them, or as many as there are, from `from` on.
  [[nodiscard]] std::vector<ListedAssessment> list(std::size_t from, std::size_t count) const {
    std::vector<ListedAssessment> listed;
    for (std::size_t index = from; index < std::min(size(), from + count); ++index) {
      const Entry& entry = entries_[index];
      AssessmentHead head;
      head.ladder_title = texts_[entry.title];
      head.subject.name = texts_[entry.subject];
      head.rater = {texts_[entry.rater], entry.role};
      head.label = texts_[entry.label];
      head.on = entry.on;
      head.started_at = entry.started_at;
      head.finished_at = entry.finished_at;
      listed.push_back(summarize(head, entry.reference));
      if (entry.behaviors == 0) continue;
      listed.back().behaviors = entry.behaviors;
      listed.back().carried = entry.carried;
    }
    return listed;
  }

 private:
  struct Entry {
    std::string reference;
    Timestamp started_at;
    Timestamp finished_at;
    std::uint32_t title = 0;
    std::uint32_t subject = 0;
    std::uint32_t rater = 0;
    std::uint32_t label = 0;
    Date on{};
    RaterRole role = RaterRole::self;
    int behaviors = 0;  ///< of a run that asked some only; else 0
    int carried = 0;
  };

  SharedTexts texts_;
  std::vector<Entry> entries_;
};

/// A draft and the sitting that it corrects.
struct Amending {
  const Assessment& draft;
  std::string reference;  ///< of the finished assessment; empty: none was met yet
  bool has_own_id = false;
};

/// Of several assessments of one sitting, a draft corrects the one with its own id.
void note_amended(std::vector<Amending>& amending, const StoredHead& stored) {
  for (Amending& one : amending) {
    const std::string& sitting = one.draft.amends.empty() ? one.draft.sitting : one.draft.amends;
    if (one.has_own_id || stored.head.sitting != sitting) continue;
    one.reference = stored.reference;
    one.has_own_id = stored.id == one.draft.id;
  }
}

/// The whole assessment, to count what was carried; absent if all was asked, or if it cannot be read.
std::optional<Assessment> read_partial(const Scene& scene, const StoredHead& stored) {
  if (!stored.head.is_partial) return std::nullopt;
  try {
    return load_assessment(scene.ports.files, stored.path).value;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Renders piece by piece, except for a pager, which takes a whole text.
void deliver_pieces(const Scene& scene, const Shortlist& finished, AssessmentListing listing,
                    const OutputOptions& options, Format format) {
  const bool is_for_people = is_standard_output(options.file);
  const RenderOptions rendering = is_for_people ? RenderOptions{scene.width, scene.out} : RenderOptions{80, Paint{}};
  const bool may_page = format == Format::text && options.paging == Paging::allowed && options.file.empty() &&
                        scene.environment.out_is_terminal;
  std::string text;
  PiecewiseOutput output(scene, options.file);
  const std::vector<ListedAssessment> drafts = std::exchange(listing.drafts, {});
  for (std::size_t from = 0; from < finished.size(); from += piece_size) {
    const bool is_last = from + piece_size >= finished.size();
    listing.finished = finished.list(from, piece_size);
    if (is_last) listing.drafts = drafts;
    const PiecePlace place = from == 0 ? PiecePlace::first : is_last ? PiecePlace::last : PiecePlace::middle;
    const std::string piece = render_piece(listing, place, format, rendering);
    if (may_page)
      text += piece;
    else
      output.write(piece);
  }
  if (may_page && !page(scene, text)) output.write(text);
  output.commit({});
}

}  // namespace

ExitCode deliver_listing(const Scene& scene, Listed what, const OutputOptions& output) {
  const Format format = choose_format(output);
  // What was removed stands in the same tree.
  const Home home = what == Listed::removed ? Home{scene.home.removed()} : scene.home;
  const DraftList drafts = list_drafts(scene.ports.files, home);
  std::vector<Amending> amending;
  for (const StoredAssessment& stored : drafts.drafts) amending.push_back({stored.assessment, {}});
  Shortlist finished;
  std::vector<UnreadableFile> unreadable = visit_heads(scene.ports.files, home, {}, [&](const StoredHead& stored) {
    note_amended(amending, stored);
    const auto partial = read_partial(scene, stored);
    finished.add(stored, partial ? &*partial : nullptr);
  });
  finished.sort_latest_first();
  AssessmentListing listing;
  listing.what = what;
  for (std::size_t index = 0; index < drafts.drafts.size(); ++index) {
    const StoredAssessment& stored = drafts.drafts[index];
    listing.drafts.push_back(summarize(stored.assessment, stored.reference));
    listing.drafts.back().amends = amending[index].reference;
  }
  unreadable.insert(unreadable.end(), drafts.unreadable.begin(), drafts.unreadable.end());
  warn_unreadable(scene, unreadable);
  if (finished.size() > piece_size && format != Format::html) {
    deliver_pieces(scene, finished, std::move(listing), output, format);
  } else {
    listing.finished = finished.list(0, finished.size());
    deliver(scene, std::move(listing), output);
  }
  return unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
}

}  // namespace rung::cli
