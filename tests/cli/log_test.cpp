#include <string>

#include <fmt/format.h>

#include "catch.hpp"
#include "program.hpp"

using namespace rung;

namespace {

const std::string failure_line = "Wrote the postmortem of the outage";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The id of the entry with that text, as `rung log list` shows it.
std::string find_id(Program& program, const std::string& text) {
  const std::string csv = program.run({"log", "list", "--format", "csv"}).out;
  const std::size_t at = csv.find(text);
  REQUIRE(at != std::string::npos);
  const std::size_t line = csv.rfind('\n', at) + 1;
  return csv.substr(line, csv.find(',', line) - line);
}

}  // namespace

TEST_CASE("a line is logged for today and says what fits", "[cli]") {
  Program program;
  const Ran ran = program.run({"log", failure_line, "https://example.org/1", "-t", "#outage"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  CHECK(contains(ran.out, "Logged for today · link · #outage\n"));
  CHECK(contains(ran.out, "Fits: Own failures (results.ownership.learn-from-failure)\n"));
  CHECK(contains(program.run({"log", "list"}).out, failure_line));
}

TEST_CASE("words without quotes are one text, which may begin with its day", "[cli]") {
  Program program;
  CHECK(contains(program.run({"log", "yesterday", "met", "the", "team"}).out, "Logged for Mar 13"));
  CHECK(
      contains(program.run({"log", "--on", "2025-12-24", "2026", "plans", "drafted"}).out, "Logged for Dec 24, 2025"));
  CHECK(contains(program.run({"log", "list", "--format", "csv"}).out, "2026 plans drafted"));
}

TEST_CASE("an entry is tied by an option, by key, end of one, or number", "[cli]") {
  Program program;
  CHECK(contains(program.run({"log", "a", "-b", "learn-from-failure", "-b", "1"}).out,
                 "Logged for today · evidence of Own failures · evidence of Own projects"));
  const Ran unknown = program.run({"log", "b", "-b", "learn-from-failur"});
  CHECK(unknown.code == ExitCode::usage);
  CHECK(contains(unknown.err, "the ladder `ic3-mle` has no behavior `learn-from-failur`"));
  CHECK(contains(unknown.err, "did you mean `learn-from-failure`?"));
  CHECK_FALSE(contains(program.run({"log", "list", "--format", "csv"}).out, ",b,"));
}

TEST_CASE("at a terminal a digit ties the entry, which is saved before the question", "[cli]") {
  Program program;
  const Ran tied = program.type_in({"log", failure_line}, U"x1");
  CHECK(tied.code == ExitCode::success);
  CHECK(contains(tied.screen, "Evidence of  1 Own failures"));
  CHECK(contains(tied.screen, "Evidence of Own failures."));
  CHECK(contains(program.run({"log", "list"}).out, "→ Own failures"));

  const Ran left = program.type_in({"log", "postmortem of the second outage"}, U"n");
  CHECK(left.code == ExitCode::success);
  CHECK(contains(left.screen, "In the inbox as"));
  program.keys = {Interrupted{2}};
  CHECK(static_cast<int>(program.run_at_terminal({"log", "postmortem of the third outage"}).code) == 130);
  CHECK(contains(program.run({"log", "list", "--inbox"}).out, "third outage"));
  CHECK_FALSE(contains(program.run({"log", "list", "--inbox"}).out, failure_line));
}

TEST_CASE("without a text lines are asked for at a terminal until an empty one", "[cli]") {
  Program program;
  program.keys = {TypedLine{"first thing", {}}, TypedLine{"2026-13-45 second", {}}, TypedLine{"mon: third", {}},
                  TypedLine{"", {}}};
  const Ran ran = program.run_at_terminal({"log"});
  CHECK(ran.code == ExitCode::success);
  CHECK(contains(ran.screen, "there is no day `2026-13-45`"));
  const std::string csv = program.run({"log", "list", "--format", "csv"}).out;
  CHECK(contains(csv, "2026-03-09,third"));
  CHECK(contains(csv, "2026-03-14,first thing"));
  CHECK(program.run({"log"}).code == ExitCode::usage);
}

TEST_CASE("a verb with words that it cannot use changes nothing and says how to log them", "[cli]") {
  Program program;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"remove", "dead", "code"},
                                                {"remove", "dead"},
                                                {"list", "the", "open", "bugs"},
                                                {"review", "of", "the", "design"},
                                                {"status", "page", "fixed"},
                                                {"edit", "the", "docs"}}) {
    std::vector<std::string> arguments{"log"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Ran ran = program.run(arguments);
    INFO(ran.err);
    CHECK(ran.code != ExitCode::success);
    std::string typed = "`rung log --";
    for (const std::string& word : words) typed.append(" ").append(word);
    std::string flat = ran.err;
    for (std::size_t at = flat.find("\n      "); at != std::string::npos; at = flat.find("\n      "))
      flat.replace(at, 7, " ");
    CHECK(contains(flat, typed + "`"));
  }
  CHECK_FALSE(program.exists("home/log.jsonl"));
  CHECK(program.run({"log", "--", "remove", "dead", "code"}).code == ExitCode::success);
  CHECK(contains(program.run({"log", "list"}).out, "remove dead code"));
  CHECK(program.run({"log", "-t", "list", "more words"}).code == ExitCode::success);
}

