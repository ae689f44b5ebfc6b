#include <rung/store/note_file.hpp>

#include <rung/error.hpp>
#include <rung/store/durable_file.hpp>

#include "draft_files.hpp"

namespace rung {
namespace {

constexpr std::size_t most_note_bytes = 1U << 20U;
constexpr std::string_view note_ending = ".txt";

std::string note_stem(const std::string& stem) { return stem + ".note-"; }

}  // namespace

NoteFile::NoteFile(const OpenFile& directory, const std::string& stem, std::size_t question, std::string_view text)
    : directory_(&directory) {
  const std::string base = note_stem(stem) + std::to_string(question);
  DurableWrite write(directory, temporary_name(base), Leftover::remove, text, 0600, directory.path_of(base));
  int number = 0;
  do {
    name_ = numbered(base, ++number) + std::string(note_ending);
  } while (!write.claim(name_));
}

std::optional<std::string> NoteFile::read() const {
  auto content = read_regular_file(*directory_, name_, most_note_bytes);
  if (!content) return std::nullopt;
  return std::move(content->bytes);
}

void NoteFile::remove() const { remove_file(*directory_, name_); }

std::vector<std::string> list_note_files(const OpenFile& directory, const std::string& stem) {
  std::vector<std::string> paths;
  for (const std::string& name : list_names(directory))
    if (name.starts_with(note_stem(stem)) && name.ends_with(note_ending)) paths.push_back(directory.path_of(name));
  return paths;
}

}  // namespace rung
