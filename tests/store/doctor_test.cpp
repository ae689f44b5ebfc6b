#include <rung/store/doctor.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <rung/assessment/json.hpp>

#include "catch.hpp"
#include "store/sample.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

const std::string finished_name = "assessments/ic3-mle/2026-03-14-ann.json";

/// A home of its own, and what doctor says of it.
struct Ward {
  Scratch scratch;
  PosixFilesystem files;

  Ward() { scratch.write(finished_name, to_json(sample_finished("one", 5))); }

  [[nodiscard]] Examination examine() { return examine_home(files, Home{scratch.path()}); }

  /// Each finding as its ailment and its path below the home.
  [[nodiscard]] std::vector<std::string> findings() {
    std::vector<std::string> found;
    for (const FileFinding& finding : examine().findings) {
      INFO(finding.path);
      REQUIRE(finding.path.starts_with(scratch.path() + "/"));
      CHECK_FALSE(finding.problem.empty());
      CHECK_FALSE(finding.remedy.empty());
      found.push_back(std::string(to_string(finding.ailment)) + ": " + finding.path.substr(scratch.path().size() + 1));
    }
    return found;
  }
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a home with nothing wrong in it is well, and so is none at all", "[store]") {
  Ward ward;
  ward.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("a draft")));
  ward.scratch.write("drafts/ic3-mle-ann-2026-03-14T09-00-00Z.json", to_json(sample_draft("put aside")));
  ward.scratch.write("drafts/ic3-mle-ann.lock", "");
  ward.scratch.write("drafts/ic3-mle/ann.json", to_json(sample_draft("a draft")));
  ward.scratch.write("drafts/ic3-mle/ann.lock", "");
  ward.scratch.write("removed/assessments/ic3-mle/2026-03-13-ann.json", to_json(sample_finished("removed", 5)));
  ward.scratch.write("removed/assessments/ic3-mle/2026-03-13-ann.json.bak", "whatever");
  ward.scratch.write("removed/drafts/ic3-mle/ann-1.json", to_json(sample_draft("removed")));
  ward.scratch.write("assessments/ic3-mle/2026-03-14-ann.json.bak", to_json(sample_finished("before", 4)));
  CHECK(ward.findings() == Found{});
  const Examination examination = ward.examine();
  CHECK(examination.assessments == 1);
  CHECK(examination.drafts == 3);
  CHECK(examination.ladders == 0);
  PosixFilesystem files;
  CHECK(examine_home(files, Home{ward.scratch / "nowhere"}).findings.empty());
}

TEST_CASE("a damaged assessment is named with its place, and a kept copy that reads well is offered", "[store]") {
  Ward ward;
  const std::string path = ward.scratch / finished_name;
  ward.scratch.write(finished_name, "{\"format\":");
  CHECK(ward.findings() == Found{"damaged: " + finished_name});
  CHECK(ward.examine().findings.front().command.empty());
  REQUIRE_FALSE(ward.examine().findings.front().diagnostics.empty());

  ward.scratch.write(finished_name + ".bak", to_json(sample_finished("older", 3)));
  CHECK(ward.examine().findings.front().command == Found{"cp", path + ".bak", path});
  ward.scratch.write(finished_name + ".bak-2", "damaged too");
  CHECK(ward.examine().findings.front().command == Found{"cp", path + ".bak", path});
  ward.scratch.write(finished_name + ".bak-2", to_json(sample_finished("newer", 4)));
  CHECK(ward.examine().findings.front().command == Found{"cp", path + ".bak-2", path});
  CHECK(ward.scratch.read(finished_name) == "{\"format\":");
}

TEST_CASE("an assessment of a later version is told apart from a damaged one", "[store]") {
  Ward ward;
  std::string later = to_json(sample_finished("one", 5));
  later.replace(later.find("rung-assessment/2"), 17, "rung-assessment/3");
  ward.scratch.write(finished_name, later);
  CHECK(ward.findings() == Found{"newer: " + finished_name});
}

TEST_CASE("two finished files that say the same id are told, and one that says another name", "[store]") {
  Ward ward;
  ward.scratch.write("assessments/ic3-mle/copy.json", to_json(sample_finished("one", 5)));
  CHECK(ward.findings() == Found{"same id: assessments/ic3-mle/copy.json"});
  std::filesystem::remove(ward.scratch / finished_name);
  CHECK(ward.findings() == Found{"misplaced: assessments/ic3-mle/copy.json"});
  CHECK(ward.examine().findings.front().command ==
        Found{"mv", "-n", ward.scratch / "assessments/ic3-mle/copy.json", ward.scratch / finished_name});
}