TEST_CASE("a single word may have been meant as a command", "[cli]") {
  Program program;
  CHECK(contains(program.run({"log", "ls"}).err, "One word was logged. `rung log --help` lists the commands"));
  CHECK_FALSE(contains(program.run({"log", "two words"}).err, "One word"));
}

TEST_CASE("a link within a text leads somewhere in a page", "[cli]") {
  Program program;
  program.run({"log", "shipped https://example.org/1 to all"});
  CHECK(contains(program.run({"log", "list", "--format", "html"}).out, "href=\"https://example.org/1\""));
}

TEST_CASE("bad input is refused with a reason, and nothing is logged", "[cli]") {
  Program program;
  const auto refuse = [&program](std::vector<std::string> arguments, const std::string& reason) {
    const Ran ran = program.run(std::move(arguments));
    INFO(ran.err);
    CHECK(ran.code != ExitCode::success);
    CHECK(contains(ran.err, reason));
  };
  refuse({"log", "2027-01-01 talk"}, "not logged: 2027-01-01 is in the future");
  refuse({"log", "--on", "tomorrow", "talk"}, "--on: `tomorrow` is not a day");
  refuse({"log", "--on", "2027-01-01", "talk"}, "--on 2027-01-01 is in the future");
  refuse({"log", std::string(1U << 20U, 'x')}, "this text has 1048576 characters; an entry may have 4000");
  refuse({"log", "red \x1B[31m"}, "the character U+001B (escape) is not allowed");
  refuse({"log", "a", "-t", "two words"}, "--tag: `two words` is not a tag");
  CHECK_FALSE(program.exists("home/log.jsonl"));
}

TEST_CASE("entries are listed by day, tag, behavior, words, and inbox", "[cli]") {
  Program program;
  program.run({"log", "2026-01-10 alpha report", "-t", "red"});
  program.run({"log", "2026-02-10 beta report", "-b", "learn-from-failure"});
  program.run({"log", "2026-03-10 gamma memo https://example.org/Deck"});
  const auto list = [&program](std::vector<std::string> options) {
    options.insert(options.begin(), {"log", "list", "--format", "csv"});
    const std::string csv = program.run(options).out;
    std::string found;
    for (const char* word : {"alpha", "beta", "gamma"})
      if (contains(csv, word)) found += word[0];
    return found;
  };
  CHECK(list({}) == "abg");
  CHECK(list({"--since", "2026-02-10"}) == "bg");
  CHECK(list({"--until", "2026-02-10"}) == "ab");
  CHECK(list({"-t", "red"}) == "a");
  CHECK(list({"-b", "learn-from-failure"}) == "b");
  CHECK(list({"--inbox"}) == "ag");
  CHECK(list({"--search", "REPORT beta"}) == "b");
  CHECK(list({"--search", "deck"}) == "g");
  const std::string text = program.run({"log", "list"}).out;
  CHECK(text.find("March 2026") < text.find("January 2026"));
  const std::string redacted = program.run({"log", "list", "--redact", "--json"}).out;
  CHECK_FALSE(contains(redacted, "alpha"));
  CHECK_FALSE(contains(redacted, "red\""));
  CHECK_FALSE(contains(redacted, "Deck"));
  CHECK(contains(redacted, "results.ownership.learn-from-failure"));
}

