#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/store/assessments.hpp>

#include "name_filter.hpp"

namespace rung {

/// The files of finished assessments, ordered by the date that their names start with, then by ladder, then shorter
/// names first: the second one of a day ends in `-2`, the tenth in `-10`. Undated ones are the last. They are read one
/// at a time, and what cannot be read is remembered.
class FinishedFiles {
 public:
  /// Lists them, of one ladder or of all. Throws Error if the top directory cannot be opened or listed.
  FinishedFiles(Filesystem& filesystem, const Home& home, const std::optional<std::string>& ladder = std::nullopt);
  /// Lists those of `filter.ladder` whose names allow that they pass `filter`, and those without a date.
  FinishedFiles(Filesystem& filesystem, const Home& home, const AssessmentFilter& filter);

  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// The date that the name starts with; absent for another name.
  [[nodiscard]] std::optional<Date> date(std::size_t index) const;
  /// The name of the file without `.json`.
  [[nodiscard]] std::string_view id(std::size_t index) const;
  [[nodiscard]] const std::string& ladder(std::size_t index) const;
  [[nodiscard]] std::string reference(std::size_t index) const;
  [[nodiscard]] std::string path(std::size_t index) const;

  /// Absent if it is gone or cannot be used, or if it is not finished.
  std::optional<StoredHead> read_head(std::size_t index);
  std::optional<StoredAssessment> read(std::size_t index);

  /// Files and directories that were skipped, by path.
  std::vector<UnreadableFile> take_unreadable();

 private:
  struct File {
    std::string name;
    std::int32_t day = 0;  ///< since 1970
    std::uint32_t ladder = 0;
  };

  void list_ladder(const OpenFile& assessments, const std::string& name, const NameFilter& names);
  void skip_draft(const std::string& path);

  Filesystem& filesystem_;
  AssessmentReader reader_;
  std::string directory_;
  std::vector<std::string> ladders_;
  std::vector<File> files_;
  std::vector<UnreadableFile> unreadable_;
};

struct DraftFile {
  std::string path;
  std::string reference;  ///< `drafts/<ladder>/<name>`, or `drafts/<name>` where version 1 kept it
};

/// The files of all drafts, by path. Appends the directories that cannot be listed to `unreadable`. Throws Error if it
/// is the top directory.
std::vector<DraftFile> list_draft_files(Filesystem& filesystem, const Home& home,
                                        std::vector<UnreadableFile>& unreadable);

/// Reads the assessment at `path` as `reference`. Absent, with the reason in `unreadable`, if it cannot be used; absent
/// without one if it is gone.
std::optional<StoredAssessment> read_stored(Filesystem& filesystem, AssessmentReader& reader, std::string path,
                                            std::string reference, std::vector<UnreadableFile>& unreadable);

}  // namespace rung
