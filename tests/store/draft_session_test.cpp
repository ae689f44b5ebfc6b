#include "catch.hpp"

#include <unistd.h>

#include <rung/assessment/json.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/draft_session.hpp>

#include "store/faulty_filesystem.hpp"
#include "store/sample.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;

struct Desk {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};

  DraftSession open(const std::string& rater = "Ann", const std::string& ladder = "ic3-mle") {
    return DraftSession(filesystem, home, sample_owner(rater, ladder));
  }
  [[nodiscard]] std::string draft() const { return scratch / "drafts/ic3-mle/ann.json"; }
};

}  // namespace

TEST_CASE("a draft is loaded as it was saved", "[store]") {
  Desk desk;
  {
    DraftSession session = desk.open();
    CHECK_FALSE(session.load().draft);
    const SavedDraft saved = session.save(sample_draft("first"));
    CHECK(saved.path == desk.draft());
    CHECK(saved.outcome == SaveOutcome::saved);
    CHECK(session.save(sample_draft("second")).outcome == SaveOutcome::saved);
  }
  CHECK(desk.open().load().draft == sample_draft("second"));
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{"ann.json", "ann.lock"});
  CHECK(desk.scratch.mode("drafts") == 0700);
  CHECK(desk.scratch.mode("drafts/ic3-mle/ann.json") == 0600);
  CHECK(desk.scratch.mode("drafts/ic3-mle/ann.lock") == 0600);
}

TEST_CASE("a second session on the same draft is refused by name", "[store]") {
  Desk desk;
  const DraftSession first = desk.open();
  const Error error = error_of([&] { desk.open(); });
  CHECK(error.what() == "the draft " + desk.draft() + " is in use by another session");
  CHECK(error.code() == ExitCode::input_output);
  CHECK(error.hint() == "finish or quit that session first");
  CHECK_NOTHROW(desk.open("Bob"));
}

TEST_CASE("a session that ends lets the next one in", "[store]") {
  Desk desk;
  desk.open();
  CHECK_NOTHROW(desk.open());
}

TEST_CASE("a draft that does not parse stops the session and stays as it is", "[store]") {
  Desk desk;
  const std::string bytes = GENERATE(std::string(), std::string("{\"format\": "), std::string("null\n"));
  desk.scratch.write("drafts/ic3-mle/ann.json", bytes);
  DraftSession session = desk.open();
  try {
    session.load();
    FAIL("an unparsable draft was loaded");
  } catch (const DiagnosedError& error) {
    CHECK(error.what() == "the draft " + desk.draft() + " cannot be read; nothing was changed");
    REQUIRE_FALSE(error.diagnostics().empty());
    CHECK(error.diagnostics().front().source == desk.draft());
    CHECK(error.code() == ExitCode::bad_input);
    CHECK_THAT(error.hint(), ContainsSubstring("--new"));
  }
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json") == bytes);
}

TEST_CASE("a finished assessment in the place of the draft is open again", "[store]") {
  Desk desk;
  desk.scratch.write("drafts/ic3-mle/ann.json", to_json(sample_finished("reopened", 30)));
  CHECK(desk.open().load().draft == sample_draft("reopened"));
}

TEST_CASE("a draft that was not loaded is never replaced", "[store]") {
  Desk desk;
  desk.scratch.write("drafts/ic3-mle/ann.json", "unreadable");
  DraftSession session = desk.open();
  CHECK(session.save(sample_draft("mine")).outcome == SaveOutcome::saved_beside);
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json") == "unreadable");
}

TEST_CASE("every truncation of a draft is refused, none is taken for a new one", "[store]") {
  Desk desk;
  const std::string whole = to_json(sample_draft("note"));
  DraftSession session = desk.open();
  // The final line feed alone may be missing.
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    desk.scratch.write("drafts/ic3-mle/ann.json", whole.substr(0, size));
    INFO(size << " of " << whole.size() << " bytes");
    CHECK_THROWS_AS(session.load(), DiagnosedError);
  }
}

