#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/store/assessments.hpp>

namespace rung {

/// The most bytes of an assessment file.
inline constexpr std::size_t most_bytes = JsonLimits{}.bytes;
inline constexpr std::string_view ending = ".json";

/// `id`.json, and back.
std::string file_name_of(std::string_view id);
std::string id_of(std::string_view file_name);

/// Whether a file of that name is an assessment. False for backups, conflict files, and temporary files.
bool is_assessment_name(std::string_view name);

/// The bytes of the file at `path`. Throws Error(bad_input) if there are too many to be read back.
std::string serialise(const Assessment& assessment, const std::string& path);

/// The finished assessments of the sitting of `draft` in `directory`, by name, without those that cannot be read.
/// Throws Error if the directory cannot be listed.
std::vector<StoredAssessment> read_sitting(const OpenFile& directory, const Assessment& draft);

/// One file that may hold an assessment, not read yet.
struct AssessmentFile {
  std::size_t directory = 0;  ///< index in AssessmentFiles
  std::string name;

  /// The date that the name starts with.
  [[nodiscard]] std::optional<Date> date() const;
};

/// The files of all finished assessments and drafts. Reads them one at a time and remembers which it could not read.
class AssessmentFiles {
 public:
  /// Lists them. Throws Error if one of the two top directories cannot be opened or listed.
  AssessmentFiles(Filesystem& filesystem, const Home& home);

  /// By the date that the name starts with, then by ladder, then shorter names first; undated ones last.
  [[nodiscard]] const std::vector<AssessmentFile>& files() const { return files_; }

  /// Absent if it is gone or cannot be used; `take_unreadable` returns the latter.
  std::optional<StoredAssessment> read(const AssessmentFile& file);

  /// Files and directories that were skipped, by path.
  std::vector<UnreadableFile> take_unreadable();

 private:
  struct Directory {
    std::string path;
    std::string prefix;  ///< references to its files start with it
  };

  void list_ladders(const OpenFile& assessments);
  void list_directory(const OpenFile& directory, std::string prefix);
  const OpenFile* open(std::size_t directory);

  Filesystem& filesystem_;
  AssessmentReader reader_;
  std::vector<Directory> directories_;
  std::vector<AssessmentFile> files_;
  std::vector<UnreadableFile> unreadable_;
  std::optional<OpenFile> opened_;  ///< the directory last read from, which is usually the next one, too
  std::size_t which_ = 0;           ///< its index
};

}  // namespace rung
