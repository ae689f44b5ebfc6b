#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/store/assessments.hpp>

namespace rung {

/// One file that may hold an assessment, not read yet.
struct AssessmentFile {
  std::size_t directory = 0;  ///< as AssessmentFiles counts them
  std::string name;

  /// The date that the name starts with.
  [[nodiscard]] std::optional<Date> date() const;
};

/// The files of finished assessments and drafts, and reading them one at a time. Keeps what could not be read.
class AssessmentFiles {
 public:
  /// Lists them. Throws Error when one of the two top directories cannot be opened or listed.
  AssessmentFiles(Filesystem& filesystem, const Home& home);

  /// By the date that the name starts with, then by ladder, then shorter names first; those without a date are last.
  [[nodiscard]] const std::vector<AssessmentFile>& files() const { return files_; }

  /// Nothing when it is gone or cannot be used; the latter is in `take_unreadable` then.
  std::optional<StoredAssessment> read(const AssessmentFile& file);

  /// Files and directories that were passed over, by path.
  std::vector<UnreadableFile> take_unreadable();

 private:
  struct Directory {
    std::string path;
    std::string prefix;  ///< what references to its files start with
  };

  void list_ladders(const OpenFile& assessments);
  void list_directory(const OpenFile& directory, std::string prefix);
  const OpenFile* open(std::size_t directory);

  Filesystem& filesystem_;
  AssessmentReader reader_;
  std::vector<Directory> directories_;
  std::vector<AssessmentFile> files_;
  std::vector<UnreadableFile> unreadable_;
  std::optional<OpenFile> opened_;  ///< the directory that was read from last: most often it is the next one, too
  std::size_t which_ = 0;           ///< its number, while there is one
};

}  // namespace rung
