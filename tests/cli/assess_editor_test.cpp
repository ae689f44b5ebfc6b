#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

const std::string note = "home/drafts/baker/ana.note-1.txt";

/// A program with an editor that writes `text` over the file and ends as told.
struct Desk : Bakery {
  std::string seen;  ///< what the editor found in the file

  Desk() { environment.variables["EDITOR"] = "ed -q"; }

  void edit_with(const std::string& text, ProgramEnd end = Exited{0}) {
    editor = [this, text, end](const std::vector<std::string>& words) {
      seen = read(words.back());
      write(words.back(), text);
      return end;
    };
  }
};

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("what is written in the editor becomes the note and the evidence", "[cli]") {
  Desk desk;
  std::vector<std::string> words;
  desk.editor = [&](const std::vector<std::string>& given) {
    words = given;
    desk.seen = desk.read(given.back());
    CHECK((std::filesystem::status(given.back()).permissions() & std::filesystem::perms::all) ==
          std::filesystem::perms(0600));
    desk.write(given.back(), fmt::format("Weighed all week.\n\nEven the water.\n2026-03-01 new scales\n{}", desk.seen));
    return Exited{0};
  };
  const Ran ran = desk.type_in({"assess", "baker"}, U"E3q");
  CHECK(words == std::vector<std::string>{"sh", "-c", "exec ed -q \"$@\"", "ed -q", note});
  CHECK_THAT(desk.seen, ContainsSubstring("# [1/5] I weigh every ingredient, water included.\n"));
  const std::string saved = desk.read(draft);
  CHECK_THAT(saved, ContainsSubstring(R"("note": "Weighed all week.\n\nEven the water.")"));
  CHECK_THAT(saved, ContainsSubstring("new scales"));
  CHECK_THAT(saved, ContainsSubstring("\"rating\": 3"));
  CHECK_THAT(ran.screen, ContainsSubstring("changed · saved"));
  CHECK(desk.files("home/drafts") == std::vector<std::string>{"baker/ana.json"});
}

TEST_CASE("an unchanged file or an editor that fails changes nothing", "[cli]") {
  Desk desk;
  desk.type_in({"assess", "baker"}, U"eold line\nq");
  const std::string before = desk.read(draft);
  SECTION("unchanged") {
    const Ran ran = desk.type_in({"assess", "baker"}, U"Eq");
    CHECK_THAT(ran.screen, ContainsSubstring("Nothing was changed."));
    CHECK_FALSE(desk.exists(note));
  }
  SECTION("a code that is not zero") {
    desk.editor = [](const std::vector<std::string>&) { return Exited{1}; };
    CHECK_THAT(unwrap(desk.type_in({"assess", "baker"}, U"Eq").screen),
               ContainsSubstring("`ed -q` ended with 1; nothing was changed."));
    CHECK_FALSE(desk.exists(note));
  }
  SECTION("no such program") {
    desk.editor = [](const std::vector<std::string>&) { return Exited{127}; };
    CHECK_THAT(unwrap(desk.type_in({"assess", "baker"}, U"Eq").screen), ContainsSubstring("`ed -q` cannot be found"));
  }
  SECTION("no editor at all") {
    desk.environment.variables.erase("EDITOR");
    CHECK_THAT(unwrap(desk.type_in({"assess", "baker"}, U"Eq").screen),
               ContainsSubstring("No editor was found. Set EDITOR"));
  }
  CHECK(desk.read(draft) == before);
}

TEST_CASE("RUNG_EDITOR goes before VISUAL, and VISUAL before EDITOR", "[cli]") {
  Desk desk;
  std::string used;
  desk.editor = [&used](const std::vector<std::string>& words) {
    used = words[2];
    return Exited{0};
  };
  desk.type_in({"assess", "baker"}, U"Eq");
  CHECK(used == "exec ed -q \"$@\"");
  desk.environment.variables["VISUAL"] = "code --wait";
  desk.type_in({"assess", "baker"}, U"Eq");
  CHECK(used == "exec code --wait \"$@\"");
  desk.environment.variables["RUNG_EDITOR"] = "nano";
  desk.type_in({"assess", "baker"}, U"Eq");
  CHECK(used == "exec nano \"$@\"");
}

