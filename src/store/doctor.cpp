#include <rung/store/doctor.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/error.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/durable_file.hpp>
#include <rung/store/log_file.hpp>

#include "assessment_file.hpp"
#include "lost_ties.hpp"

namespace rung {
namespace {

constexpr mode_t access_for_others = 0077;
constexpr mode_t entry_for_others = 0011;
constexpr mode_t writing_for_others = 0022;

bool is_temporary_name(std::string_view name) { return name.starts_with('.') && name.ends_with(".tmp"); }

/// Whether a file of that name holds answers or notes, so that nobody else should read it.
bool is_private_name(std::string_view name) {
  return name.ends_with(ending) || name.ends_with(".jsonl") || name.rfind(".json.bak") != std::string_view::npos ||
         name.ends_with(".txt") || name.ends_with(".html");
}

/// Where the draft of that ladder, subject and rater is kept, below drafts/.
std::string draft_place(const Assessment& draft) {
  return join_path(draft.ladder.id, file_name_of(make_pair_slug(draft.subject, draft.rater)));
}

/// Whether version 1 kept it under that name. One that `--new` set aside then has the time after it.
bool is_old_draft_name(std::string_view name, const Assessment& draft) {
  const std::string stem = fmt::format("{}-{}", draft.ladder.id, make_rater_id(draft.rater.name));
  return name == file_name_of(stem) || name.starts_with(fmt::format("{}-", stem));
}

/// A directory, and whether other users of the machine can enter it: it and all directories of Rung's above it let
/// them.
struct Room {
  const OpenFile& directory;
  bool is_open = false;
};

class Examiner {
 public:
  Examiner(Filesystem& filesystem, const Home& home) : filesystem_(filesystem), home_(home) {}