TEST_CASE("a file in the wrong place is told with where it belongs", "[store]") {
  Ward ward;
  ward.scratch.write("assessments/ic3-mle/2026-03-15-ann.json", to_json(sample_draft("a draft")));
  ward.scratch.write("assessments/other/2026-03-14-ann.json", to_json(sample_finished("one", 5)));
  ward.scratch.write("drafts/ic3-mle-lee.json", to_json(sample_draft("of Ann")));
  ward.scratch.write("drafts/ic3-mle/lee.json", to_json(sample_draft("of Ann")));
  ward.scratch.write("drafts/ic4-mle/ann.json", to_json(sample_draft("on another ladder")));
  CHECK(ward.findings() == Found{"misplaced: assessments/ic3-mle/2026-03-15-ann.json",
                                 "misplaced: assessments/other/2026-03-14-ann.json",
                                 "misplaced: drafts/ic3-mle-lee.json", "misplaced: drafts/ic3-mle/lee.json",
                                 "misplaced: drafts/ic4-mle/ann.json"});
  for (const FileFinding& finding : ward.examine().findings)
    if (finding.path.ends_with("lee.json"))
      CHECK(finding.command == Found{"mv", "-n", finding.path, ward.scratch / "drafts/ic3-mle/ann.json"});
}

TEST_CASE("a draft that corrects an assessment that was removed is named with what restores it", "[store]") {
  Ward ward;
  Assessment draft = sample_draft("a correction");
  const Assessment corrected = sample_finished("one", 5);
  draft.id = corrected.id;
  draft.amends = corrected.sitting;
  ward.scratch.write("drafts/ic3-mle/ann.json", to_json(draft));
  CHECK(ward.findings() == Found{});

  ward.scratch.write("removed/" + finished_name, ward.scratch.read(finished_name));
  std::filesystem::remove(ward.scratch / finished_name);
  CHECK(ward.findings() == Found{"to be settled: drafts/ic3-mle/ann.json"});
  CHECK(ward.examine().findings[0].command == Found{"rung", "restore", "ic3-mle/2026-03-14-ann"});

  std::filesystem::remove(ward.scratch / ("removed/" + finished_name));
  CHECK(ward.findings() == Found{"to be settled: drafts/ic3-mle/ann.json"});
  CHECK(ward.examine().findings[0].command.empty());
}

TEST_CASE("pages that others may read, and unfinished ones, are named", "[store]") {
  Ward ward;
  ward.scratch.write("pages/report.html", "a page");
  ward.scratch.write("pages/.report.html.tmp", "half a page");
  std::filesystem::permissions(ward.scratch / "pages/report.html", std::filesystem::perms(0600));
  CHECK(ward.findings() == Found{"abandoned: pages/.report.html.tmp"});
  for (const char* name : {"", "pages", "pages/report.html"})
    std::filesystem::permissions(ward.scratch / name, std::filesystem::perms(0755));
  CHECK(ward.findings() == Found{"abandoned: pages/.report.html.tmp", "open to others: pages/report.html"});
}

TEST_CASE("what earlier sessions left is told", "[store]") {
  Ward ward;
  ward.scratch.write("drafts/.ic3-mle-ann.json.tmp", "half");
  ward.scratch.write("drafts/ic3-mle-ann.json.conflict", to_json(sample_draft("beside")));
  ward.scratch.write("drafts/ic3-mle-ann.note-3.txt", "a text");
  CHECK(ward.findings() == Found{"abandoned: drafts/.ic3-mle-ann.json.tmp",
                                 "to be settled: drafts/ic3-mle-ann.json.conflict",
                                 "to be settled: drafts/ic3-mle-ann.note-3.txt"});
}

TEST_CASE("what earlier sessions left in the directory of a ladder is told", "[store]") {
  Ward ward;
  ward.scratch.write("drafts/ic3-mle/.ann.json.tmp", "half");
  ward.scratch.write("drafts/ic3-mle/ann.json.conflict", to_json(sample_draft("beside")));
  ward.scratch.write("drafts/ic3-mle/ann.note-3.txt", "a text");
  CHECK(ward.findings() == Found{"abandoned: drafts/ic3-mle/.ann.json.tmp",
                                 "to be settled: drafts/ic3-mle/ann.json.conflict",
                                 "to be settled: drafts/ic3-mle/ann.note-3.txt"});
}

TEST_CASE("what was removed is told if it cannot be read, or if others can read it", "[store]") {
  Ward ward;
  const std::string name = "removed/assessments/ic3-mle/2026-03-13-ann.json";
  ward.scratch.write(name, "{\"format\":");
  CHECK(ward.findings() == Found{"damaged: " + name});
  ward.scratch.write(name, to_json(sample_finished("removed", 5)), 0644);
  CHECK(ward.findings() == Found{});
  for (const char* directory : {"", "removed", "removed/assessments", "removed/assessments/ic3-mle"})
    REQUIRE(::chmod((ward.scratch / directory).c_str(), 0755) == 0);
  CHECK(ward.findings() == Found{"open to others: " + name});
  REQUIRE(::chmod((ward.scratch / "removed").c_str(), 0700) == 0);
  CHECK(ward.findings() == Found{});
}

