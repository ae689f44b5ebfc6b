#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/store/durable_file.hpp>

namespace rung {

/// A report that is written piece by piece where the user asked for it, as export_file does it: the file is there whole
/// or not at all, however long the pieces take to come. What goes to a device, a pipe or an open descriptor is there
/// at once. Without `commit` a file is as it was.
class DurableExport {
 public:
  /// Throws Error when `path` is nothing that can be written.
  DurableExport(Filesystem& filesystem, const std::string& path, mode_t umask);
  DurableExport(const DurableExport&) = delete;
  DurableExport& operator=(const DurableExport&) = delete;
  ~DurableExport() = default;

  /// Throws Error; there is nothing to be committed then.
  void write(std::string_view bytes);

  /// On return the file is there, and survives a power cut. Nothing is written afterwards. Throws Error; the file is
  /// then as it was, or (when only the last sync failed) new.
  void commit();

 private:
  void begin(Filesystem& filesystem, const std::string& where, mode_t permissions);

  std::string path_;
  std::string name_;
  mode_t permissions_ = 0;
  std::optional<OpenFile> direct_;  ///< a device, a pipe or an open descriptor
  std::optional<OpenFile> directory_;
  std::optional<DurableWrite> temporary_;
};

/// What becomes of a file that stands where another one is to be.
enum class Existing { refuse, replace };

/// As export_file does, but a file that is there already is refused with Error(usage) unless it is to be replaced; one
/// that another program creates at the same moment is never replaced either.
void export_file(Filesystem& filesystem, const std::string& path, std::string_view bytes, mode_t umask,
                 Existing existing);

}  // namespace rung