TEST_CASE("a draft that may not be read is not taken for a new one", "[store]") {
  Desk desk;
  desk.open().save(sample_draft("kept"));
  const std::string before = desk.scratch.read("drafts/ic3-mle/ann.json");
  const int error = GENERATE(EACCES, EIO, ELOOP, ENFILE, ENOTDIR);
  FaultyFilesystem faulty(desk.filesystem, fail_call("open", "ann.json", error));
  DraftSession session(faulty, desk.home, sample_owner());
  const Error refused = error_of([&] { session.load(); });
  CHECK(refused.code() == ExitCode::input_output);
  CHECK_THAT(refused.what(), ContainsSubstring("cannot read " + desk.draft()));
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json") == before);
}

TEST_CASE("a draft that something else changed is left alone and the answers are saved beside", "[store]") {
  Desk desk;
  DraftSession session = desk.open();
  session.load();
  session.save(sample_draft("mine"));
  desk.scratch.write("drafts/ic3-mle/ann.json", "theirs");

  const SavedDraft beside = session.save(sample_draft("mine, longer"));
  CHECK(beside.outcome == SaveOutcome::saved_beside);
  CHECK(beside.path == desk.draft() + ".conflict");
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json") == "theirs");
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json.conflict") == to_json(sample_draft("mine, longer")));

  CHECK(session.save(sample_draft("still mine")).path == beside.path);
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json.conflict") == to_json(sample_draft("still mine")));
}

TEST_CASE("a conflict file of an earlier session is not replaced, and the next session is told", "[store]") {
  Desk desk;
  desk.scratch.write("drafts/ic3-mle/ann.json.conflict", "earlier");
  DraftSession session = desk.open();
  CHECK(session.load().conflict_paths == Names{desk.draft() + ".conflict"});
  desk.scratch.write("drafts/ic3-mle/ann.json", "theirs");
  CHECK(session.save(sample_draft("mine")).path == desk.draft() + ".conflict-2");
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json.conflict") == "earlier");
}

TEST_CASE("a draft that vanished is written anew", "[store]") {
  Desk desk;
  DraftSession session = desk.open();
  session.save(sample_draft("first"));
  std::filesystem::remove(desk.draft());
  CHECK(session.save(sample_draft("second")).outcome == SaveOutcome::saved);
}

TEST_CASE("temporary files of a killed session are removed, other files are not", "[store]") {
  Desk desk;
  desk.scratch.write("drafts/ic3-mle/.ann.json.tmp", "half");
  desk.scratch.write("drafts/ic3-mle/.ann.json.conflict.tmp", "half");
  desk.scratch.write("drafts/ic3-mle/.ann-2.json.tmp", "another rater's");
  desk.scratch.write("assessments/ic3-mle/.ann.tmp", "half");
  desk.open();
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{".ann-2.json.tmp", "ann.lock"});
  CHECK(desk.scratch.names("assessments/ic3-mle").empty());
}

TEST_CASE("raters and ladders that share a file name are not mixed", "[store]") {
  Desk desk;
  desk.open("Ann B", "ic3").save(sample_draft("secret", "Ann B", "ic3"));
  const std::string file = desk.scratch / "drafts/ic3/ann-b.json";
  const std::string before = desk.scratch.read("drafts/ic3/ann-b.json");
  {
    DraftSession session = desk.open("ann-b", "ic3");
    const Error error = error_of([&] { session.load(); });
    CHECK(error.what() ==
          "the draft " + file + " is by `Ann B` (self) about `Ann B`, not by `ann-b` (self) about `ann-b`");
    CHECK(error.code() == ExitCode::bad_input);
    CHECK(error_of([&] { session.set_aside(); }).what() == std::string(error.what()));
  }
  // Version 1 kept both of these in one place, drafts/ic3-ann-b.json.
  desk.open("b", "ic3-ann").save(sample_draft("of another", "b", "ic3-ann"));
  CHECK(desk.open("b", "ic3-ann").load().draft == sample_draft("of another", "b", "ic3-ann"));
  CHECK(desk.scratch.read("drafts/ic3/ann-b.json") == before);
}

