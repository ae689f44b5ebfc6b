#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// An assessment or draft below removed/, which mirrors the tree above it. A draft gets a number there, since its place
/// is used again: drafts/<ladder>/<pair>.json becomes removed/drafts/<ladder>/<pair>-<n>.json.
struct RemovedAssessment {
  std::string reference;                  ///< what find_removed takes: `<ladder>/<id>`, `drafts/<ladder>/<pair>-<n>`
  std::string path;                       ///< where it is
  std::string place;                      ///< the path that it had, and that restoring gives back
  std::string place_reference;            ///< its reference there
  std::vector<std::string> backups = {};  ///< the paths of its `.bak` files, next to it

  friend bool operator==(const RemovedAssessment&, const RemovedAssessment&) = default;
};

/// Moves the assessment or draft at `path`, readable or not, and its `.bak` files into removed/. Nothing is replaced,
/// and on return the move survives a power cut. Throws Error(bad_input) if the file is missing or not among the stored
/// ones, or if another assessment of its id was removed before; Error(input_output) if a session has the draft open or
/// if the machine refuses. The file is then where it was or (if only a sync failed) in removed/, and the call can be
/// repeated.
RemovedAssessment remove_assessment(Filesystem& filesystem, const Home& home, const std::string& path);

/// As remove_assessment, for the session that holds the lock of the draft at `path`.
RemovedAssessment set_aside_draft(Filesystem& filesystem, const Home& home, const std::string& path);

/// Everything in removed/: finished assessments, then drafts, both by ladder and name. Throws Error if a directory
/// cannot be listed.
std::vector<RemovedAssessment> list_removed(Filesystem& filesystem, const Home& home);

/// Resolves a reference to something removed: its path, its reference, its name alone, or its exact label. Throws
/// Error(bad_input), with the candidates or a suggestion, if nothing or more than one matches.
RemovedAssessment find_removed(Filesystem& filesystem, const Home& home, std::string_view reference);

/// Moves `removed` and its `.bak` files back to where they were. Throws Error(bad_input) if the place is taken, and
/// otherwise as remove_assessment does.
void restore_assessment(Filesystem& filesystem, const Home& home, const RemovedAssessment& removed);

/// Whether a finished assessment on `ladder` has that id, or a removed one had it. Throws Error if that cannot be
/// known.
bool is_id_taken(Filesystem& filesystem, const Home& home, std::string_view ladder, std::string_view id);

}  // namespace rung
