#include <rung/store/removed.hpp>

#include <algorithm>
#include <functional>
#include <optional>

#include <fmt/format.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/text/ascii.hpp>

#include "assessment_file.hpp"
#include "draft_lock.hpp"
#include "references.hpp"

namespace rung {
namespace {

constexpr std::string_view finished_top = "assessments";
constexpr std::string_view draft_top = "drafts";
constexpr std::string_view removed_top = "removed";

/// A stored file: its directory, relative to the home or to removed/, and its name without `.json`.
struct Spot {
  std::string directory;
  std::string stem;

  [[nodiscard]] bool is_draft() const { return directory.starts_with(draft_top); }
  [[nodiscard]] std::string reference() const {
    const std::string_view below = is_draft() ? directory : std::string_view(directory).substr(finished_top.size() + 1);
    return fmt::format("{}/{}", below, stem);
  }
};

/// Whether assessments or drafts are kept in a directory of that name: assessments/<ladder>, drafts/<ladder>, drafts.
bool keeps_assessments(std::string_view directory) {
  if (directory == draft_top) return true;
  const std::size_t slash = directory.find('/');
  const std::string_view top = directory.substr(0, slash);
  return slash != std::string_view::npos && (top == draft_top || top == finished_top) &&
         is_id(directory.substr(slash + 1));
}

/// The spot of the file at `path` below `top`. Absent if it is none.
std::optional<Spot> find_spot(Filesystem& filesystem, const std::string& top, const std::string& path) {
  const SplitPath split = split_path(path);
  if (!is_assessment_name(split.name)) return std::nullopt;
  const auto below = [&](std::string_view directory, std::string_view above) -> std::optional<Spot> {
    if (!directory.starts_with(above) || directory.substr(above.size(), 1) != "/") return std::nullopt;
    const std::string_view relative = directory.substr(above.size() + 1);
    if (!keeps_assessments(relative)) return std::nullopt;
    return Spot{std::string(relative), id_of(split.name)};
  };
  if (auto spot = below(split.directory, top)) return spot;
  std::string real_directory;
  std::string real_top;
  if (filesystem.resolve(split.directory, real_directory) < 0 || filesystem.resolve(top, real_top) < 0)
    return std::nullopt;
  return below(real_directory, real_top);
}

/// The number that a removed draft ends in is no part of the name it had.
std::string without_number(const std::string& stem) {
  const std::size_t dash = stem.rfind('-');
  if (dash == std::string::npos || dash == 0 || dash + 1 == stem.size()) return stem;
  return std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(dash) + 1, stem.end(), is_digit) ? stem.substr(0, dash)
                                                                                                 : stem;
}

/// The backups of `name` in its directory, from the oldest to the newest.
std::vector<std::string> list_backups(const OpenFile& directory, const std::string& name) {
  std::vector<std::string> backups = list_names(directory);
  const std::string start = fmt::format("{}.bak", name);
  std::erase_if(backups, [&](const std::string& other) { return !other.starts_with(start); });
  std::stable_sort(backups.begin(), backups.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return backups;
}

RemovedAssessment describe_removed(const Home& home, const Spot& removed, const OpenFile& directory) {
  const Spot place{removed.directory, removed.is_draft() ? without_number(removed.stem) : removed.stem};
  const std::string name = file_name_of(removed.stem);
  RemovedAssessment described{removed.reference(), join_path(join_path(home.removed(), removed.directory), name),
                              join_path(join_path(home.root, place.directory), file_name_of(place.stem)),
                              place.reference()};
  const std::string above = split_path(described.path).directory;
  for (const std::string& backup : list_backups(directory, name)) described.backups.push_back(join_path(above, backup));
  return described;
}

bool has_file(Filesystem& filesystem, int directory, const std::string& name, const std::string& path) {
  FileStatus status;
  const int result = filesystem.status_of(directory, name, Links::keep, status);
  if (result < 0 && result != -ENOENT && result != -ENOTDIR) refuse("read", path, -result);
  return result == 0;
}

bool has_file(const OpenFile& directory, const std::string& name) {
  return has_file(directory.filesystem(), directory.descriptor(), name, directory.path_of(name));
}

/// One move from one directory to another, both relative to the home.
class Move {
 public:
  /// Throws Error(bad_input) if there is no `name` in `from`.
  Move(Filesystem& filesystem, const Home& home, std::string from, std::string to, const std::string& name)
      : root_(make_directory(filesystem, home.root)),
        from_(std::move(from)),
        to_(std::move(to)),
        source_(open_source(name)),
        target_(make_directory(filesystem, root_.path_of(to_))) {}

  [[nodiscard]] const OpenFile& target() const { return target_; }
  [[nodiscard]] bool is_taken(const std::string& name) const { return has_file(target_, name); }

  /// Moves `name`, to be called `new_name`, and its backups. Backups go first: what is cut short is then still where it
  /// can be found, to be moved again. False if `new_name` exists.
  [[nodiscard]] bool make(const std::string& name, const std::string& new_name) {
    for (const std::string& backup : list_backups(source_, name)) {
      int number = 1;
      while (!rename(backup, numbered(fmt::format("{}.bak", new_name), number))) ++number;
    }
    if (!rename(name, new_name)) return false;
    // First the directory that has gained a file. Those above may be new, from an earlier attempt that was cut short.
    sync_directory(target_, target_.path_of(new_name));
    for (std::string above = split_path(to_).directory; above != "."; above = split_path(above).directory) {
      const std::string path = root_.path_of(above);
      sync_directory(make_directory(root_.filesystem(), path), path);
    }
    sync_directory(root_, root_.path());
    sync_directory(source_, source_.path());
    return true;
  }

 private:
  OpenFile open_source(const std::string& name) {
    auto source = open_directory(root_.filesystem(), root_.path_of(from_));
    if (!source || !has_file(*source, name))
      throw Error(ExitCode::bad_input, fmt::format("there is no file {}", root_.path_of(join_path(from_, name))));
    return *std::move(source);
  }

  [[nodiscard]] bool rename(const std::string& name, const std::string& new_name) {
    const int renamed =
        root_.filesystem().rename_new(root_.descriptor(), join_path(from_, name), join_path(to_, new_name));
    if (renamed == -EEXIST) return false;
    if (renamed < 0) refuse("move", source_.path_of(name), -renamed);
    return true;
  }

  OpenFile root_;
  std::string from_;
  std::string to_;
  OpenFile source_;
  OpenFile target_;
};

Spot find_stored_spot(Filesystem& filesystem, const Home& home, const std::string& path) {
  if (auto spot = find_spot(filesystem, home.root, path)) return *std::move(spot);
  throw Error(ExitCode::bad_input, fmt::format("{} is not among the assessments that Rung keeps", path),
              "delete it yourself, or name one that `rung list` shows");
}

RemovedAssessment remove_draft_at(Filesystem& filesystem, const Home& home, Spot spot) {
  const std::string name = file_name_of(spot.stem);
  Move move(filesystem, home, spot.directory, join_path(removed_top, spot.directory), name);
  for (int number = 1;; ++number) {
    const std::string new_stem = fmt::format("{}-{}", spot.stem, number);
    const std::string new_name = file_name_of(new_stem);
    if (move.is_taken(new_name) || !move.make(name, new_name)) continue;
    spot.stem = new_stem;
    return describe_removed(home, spot, move.target());
  }
}

RemovedAssessment remove_finished_at(Filesystem& filesystem, const Home& home, const Spot& spot) {
  const std::string name = file_name_of(spot.stem);
  Move move(filesystem, home, spot.directory, join_path(removed_top, spot.directory), name);
  if (move.is_taken(name) || !move.make(name, name))
    throw Error(ExitCode::bad_input, fmt::format("another assessment `{}` was removed before", spot.reference()),
                fmt::format("it is in {}; move that file elsewhere first", move.target().path_of(name)));
  return describe_removed(home, spot, move.target());
}

/// Appends what is removed below `directory`, which is relative to removed/.
void list_directory_removed(const OpenFile& top, const Home& home, const std::string& directory,
                            std::vector<RemovedAssessment>& removed) {
  const auto opened = open_directory(top.filesystem(), top.path_of(directory));
  if (!opened) return;
  for (const std::string& name : list_names(*opened)) {
    FileStatus status;
    const int result = top.filesystem().status_of(opened->descriptor(), name, Links::follow, status);
    if (result < 0 && result != -ENOENT && result != -ELOOP) refuse("read", opened->path_of(name), -result);
    if (result == 0 && status.kind == FileKind::directory) {
      const std::string below = join_path(directory, name);
      if (keeps_assessments(below)) list_directory_removed(top, home, below, removed);
    } else if (is_assessment_name(name) && keeps_assessments(directory)) {
      removed.push_back(describe_removed(home, {directory, id_of(name)}, *opened));
    }
  }
}

/// The name of what `reference` refers to, without the ladder.
std::string_view last_name(std::string_view reference) { return reference.substr(reference.rfind('/') + 1); }

/// False for a file that cannot be read.
bool has_label(Filesystem& filesystem, const std::string& path, const std::string& label) {
  try {
    const auto parsed = load_assessment(filesystem, path);
    return parsed && !label.empty() && parsed.value->label == label;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

RemovedAssessment remove_assessment(Filesystem& filesystem, const Home& home, const std::string& path) {
  const Spot spot = find_stored_spot(filesystem, home, path);
  if (!spot.is_draft()) return remove_finished_at(filesystem, home, spot);
  const auto directory = open_directory(filesystem, join_path(home.root, spot.directory));
  if (!directory || !has_file(*directory, file_name_of(spot.stem)))
    throw Error(ExitCode::bad_input, fmt::format("there is no file {}", path));
  const OpenFile lock = lock_draft(*directory, spot.stem);
  return remove_draft_at(filesystem, home, spot);
}

RemovedAssessment set_aside_draft(Filesystem& filesystem, const Home& home, const std::string& path) {
  return remove_draft_at(filesystem, home, find_stored_spot(filesystem, home, path));
}

std::vector<RemovedAssessment> list_removed(Filesystem& filesystem, const Home& home) {
  std::vector<RemovedAssessment> removed;
  const auto top = open_directory(filesystem, home.removed());
  if (!top) return removed;
  for (const std::string_view directory : {finished_top, draft_top})
    list_directory_removed(*top, home, std::string(directory), removed);
  return removed;
}

RemovedAssessment find_removed(Filesystem& filesystem, const Home& home, std::string_view reference) {
  const std::string text(reference);
  const auto spot = find_spot(filesystem, home.removed(), text);
  const std::string wanted = spot ? spot->reference() : text;
  const std::vector<RemovedAssessment> removed = list_removed(filesystem, home);
  using Fits = std::function<bool(const RemovedAssessment&)>;
  // A label stands inside the files, which are read only where no name fits.
  for (const Fits& fits : {Fits([&](const auto& one) { return one.reference == wanted; }),
                           Fits([&](const auto& one) { return last_name(one.reference) == wanted; }),
                           Fits([&](const auto& one) { return has_label(filesystem, one.path, wanted); })}) {
    std::vector<std::string> matches;
    const RemovedAssessment* match = nullptr;
    for (const RemovedAssessment& one : removed) {
      if (!fits(one)) continue;
      matches.push_back(one.reference);
      match = &one;
    }
    if (matches.size() > 1) refuse_ambiguous(reference, matches);
    if (match != nullptr) return *match;
  }
  std::vector<std::string> names;
  for (const RemovedAssessment& one : removed) names.push_back(one.reference);
  const std::string meant = did_you_mean(text, names);
  throw Error(ExitCode::bad_input, fmt::format("no assessment `{}` was removed", text),
              meant.empty() ? "`rung restore` lists what can be restored" : meant);
}

void restore_assessment(Filesystem& filesystem, const Home& home, const RemovedAssessment& removed) {
  const auto from = find_spot(filesystem, home.removed(), removed.path);
  const auto to = find_spot(filesystem, home.root, removed.place);
  if (!from || !to) throw Error(ExitCode::bad_input, fmt::format("{} is not in {}", removed.path, home.removed()));
  const std::string name = file_name_of(from->stem);
  const std::string new_name = file_name_of(to->stem);
  Move move(filesystem, home, join_path(removed_top, from->directory), to->directory, name);
  std::optional<OpenFile> lock;
  if (to->is_draft()) lock = lock_draft(make_directory(filesystem, join_path(home.root, to->directory)), to->stem);
  if (move.is_taken(new_name) || !move.make(name, new_name))
    throw Error(ExitCode::bad_input, fmt::format("{} is not restored: {} exists", removed.path, removed.place),
                fmt::format("remove that one first: `rung remove {}`", removed.place_reference));
}

bool is_id_taken(Filesystem& filesystem, const Home& home, std::string_view ladder, std::string_view id) {
  for (const std::string& top : {home.assessments(), join_path(home.removed(), finished_top)}) {
    const std::string path = join_path(join_path(top, ladder), file_name_of(id));
    if (has_file(filesystem, AT_FDCWD, path, path)) return true;
  }
  return false;
}

}  // namespace rung