TEST_CASE("two raters whose names have no ASCII letter have a draft each", "[store]") {
  Desk desk;
  desk.open("\u674E").save(sample_draft("hers", "\u674E"));
  desk.open("\u738B").save(sample_draft("his", "\u738B"));
  CHECK(desk.open("\u674E").load().draft == sample_draft("hers", "\u674E"));
  CHECK(desk.open("\u738B").load().draft == sample_draft("his", "\u738B"));
}

TEST_CASE("a ladder id that is none never reaches the file system", "[store]") {
  Desk desk;
  const std::string id = GENERATE("", "../x", "a/b", ".", "A");
  CHECK(error_of([&] { desk.open("Ann", id); }).code() == ExitCode::bad_input);
  CHECK(desk.scratch.names("").empty());
}

TEST_CASE("a draft is set aside under a name of its own, even when it cannot be read", "[store]") {
  Desk desk;
  DraftSession session = desk.open();
  CHECK_FALSE(session.set_aside());
  desk.scratch.write("drafts/ic3-mle/ann.json", "broken");
  CHECK(session.set_aside().value().path == desk.scratch / "removed/drafts/ic3-mle/ann-1.json");
  CHECK_FALSE(session.load().draft);
  CHECK(session.save(sample_draft("new")).outcome == SaveOutcome::saved);
  CHECK(session.set_aside().value().path == desk.scratch / "removed/drafts/ic3-mle/ann-2.json");
  CHECK(desk.scratch.read("removed/drafts/ic3-mle/ann-1.json") == "broken");
}

TEST_CASE("a draft behind a symbolic link stays behind it", "[store]") {
  Desk desk;
  desk.scratch.write("elsewhere/draft.json", to_json(sample_draft("old")));
  desk.scratch.write("drafts/ic3-mle/x", "");
  REQUIRE(::symlink("../../elsewhere/draft.json", desk.draft().c_str()) == 0);
  DraftSession session = desk.open();
  CHECK(session.load().draft == sample_draft("old"));
  CHECK(session.save(sample_draft("new")).outcome == SaveOutcome::saved);
  CHECK(session.save(sample_draft("newer")).outcome == SaveOutcome::saved);
  CHECK(std::filesystem::is_symlink(desk.draft()));
  CHECK(desk.scratch.read("elsewhere/draft.json") == to_json(sample_draft("newer")));
}

TEST_CASE("answers that could not be read again are refused, and the draft stays as it was", "[store]") {
  Desk desk;
  DraftSession session = desk.open();
  session.save(sample_draft("short"));
  const std::string before = desk.scratch.read("drafts/ic3-mle/ann.json");

  const Error too_long = error_of([&] { session.save(sample_draft(std::string(9U << 20U, 'n'))); });
  CHECK(too_long.code() == ExitCode::bad_input);
  CHECK(too_long.what() == "the answers are too long to be saved in " + desk.draft());

  Assessment too_many = sample_draft("many");
  too_many.answers[0].evidence.assign(50'000, Evidence{"Proof", {}, too_many.on, ""});
  const Error error = error_of([&] { session.save(too_many); });
  CHECK(error.code() == ExitCode::bad_input);
  CHECK_THAT(error.hint(), ContainsSubstring("there are more than 200000 values"));

  Assessment blank = sample_draft("blank");
  blank.rater.name = " ";
  CHECK(error_of([&] { session.save(blank); }).code() == ExitCode::bad_input);
  CHECK(desk.scratch.read("drafts/ic3-mle/ann.json") == before);
  CHECK(desk.scratch.names("drafts/ic3-mle") == Names{"ann.json", "ann.lock"});
  CHECK(session.save(sample_draft("after")).outcome == SaveOutcome::saved);
}