TEST_CASE("what is no file of Rung's is told where one should be", "[store]") {
  Ward ward;
  std::filesystem::create_directory(ward.scratch / "assessments/ic3-mle/directory.json");
  REQUIRE(::symlink("nothing", (ward.scratch / "assessments/ic3-mle/link.json").c_str()) == 0);
  REQUIRE(::mkfifo((ward.scratch / "assessments/ic3-mle/pipe.json").c_str(), 0600) == 0);
  ward.scratch.write("assessments/ic3-mle/vast.json", std::string((8U << 20U) + 1, ' '));
  CHECK(ward.findings() ==
        Found{"unreadable: assessments/ic3-mle/directory.json", "unreadable: assessments/ic3-mle/link.json",
              "unreadable: assessments/ic3-mle/pipe.json", "unreadable: assessments/ic3-mle/vast.json"});
}

TEST_CASE("own ladders that cannot be used or that state one id are told", "[store]") {
  Ward ward;
  const std::string ladder =
      "format: rung-ladder/1\nid: baker\ntitle: Baker\npillars:\n- id: a\n  title: A\n  responsibilities:\n"
      "  - {id: b, title: B, behaviors: [{id: c, text: I do.}]}\n";
  ward.scratch.write("ladders/a.yaml", ladder);
  ward.scratch.write("ladders/b.yml", ladder);
  ward.scratch.write("ladders/c.yaml", "format: rung-ladder/1\n");
  CHECK(ward.findings() == Found{"same id: ladders/b.yml", "damaged: ladders/c.yaml"});
  CHECK(ward.examine().ladders == 3);
}

TEST_CASE("files that other users can reach and read are told, and only those", "[store]") {
  Ward ward;
  const auto set_mode = [&ward](const std::string& name, mode_t mode) {
    REQUIRE(::chmod((ward.scratch / name).c_str(), mode) == 0);
  };
  set_mode(finished_name, 0644);
  set_mode("assessments", 0755);
  set_mode("assessments/ic3-mle", 0755);
  CHECK(ward.findings() == Found{});
  set_mode("", 0755);
  CHECK(ward.findings() == Found{"open to others: " + finished_name});
  set_mode("assessments", 0700);
  CHECK(ward.findings() == Found{});
}

TEST_CASE("any permission of anybody else on a file with answers is told, and none of the owner's", "[store]") {
  Ward ward;
  const std::string kept = finished_name + ".bak";
  ward.scratch.write(kept, to_json(sample_finished("before", 4)));
  for (const char* name : {"", "assessments", "assessments/ic3-mle"})
    REQUIRE(::chmod((ward.scratch / name).c_str(), 0750) == 0);
  for (const mode_t mode : {0604U, 0640U, 0602U, 0620U, 0644U, 0660U, 0610U, 0601U}) {
    INFO(std::oct << mode);
    REQUIRE(::chmod((ward.scratch / finished_name).c_str(), mode) == 0);
    CHECK(ward.findings() == Found{"open to others: " + finished_name});
  }
  for (const mode_t mode : {0400U, 0600U, 0700U}) {
    INFO(std::oct << mode);
    REQUIRE(::chmod((ward.scratch / finished_name).c_str(), mode) == 0);
    CHECK(ward.findings() == Found{});
  }
  REQUIRE(::chmod((ward.scratch / kept).c_str(), 0640) == 0);
  CHECK(ward.findings() == Found{"open to others: " + kept});
}

TEST_CASE("directories that other users can reach and write to are told, and only those", "[store]") {
  Ward ward;
  ward.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("a draft")));
  for (const char* name : {"assessments", "assessments/ic3-mle", "drafts"})
    REQUIRE(::chmod((ward.scratch / name).c_str(), 0777) == 0);
  CHECK(ward.findings() == Found{});
  REQUIRE(::chmod(ward.scratch.path().c_str(), 0711) == 0);
  CHECK(ward.findings() ==
        Found{"open to others: assessments", "open to others: assessments/ic3-mle", "open to others: drafts"});
  REQUIRE(::chmod((ward.scratch / "assessments").c_str(), 0755) == 0);
  REQUIRE(::chmod((ward.scratch / "assessments/ic3-mle").c_str(), 0755) == 0);
  CHECK(ward.findings() == Found{"open to others: drafts"});
  REQUIRE(::chmod(ward.scratch.path().c_str(), 0770) == 0);
  const auto findings = ward.examine().findings;
  REQUIRE(findings.size() == 2);
  CHECK(findings.front().path == ward.scratch.path());
  CHECK(findings.front().command == std::vector<std::string>{"chmod", "go=", ward.scratch.path()});
}