  Examination examine() {
    const bool root_is_open = lets_others_enter(home_.root);
    if (const auto root = open_directory(filesystem_, home_.root)) check_access(enter(true, *root));
    if (const auto assessments = open_directory(filesystem_, home_.assessments()))
      examine_assessments(enter(root_is_open, *assessments));
    if (const auto drafts = open_directory(filesystem_, home_.drafts())) examine_drafts(enter(root_is_open, *drafts));
    if (const auto ladders = open_directory(filesystem_, home_.ladders())) {
      check_access(enter(root_is_open, *ladders));
      examine_ladders(*ladders);
    }
    if (const auto removed = open_directory(filesystem_, home_.removed()))
      examine_removed(enter(root_is_open, *removed));
    if (const auto pages = open_directory(filesystem_, home_.pages())) examine_pages(enter(root_is_open, *pages));
    if (const auto root = open_directory(filesystem_, home_.root)) examine_log(enter(true, *root));
    find_same_ids();
    std::stable_sort(found_.findings.begin(), found_.findings.end(),
                     [](const FileFinding& a, const FileFinding& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  /// A finished assessment.
  struct Known {
    std::string path;
    bool has_own_name = false;  ///< its file is named by the id inside
  };

  using Command = std::vector<std::string>;

  void add(Ailment ailment, const std::string& path, std::string problem, std::string remedy, Command command = {},
           Diagnostics diagnostics = {}) {
    found_.findings.push_back(
        {ailment, path, std::move(problem), std::move(remedy), std::move(command), std::move(diagnostics)});
  }

  void add_misplaced(const std::string& path, std::string problem, std::string remedy, const std::string& target) {
    add(Ailment::misplaced, path, std::move(problem), std::move(remedy), {"mv", "-n", path, target});
  }

  void add_temporary(const std::string& path) {
    add(Ailment::abandoned, path, "a temporary file: a session is saving at this moment, or was killed while it did",
        "nothing: the next session of that draft removes it");
  }

  void add_refusal(const std::string& path, const Error& error) {
    // The hint of any other error is for a person who named the file, which nobody did here.
    const bool is_machine = error.code() == ExitCode::input_output;
    add(Ailment::unreadable, path, error.what(),
        is_machine ? error.hint() : "move it elsewhere: nothing that Rung keeps is like that");
  }

  void add_exposure(const std::string& path, std::string problem) {
    add(Ailment::open_to_others, path, std::move(problem), "take that permission away", {"chmod", "go=", path});
  }

  /// An assessment with `bytes` that cannot be read. Suggests the newest backup that can be.
  void add_unusable(const OpenFile& directory, const std::string& name, std::string_view bytes,
                    Diagnostics diagnostics) {
    const std::string path = directory.path_of(name);
    const auto version = read_assessment_version(bytes);
    if (version && *version > newest_assessment_version)
      return add(Ailment::newer, path, "a later Rung wrote it", "update Rung; until then it is left as it is", {},
                 std::move(diagnostics));
    const auto backup = find_backup(directory, name);
    add(Ailment::damaged, path, "it is not an assessment that Rung can read",
        backup ? "a copy from before it was amended reads well: keep the damaged file elsewhere, then copy it back"
               : "fix it where it is marked, or bring it back from a backup of yours; the others are used without it",
        backup ? Command{"cp", directory.path_of(*backup), path} : Command{}, std::move(diagnostics));
  }

  /// The name of the newest backup of `name` that can be read.
  std::optional<std::string> find_backup(const OpenFile& directory, const std::string& name) {
    std::vector<std::string> names = list_names(directory);
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    const std::string start = fmt::format("{}.bak", name);
    for (auto kept = names.rbegin(); kept != names.rend(); ++kept) {
      if (!kept->starts_with(start)) continue;
      try {
        const auto content = read_regular_file(directory, *kept, most_bytes);
        if (content && reader_.read(content->bytes, *kept)) return *kept;
      } catch (const Error&) {
        // An unreadable backup is no help.
      }
    }
    return std::nullopt;
  }

  /// Absent if it is gone, or if its problem was added.
  std::optional<Assessment> read(const OpenFile& directory, const std::string& name) {
    const std::string path = directory.path_of(name);
    try {
      const auto content = read_regular_file(directory, name, most_bytes);
      if (!content) return std::nullopt;
      auto parsed = reader_.read(content->bytes, path);
      if (parsed) return std::move(parsed.value);
      add_unusable(directory, name, content->bytes, std::move(parsed.diagnostics));
    } catch (const Error& error) {
      add_refusal(path, error);
    }
    return std::nullopt;
  }

  mode_t permissions_of(const std::string& path) {
    FileStatus status;
    return filesystem_.status_of(AT_FDCWD, path, Links::follow, status) == 0 ? status.permissions : 0;
  }

  bool lets_others_enter(const std::string& path) { return (permissions_of(path) & entry_for_others) != 0; }

  Room enter(bool parent_is_open, const OpenFile& directory) {
    return {directory, parent_is_open && lets_others_enter(directory.path())};
  }

  /// Whether others may add files to the room or replace those in it.
  void check_access(const Room& room) {
    const std::string& path = room.directory.path();
    if (room.is_open && (permissions_of(path) & writing_for_others) != 0)
      add_exposure(path, "other users of this machine may put files into it, and replace what is in it");
  }

  /// Whether others may read or change a file in the room.
  void check_access(const Room& room, const std::string& name) {
    FileStatus status;
    if (!room.is_open || !is_private_name(name)) return;
    if (filesystem_.status_of(room.directory.descriptor(), name, Links::follow, status) != 0) return;
    if (status.kind == FileKind::regular && (status.permissions & access_for_others) != 0)
      add_exposure(room.directory.path_of(name), "other users of this machine may read it");
  }

  void examine_assessments(const Room& assessments) {
    check_access(assessments);
    for (const std::string& name : list_names(assessments.directory)) {
      if (!is_id(name)) continue;
      enter_below(assessments, name, [&](const Room& room) {
        for (const std::string& file : list_names(room.directory)) examine_finished(room, name, file);
      });
    }
  }

  void examine_finished(const Room& room, const std::string& ladder, const std::string& name) {
    const std::string path = room.directory.path_of(name);
    if (is_temporary_name(name)) return add_temporary(path);
    check_access(room, name);
    if (!is_assessment_name(name)) return;
    ++found_.assessments;
    const auto assessment = read(room.directory, name);
    if (!assessment) return;
    const std::string& stated = assessment->ladder.id;
    if (assessment->is_draft())
      return add_misplaced(path, "it is not finished, and stands among the finished ones",
                           "move it to the drafts to go on with it",
                           join_path(home_.drafts(), draft_place(*assessment)));
    if (stated != ladder)
      return add_misplaced(path, fmt::format("it rates on the ladder `{}`, not on `{}`", stated, ladder),
                           "move it to that ladder's directory",
                           join_path(join_path(home_.assessments(), stated), name));
    sittings_.insert({ladder, assessment->sitting});
    for (const Answer& answer : assessment->answers) keys_[stated].insert(answer.behavior);
    finished_[{ladder, assessment->id}].push_back({path, name == file_name_of(assessment->id)});
  }

  void examine_drafts(const Room& drafts) {
    check_access(drafts);
    for (const std::string& name : list_names(drafts.directory)) {
      if (is_id(name))
        enter_below(drafts, name, [&](const Room& ladder) {
          for (const std::string& file : list_names(ladder.directory)) examine_in_drafts(ladder, file, name);
        });
      else
        examine_in_drafts(drafts, name, {});
    }
  }

  /// Calls `examine` with the room `name` in `above`, once access to it is checked.
  template <class Examine>
  void enter_below(const Room& above, const std::string& name, const Examine& examine) {
    const std::string path = above.directory.path_of(name);
    try {
      const auto directory = open_directory(filesystem_, path);
      if (!directory) return;
      const Room room = enter(above.is_open, *directory);
      check_access(room);
      examine(room);
    } catch (const Error& error) {
      add_refusal(path, error);
    }
  }

  /// A file of drafts/<ladder>, or of drafts/ if `ladder` is empty.
  void examine_in_drafts(const Room& room, const std::string& name, const std::string& ladder) {
    const std::string path = room.directory.path_of(name);
    if (is_temporary_name(name)) return add_temporary(path);
    check_access(room, name);
    if (name.find(".json.conflict") != std::string::npos)
      add(Ailment::to_be_settled, path, "a session saved answers here, because something else had changed the draft",
          "compare it with the draft, keep what counts, then remove it");
    else if (name.find(".note-") != std::string::npos && name.ends_with(".txt"))
      add(Ailment::to_be_settled, path, "a text from your editor was never saved with its answer",
          "take what you need of it, then remove it");
    else if (is_assessment_name(name))
      examine_draft(room.directory, name, ladder);
  }

  void examine_draft(const OpenFile& directory, const std::string& name, const std::string& ladder) {
    ++found_.drafts;
    const auto draft = read(directory, name);
    if (!draft) return;
    if (!draft->amends.empty()) examine_amendment(directory.path_of(name), *draft);
    const std::string expected = draft_place(*draft);
    if (ladder.empty() ? is_old_draft_name(name, *draft) : join_path(ladder, name) == expected) return;
    add_misplaced(
        directory.path_of(name),
        fmt::format("no session finds it: it is {}'s draft on the ladder `{}`", draft->rater.name, draft->ladder.id),
        "give it the name that belongs to it", join_path(home_.drafts(), expected));
  }

  /// Whether what the draft corrects is still there, even if damaged.
  void examine_amendment(const std::string& path, const Assessment& draft) {
    const std::string& ladder = draft.ladder.id;
    const std::string file = join_path(ladder, file_name_of(draft.id));
    if (sittings_.contains({ladder, draft.amends}) || is_there(join_path(home_.assessments(), file))) return;
    const std::string reference = fmt::format("{}/{}", ladder, draft.id);
    if (is_there(join_path(join_path(home_.removed(), "assessments"), file)))
      return add(Ailment::to_be_settled, path, fmt::format("it corrects {}, which was removed", reference),
                 "restore that one to go on with the draft", {"rung", "restore", reference});
    add(Ailment::to_be_settled, path, fmt::format("it corrects {}, which is gone", reference),
        "bring that one back from a backup of yours, or remove the draft");
  }

  bool is_there(const std::string& path) {
    FileStatus status;
    return filesystem_.status_of(AT_FDCWD, path, Links::follow, status) == 0;
  }

  void examine_log(const Room& root) {
    for (const std::string& name : list_names(root.directory))
      if (name.starts_with("log.note-") && name.ends_with(".txt"))
        add(Ailment::to_be_settled, root.directory.path_of(name), "a text from your editor was never logged",
            "take what you need of it, then remove it");
    const std::string path = home_.log();
    check_access(root, split_path(path).name);
    try {
      const Log log = load_log(filesystem_, home_);
      found_.entries = static_cast<int>(std::count_if(
          log.entries.begin(), log.entries.end(), [](const Entry& entry) { return entry.state == EntryState::kept; }));
      if (auto lost = find_lost_ties(filesystem_, home_, log, keys_)) found_.findings.push_back(*std::move(lost));
      if (log.unreadable > 0)
        add(Ailment::damaged, path,
            fmt::format("{} cannot be read; the others are used", log.unreadable == 1
                                                                      ? std::string("1 line of it")
                                                                      : fmt::format("{} lines of it", log.unreadable)),
            "fix them where they are marked, or delete them", {}, log.problems);
    } catch (const Error& error) {
      add_refusal(path, error);
    }
  }

  /// What was removed has to be readable only: nothing else depends on it.
  void examine_removed(const Room& room) {
    check_access(room);
    for (const std::string& name : list_names(room.directory)) {
      if (is_id(name)) {
        enter_below(room, name, [this](const Room& below) { examine_removed(below); });
        continue;
      }
      check_access(room, name);
      if (is_assessment_name(name)) read(room.directory, name);
    }
  }

  /// The reports that were opened in a browser.
  void examine_pages(const Room& pages) {
    check_access(pages);
    for (const std::string& name : list_names(pages.directory)) {
      if (is_temporary_name(name)) add_temporary(pages.directory.path_of(name));
      check_access(pages, name);
    }
  }

  void examine_ladders(const OpenFile& ladders) {
    std::map<std::string, std::string> paths;
    for (const std::string& name : list_names(ladders)) {
      const std::string path = ladders.path_of(name);
      if (is_temporary_name(name)) add_temporary(path);
      if (name.starts_with('.') || !is_ladder_name(name)) continue;
      ++found_.ladders;
      try {
        const auto content = read_regular_file(ladders, name, most_ladder_bytes);
        if (!content) continue;
        auto parsed = parse_ladder(content->bytes, path);
        if (!parsed) {
          add(Ailment::damaged, path, "it is not a ladder that Rung can use", "fix it where it is marked",
              {"rung", "ladder", "check", path}, std::move(parsed.diagnostics));
          continue;
        }
        const auto [first, is_new] = paths.emplace(parsed.value->id, path);
        if (!is_new)
          add(Ailment::same_id, path, fmt::format("it states the id `{}`, and so does {}", first->first, first->second),
              "give one of them another id; until then neither is found by it");
      } catch (const Error& error) {
        add_refusal(path, error);
      }
    }
  }

  /// Adds the finished assessments whose file is not named by the id inside.
  void find_same_ids() {
    for (const auto& [reference, files] : finished_) {
      const std::string& id = reference.second;
      const auto own = std::find_if(files.begin(), files.end(), [](const Known& known) { return known.has_own_name; });
      const Known& first = own != files.end() ? *own : files.front();
      for (const Known& known : files) {
        if (known.has_own_name) continue;
        if (&known != &first)
          add(Ailment::same_id, known.path, fmt::format("it says that its id is `{}`, and so does {}", id, first.path),
              "compare the two: a copy counts twice in the history; remove it, or keep it elsewhere");
        else
          add_misplaced(known.path, fmt::format("it says that its id is `{}`, which is not its name", id),
                        "give it the name that it says", join_path(split_path(known.path).directory, file_name_of(id)));
      }
    }
  }

  Filesystem& filesystem_;
  const Home& home_;
  AssessmentReader reader_;
  Examination found_;
  std::map<std::pair<std::string, std::string>, std::vector<Known>> finished_;  ///< by ladder and id
  std::set<std::pair<std::string, std::string>> sittings_;                      ///< of these, with their ladders
  KeysOfLadders keys_;                                                          ///< of these
};

}  // namespace

Examination examine_home(Filesystem& filesystem, const Home& home) { return Examiner(filesystem, home).examine(); }

}  // namespace rung