TEST_CASE("an entry is edited and removed by the start of its id", "[cli]") {
  Program program;
  program.run({"log", "draft of the plan"});
  const std::string id = find_id(program, "draft of the plan");
  CHECK(program
            .run({"log", "edit", id.substr(0, 4), "--text", "plan agreed https://example.org/2", "--on", "yesterday",
                  "-b", "learn-from-failure", "-t", "plan"})
            .out == "Changed Mar 13: plan agreed\n");
  std::string csv = program.run({"log", "list", "--format", "csv"}).out;
  CHECK(contains(csv, fmt::format("{},2026-03-13,plan agreed,https://example.org/2,plan,"
                                  "ic3-mle:results.ownership.learn-from-failure",
                                  id)));
  CHECK(program.run({"log", "edit", id, "-t", "plan"}).out == "Nothing was changed.\n");
  program.run({"log", "edit", id, "--untie"});
  CHECK(contains(program.run({"log", "list", "--inbox"}).out, "plan agreed"));
  const Ran removed = program.run({"log", "remove", id.substr(0, 4)});
  CHECK(removed.out == "Removed Mar 13: plan agreed\n");
  CHECK(contains(removed.err, "Its text is still in home/log.jsonl."));
  CHECK(contains(removed.err, fmt::format("sed -i '/\"id\":\"{}\"/d' home/log.jsonl", id)));
  CHECK(contains(removed.err, fmt::format("rung log restore {}", id)));
  CHECK(contains(program.run({"log", "list"}).out, "No entries yet."));
  CHECK(contains(program.read("home/log.jsonl"), "draft of the plan"));
}

TEST_CASE("the editor changes one entry, or writes several", "[cli]") {
  Program program;
  program.environment.variables["EDITOR"] = "ed";
  program.run({"log", "draft of the plan"});
  const std::string id = find_id(program, "draft of the plan");
  const auto edit = [&program](const std::string& text) {
    program.editor = [&program, text](const std::vector<std::string>& words) -> ProgramEnd {
      program.write(words.back(), text);
      return Exited{0};
    };
  };
  edit("2026-03-01 the plan is agreed\n");
  CHECK(program.run_at_terminal({"log", "edit", id}).out == "Changed Mar 1: the plan is agreed\n");
  edit("one thing\non two lines\n\n\nyesterday: another\n");
  const Ran several = program.run_at_terminal({"log", "-e"});
  CHECK(several.out == "Logged for today: one thing on two lines\nLogged for Mar 13: another\n");
  edit("good\n\n2026-02-30 bad\n");
  const Ran bad = program.run_at_terminal({"log", "-e"});
  CHECK(bad.code == ExitCode::bad_input);
  CHECK(contains(bad.err, "home/log.note-1.txt"));
  CHECK(contains(program.read("home/log.note-1.txt"), "2026-02-30 bad"));
  CHECK_FALSE(contains(program.run({"log", "list"}).out, "good"));
  CHECK(contains(program.run({"doctor"}).out, "log.note-1.txt"));
}

