#include <rung/store/examine.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/assessment/json.hpp>
#include <rung/error.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/durable_file.hpp>

#include "damage.hpp"
#include "draft_files.hpp"
#include "exposure.hpp"

namespace rung {
namespace {

bool is_temporary_name(std::string_view name) { return name.starts_with('.') && name.ends_with(".tmp"); }

FileFinding describe_refusal(const std::string& path, const Error& error) {
  if (error.code() == ExitCode::input_output) return {Ailment::unreadable, path, error.what(), error.hint()};
  // The hint is meant for who named it, and here nobody did.
  return {Ailment::unreadable, path, error.what(), "move it elsewhere: nothing that Rung keeps is like that"};
}

class Examiner {
 public:
  Examiner(Filesystem& filesystem, const Home& home) : filesystem_(filesystem), home_(home) {}

  Examination examine() {
    const bool root_is_open = is_open_to_others(filesystem_, home_.root);
    if (const auto root = open_directory(filesystem_, home_.root)) look_at(enter(filesystem_, true, *root));
    if (const auto assessments = open_directory(filesystem_, home_.assessments()))
      examine_assessments(enter(filesystem_, root_is_open, *assessments));
    if (const auto drafts = open_directory(filesystem_, home_.drafts()))
      examine_drafts(enter(filesystem_, root_is_open, *drafts));
    if (const auto ladders = open_directory(filesystem_, home_.ladders())) {
      look_at(enter(filesystem_, root_is_open, *ladders));
      examine_ladders(*ladders);
    }
    find_same_ids();
    std::stable_sort(found_.findings.begin(), found_.findings.end(),
                     [](const FileFinding& a, const FileFinding& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  /// A finished assessment, by what it says of itself.
  struct Known {
    std::string path;
    bool has_own_name = false;  ///< its file has the name that it says
  };

  void add(FileFinding finding) { found_.findings.push_back(std::move(finding)); }

  void look_at(const Room& room) {
    if (auto exposure = find_exposure(filesystem_, room)) add(*std::move(exposure));
  }
  void look_at(const Room& room, const std::string& name) {
    if (auto exposure = find_exposure(filesystem_, room, name)) add(*std::move(exposure));
  }

  void examine_assessments(const Room& assessments) {
    look_at(assessments);
    for (const std::string& name : list_names(assessments.directory)) {
      if (!is_id(name)) continue;
      try {
        const auto ladder = open_directory(filesystem_, assessments.directory.path_of(name));
        if (!ladder) continue;
        const Room room = enter(filesystem_, assessments.is_open, *ladder);
        look_at(room);
        for (const std::string& file : list_names(*ladder)) examine_finished(room, name, file);
      } catch (const Error& error) {
        add(describe_refusal(assessments.directory.path_of(name), error));
      }
    }
  }

  void examine_finished(const Room& room, const std::string& ladder, const std::string& name) {
    const std::string path = room.directory.path_of(name);
    if (is_temporary_name(name)) return add_temporary(path);
    look_at(room, name);
    if (!name.ends_with(ending) || name.starts_with('.')) return;
    ++found_.assessments;
    const auto assessment = read(room.directory, name);
    if (!assessment) return;
    const std::string own_name = assessment->id + std::string(ending);
    if (assessment->is_draft()) {
      add({Ailment::misplaced,
           path,
           "it is not finished, and stands among the finished ones",
           "move it to the drafts to go on with it",
           {"mv", "-n", path, join_path(home_.drafts(), draft_name(*assessment))}});
      return;
    }
    if (assessment->ladder.id != ladder) {
      add({Ailment::misplaced,
           path,
           "it rates on the ladder `" + assessment->ladder.id + "`, not on `" + ladder + "`",
           "move it to that ladder's directory",
           {"mv", "-n", path, join_path(join_path(home_.assessments(), assessment->ladder.id), name)}});
      return;
    }
    finished_[ladder + "/" + assessment->id].push_back({path, name == own_name});
  }

  void examine_drafts(const Room& drafts) {
    look_at(drafts);
    for (const std::string& name : list_names(drafts.directory)) {
      const std::string path = drafts.directory.path_of(name);
      if (is_temporary_name(name)) {
        add_temporary(path);
        continue;
      }
      look_at(drafts, name);
      if (name.find(".json.conflict") != std::string::npos) {
        add({Ailment::to_be_settled, path, "a session saved answers here, because something else had changed the draft",
             "compare it with the draft, keep what counts, then remove it"});
      } else if (name.find(".note-") != std::string::npos && name.ends_with(".txt")) {
        add({Ailment::to_be_settled, path, "a text from your editor was never taken over",
             "take what you need of it, then remove it"});
      } else if (name.ends_with(ending) && !name.starts_with('.')) {
        examine_draft(drafts.directory, name);
      }
    }
  }

  void examine_draft(const OpenFile& drafts, const std::string& name) {
    ++found_.drafts;
    const auto draft = read(drafts, name);
    if (!draft) return;
    const std::string expected = draft_name(*draft);
    const std::string stem = expected.substr(0, expected.size() - ending.size());
    // One that `--new` put aside has the time behind the stem.
    if (name == expected || name.starts_with(stem + "-")) return;
    add({Ailment::misplaced,
         drafts.path_of(name),
         "no session finds it: it is " + draft->rater.name + "'s draft on the ladder `" + draft->ladder.id + "`",
         "give it the name that belongs to it",
         {"mv", "-n", drafts.path_of(name), drafts.path_of(expected)}});
  }

  static std::string draft_name(const Assessment& assessment) {
    return assessment.ladder.id + "-" + make_rater_id(assessment.rater.name) + std::string(ending);
  }

  void examine_ladders(const OpenFile& ladders) {
    std::map<std::string, std::string> paths;
    for (const std::string& name : list_names(ladders)) {
      const std::string path = ladders.path_of(name);
      if (is_temporary_name(name)) add_temporary(path);
      if (name.starts_with('.') || !(name.ends_with(".yaml") || name.ends_with(".yml"))) continue;
      ++found_.ladders;
      try {
        const auto content = read_regular_file(ladders, name, most_ladder_bytes);
        if (!content) continue;
        auto parsed = parse_ladder(content->bytes, path);
        if (!parsed) {
          add({Ailment::damaged,
               path,
               "it is not a ladder that Rung can use",
               "mend it where it is marked",
               {"rung", "ladder", "check", path},
               std::move(parsed.diagnostics)});
          continue;
        }
        const auto [first, is_new] = paths.emplace(parsed.value->id, path);
        if (!is_new) {
          add({Ailment::same_id, path, "it states the id `" + parsed.value->id + "`, and so does " + first->second,
               "give one of them another id; until then neither is found by it"});
        }
      } catch (const Error& error) {
        add(describe_refusal(path, error));
      }
    }
  }

  /// Nothing when it is gone, or when what is wrong with it was added.
  std::optional<Assessment> read(const OpenFile& directory, const std::string& name) {
    const std::string path = directory.path_of(name);
    try {
      const auto content = read_regular_file(directory, name, most_bytes);
      if (!content) return std::nullopt;
      auto parsed = reader_.read(content->bytes, path);
      if (parsed) return std::move(parsed.value);
      add(describe_unusable(reader_, directory, name, content->bytes, std::move(parsed.diagnostics)));
    } catch (const Error& error) {
      add(describe_refusal(path, error));
    }
    return std::nullopt;
  }

  void find_same_ids() {
    for (const auto& [reference, files] : finished_) {
      const std::string id = reference.substr(reference.find('/') + 1);
      const auto own = std::find_if(files.begin(), files.end(), [](const Known& known) { return known.has_own_name; });
      for (const Known& known : files) {
        if (known.has_own_name) continue;
        if (own != files.end() || &known != &files.front()) {
          const std::string& other = own != files.end() ? own->path : files.front().path;
          std::string problem = "it says that its id is `";
          problem.append(id).append("`, and so does ").append(other);
          add({Ailment::same_id, known.path, std::move(problem),
               "compare the two: a copy counts twice in the history; remove it, or keep it elsewhere"});
        } else {
          add({Ailment::misplaced,
               known.path,
               "it says that its id is `" + id + "`, which is not its name",
               "give it the name that it says",
               {"mv", "-n", known.path, join_path(split_path(known.path).directory, id + std::string(ending))}});
        }
      }
    }
  }

  void add_temporary(const std::string& path) {
    add({Ailment::abandoned, path, "a temporary file: a session is saving at this moment, or was killed while it did",
         "nothing: the next session of that draft removes it"});
  }

  Filesystem& filesystem_;
  const Home& home_;
  AssessmentReader reader_;
  Examination found_;
  std::map<std::string, std::vector<Known>> finished_;  ///< by ladder and id
};

}  // namespace

std::string_view to_string(Ailment ailment) {
  switch (ailment) {
    case Ailment::unreadable:
      return "unreadable";
    case Ailment::damaged:
      return "damaged";
    case Ailment::newer:
      return "newer";
    case Ailment::misplaced:
      return "misplaced";
    case Ailment::same_id:
      return "same id";
    case Ailment::abandoned:
      return "abandoned";
    case Ailment::to_be_settled:
      return "to be settled";
    case Ailment::open_to_others:
      return "open to others";
  }
  return {};
}

Examination examine_home(Filesystem& filesystem, const Home& home) { return Examiner(filesystem, home).examine(); }

}  // namespace rung