TEST_CASE("what was written is kept where it cannot be taken over", "[cli]") {
  Desk desk;
  SECTION("the editor fails after it wrote") {
    desk.edit_with("Half a thought.\n", Killed{11});
    CHECK_THAT(unwrap(desk.type_in({"assess", "baker"}, U"Eq").screen),
               ContainsSubstring(fmt::format(
                   "`ed -q` was ended by signal 11; nothing was changed. What was written is kept in {}.", note)));
    CHECK(desk.read(note) == "Half a thought.\n");
  }
  SECTION("a line cannot be kept") {
    desk.edit_with("Half a \a thought.\n");
    CHECK_THAT(unwrap(desk.type_in({"assess", "baker"}, U"Eq").screen),
               ContainsSubstring("Line 1 was not taken. It holds characters that cannot be kept"));
    CHECK(desk.read(note) == "Half a \a thought.\n");
  }
  SECTION("the program is asked to end meanwhile") {
    desk.edit_with("Half a thought.\n", Interrupted{15});
    CHECK(static_cast<int>(desk.type_in({"assess", "baker"}, U"Eq").code) == 143);
    CHECK(desk.read(note) == "Half a thought.\n");
  }
  SECTION("the program is asked to end, and the file is far too large") {
    desk.edit_with(std::string(2U << 20U, 'x'), Interrupted{15});
    CHECK(static_cast<int>(desk.type_in({"assess", "baker"}, U"Eq").code) == 143);
  }
  SECTION("the file is far too large") {
    desk.edit_with(std::string(2U << 20U, 'x'));
    CHECK_THAT(unwrap(desk.type_in({"assess", "baker"}, U"Eq").screen),
               ContainsSubstring(fmt::format("is kept in {}", note)));
  }
  CHECK_FALSE(desk.exists(draft));

  desk.edit_with("A whole thought.\n");
  const std::string kept = desk.read(note);
  const Ran ran = desk.type_in({"assess", "baker"}, U"Eq");
  CHECK_THAT(unwrap(ran.err), ContainsSubstring(fmt::format(
                                  "A text from your editor was never saved with its answer; it is in {}", note)));
  CHECK(desk.read(note) == kept);
  CHECK(desk.files("home/drafts") == std::vector<std::string>{"baker/ana.json", "baker/ana.note-1.txt"});
  CHECK_THAT(desk.read(draft), ContainsSubstring("A whole thought."));
}

TEST_CASE("an editor that writes late cannot write into the note of another behavior", "[cli]") {
  Desk desk;
  std::string first;
  desk.editor = [&](const std::vector<std::string>& words) {
    if (first.empty())
      first = words.back();
    else
      desk.write(first, "meant for the first");
    return Exited{0};
  };
  const Ran ran = desk.type_in({"assess", "baker"}, U"E3Eq");
  CHECK(count_of(ran.screen, "Nothing was changed.") == 2);
  CHECK_THAT(desk.read(draft), !ContainsSubstring("meant for the first"));
}

TEST_CASE("where saving fails, the file with the text stays and is told", "[cli]") {
  Desk desk;
  desk.editor = [&](const std::vector<std::string>& words) {
    desk.write(words.back(), "A thought.\n");
    // No file can be made that would take the place of the draft.
    std::filesystem::create_directory("home/drafts/baker/.ana.json.tmp");
    return Exited{0};
  };
  const Ran ran = desk.type_in({"assess", "baker"}, U"Eqq");
  CHECK(ran.code == ExitCode::input_output);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring(fmt::format("What was written in the editor is kept in {}", note)));
  CHECK(desk.read(note) == "A thought.\n");
}
