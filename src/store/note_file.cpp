#include <rung/store/note_file.hpp>

#include <rung/error.hpp>
#include <rung/store/durable_file.hpp>

#include "draft_files.hpp"

namespace rung {
namespace {

constexpr std::size_t most_note_bytes = 1U << 20U;
constexpr std::string_view note_ending = ".txt";

/// Renames what stands under `name`; the new path, or nothing when there was nothing.
std::optional<std::string> keep_earlier(const OpenFile& directory, const std::string& stem, const std::string& name) {
  for (int number = 2;; ++number) {
    const std::string kept = numbered(stem, number) + std::string(note_ending);
    const int renamed = directory.filesystem().rename_new(directory.descriptor(), name, kept);
    if (renamed == -EEXIST) continue;
    if (renamed == -ENOENT) return std::nullopt;
    if (renamed < 0) refuse("set aside", directory.path_of(name), -renamed);
    return directory.path_of(kept);
  }
}

}  // namespace

NoteFile::NoteFile(const OpenFile& directory, const std::string& stem, std::string_view text)
    : directory_(&directory), name_(stem + ".note" + std::string(note_ending)) {
  DurableWrite write(directory, temporary_name(name_), Leftover::remove, text, 0600, path());
  while (!write.claim(name_)) {
    earlier_ = keep_earlier(directory, stem + ".note", name_);
  }
}

std::optional<std::string> NoteFile::read() const {
  auto content = read_regular_file(*directory_, name_, most_note_bytes);
  if (!content) return std::nullopt;
  return std::move(content->bytes);
}

void NoteFile::remove() const { remove_file(*directory_, name_); }

}  // namespace rung