TEST_CASE("the inbox is reviewed at single keys", "[cli]") {
  Program program;
  program.run({"log", "2026-01-01 " + failure_line});
  program.run({"log", "2026-01-02 zzz qqq"});
  program.run({"log", "2026-01-03 postmortm of another outage"});
  program.run({"log", "2026-01-04 the last one"});
  const Ran ran = program.type_in({"log", "review"},
                                  U"1xe\x15"
                                  U"2026-01-05 outage over\n1s");
  CHECK(ran.code == ExitCode::success);
  CHECK(contains(ran.err, "2 tied, 1 removed, 1 in the inbox."));
  const std::string csv = program.run({"log", "list", "--format", "csv"}).out;
  CHECK(contains(csv, fmt::format("2026-01-01,{},,,ic3-mle:results.ownership.learn-from-failure", failure_line)));
  CHECK_FALSE(contains(csv, "zzz"));
  CHECK(contains(csv, "2026-01-05,outage over,,,ic3-mle:"));
  CHECK(contains(csv, "2026-01-04,the last one,,,,"));
}

TEST_CASE("what was tied before is suggested again in the same words", "[cli]") {
  Program program;
  CHECK(contains(program.run({"log", "suggest", "frobnicated the gizmo"}).out, "Nothing in"));
  program.run({"log", "frobnicated the gizmo at length", "-b", "mentorship"});
  CHECK(contains(program.run({"log", "suggest", "frobnicated a gizmo"}).out, "scope.impact-levers.mentorship"));
  CHECK(contains(program.run({"log", "suggest", "frobnicated a gizmo", "--why"}).out, "frobnicated"));
}

TEST_CASE("a removed entry is restored, and only a removed one", "[cli]") {
  Program program;
  program.run({"log", "draft of the plan"});
  const std::string id = find_id(program, "draft of the plan");
  CHECK(contains(program.run({"log", "restore", id}).err, fmt::format("there is no removed log entry `{}`", id)));
  program.run({"log", "remove", id});
  CHECK(program.run({"log", "restore", id.substr(0, 4)}).out == "Restored Mar 14: draft of the plan\n");
  CHECK(contains(program.run({"log", "list"}).out, "draft of the plan"));
}

TEST_CASE("behaviors are suggested for the new text of an entry", "[cli]") {
  Program program;
  program.run({"log", "2026-01-02 zzz qqq"});
  const Ran ran = program.type_in({"log", "review"}, U"ewrote the postmortem of the outage\n1");
  CHECK(contains(ran.screen, "1 Own failures"));
  CHECK(contains(ran.err, "1 tied"));
  CHECK(contains(program.run({"log", "list", "--format", "csv"}).out, "learn-from-failure"));
}

TEST_CASE("entries beyond the nine that have a digit are counted", "[cli]") {
  Bakery bakery;
  for (int number = 1; number <= 11; ++number)
    bakery.run({"log", fmt::format("Weighed batch {}", number), "-b", "weigh", "--ladder", "baker"});
  const Ran ran = bakery.type_in({"assess", "baker"}, U"lq");
  CHECK(contains(unwrap(ran.screen), "and 2 more; `rung log list` shows all entries"));
}

TEST_CASE("doctor names ties to behaviors that no ladder has any more", "[cli]") {
  Bakery bakery;
  bakery.run({"log", "Taught Kim to fold", "-b", "fold", "--ladder", "baker"});
  const std::string id = find_id(bakery, "Taught Kim");
  CHECK(bakery.run({"doctor"}).code == ExitCode::success);
  std::string ladder = bakery.read("home/ladders/baker.yaml");
  const std::string renamed = ladder.replace(ladder.find("- id: fold"), 10, "- id: knead");
  bakery.write("home/ladders/baker.yaml", renamed);
  const Ran ran = bakery.run({"doctor"});
  CHECK(ran.code == ExitCode::negative);
  CHECK(contains(unwrap(ran.out),
                 fmt::format("1 entry is tied to behaviors that no ladder has any more: {} to dough.mixing.fold", id)));
  std::string known = renamed;
  known.replace(known.find("- id: knead"), 11, "- id: knead\n            formerly: [dough.mixing.fold]");
  bakery.write("home/ladders/baker.yaml", known);
  CHECK(bakery.run({"doctor"}).code == ExitCode::success);
}

TEST_CASE("a damaged log is reported, and the rest is used", "[cli]") {
  Program program;
  program.run({"log", "good entry"});
  program.write("home/log.jsonl", program.read("home/log.jsonl") + "<<<<<<< HEAD\n{\"format\":\"rung-log/9\"}\n");
  const Ran list = program.run({"log", "list"});
  CHECK(list.code == ExitCode::bad_input);
  CHECK(contains(list.out, "good entry"));
  CHECK(contains(list.err, "2 lines of home/log.jsonl cannot be read"));
  const Ran doctor = program.run({"doctor"});
  CHECK(doctor.code == ExitCode::negative);
  CHECK(contains(doctor.out, "conflict marker of git"));
  CHECK(contains(doctor.out, "written by a newer Rung"));
  CHECK(program.run({"log", "another"}).code == ExitCode::success);
  CHECK(contains(program.run({"log", "list"}).out, "another"));
}

TEST_CASE("a report is never written over the log", "[cli]") {
  Program program;
  program.run({"log", "good entry"});
  const Ran ran = program.run({"log", "list", "--format", "csv", "-o", "home/log.jsonl"});
  CHECK(ran.code == ExitCode::usage);
  CHECK(contains(program.read("home/log.jsonl"), "good entry"));
}

TEST_CASE("the status says what is due, in a line or in full", "[cli]") {
  Program program;
  CHECK(program.run({"log", "status", "--short"}).out == "rung: no log entry yet\n");
  program.run({"log", "fresh"});
  CHECK(program.run({"log", "status", "--short"}).out.empty());
  program.at = "2026-04-14T09:26:53+01:00";
  CHECK(program.run({"log", "status", "--short"}).out == "rung: no log entry for 31 days\n");
  CHECK(contains(program.run({"log", "status"}).out, "Mar 14, 4 weeks ago"));
}

TEST_CASE("at the question l attaches an entry, once, and it stays known as that entry", "[cli]") {
  Program program;
  program.run({"log", failure_line, "-b", "learn-from-failure"});
  const Ran ran = program.type_in({"assess", "ic3-mle"}, U"g12\nl1l1l4q");
  CHECK(contains(ran.screen, "1 log entry is tied: Mar 14 Wrote the postmortem"));
  CHECK(contains(ran.screen, "attached · saved"));
  CHECK(contains(ran.screen, "That one is attached already."));
  const std::string draft = program.read("home/drafts/ic3-mle/ana.json");
  CHECK(contains(draft, fmt::format("\"entry\": \"{}\"", find_id(program, failure_line))));
}

TEST_CASE("an update asks about behaviors that entries were tied to since, until they are attached", "[cli]") {
  Program program;
  program.use_ladder("baker.yaml");
  program.run({"assess", "baker", "--set", "1=4", "--set", "2=4", "--set", "3=4", "--set", "4=4", "--set", "5=4"});
  program.at = "2026-05-14T09:26:53+01:00";
  const auto ask_again = [&program](std::u32string_view keys) {
    const Ran ran = program.type_in({"assess", "baker", "--update", "--new"}, keys);
    INFO(ran.screen << ran.err);
    CHECK(ran.code == ExitCode::unfinished);
    return ran.screen;
  };
  CHECK(contains(ask_again(U"q"), "None of 5 asked"));
  program.run({"log", "taught the apprentice", "-b", "2", "--ladder", "baker"});
  const std::string screen = ask_again(U"q");
  CHECK(contains(screen, "1 of 5 asked"));
  CHECK(contains(screen, "\n2   "));
  CHECK(contains(screen, "1 log entry is tied: May 14 taught the apprentice"));
  // Finished with the entry attached, it is no longer news.
  CHECK(program.type_in({"assess", "baker", "--update", "--new"}, U"l14f").code == ExitCode::success);
  CHECK(contains(program.run({"report", "--json"}).out, "taught the apprentice"));
  program.at = "2026-05-15T09:26:53+01:00";
  CHECK(contains(ask_again(U"q"), "None of 5 asked"));
}
