#include "campaign/hostile_corpus.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <utility>

#include "campaign/scenario.hpp"
#include "catch.hpp"

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mebibyte = 1U << 20U;

/// The short form makes the same kinds of file with fewer repetitions, still far beyond every limit on nesting.
std::size_t scale(std::size_t times) { return is_long_form() || times < 2'000 ? times : times / 16; }

std::string copies_of(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t time = 0; time < times; ++time) text += piece;
  return text;
}

std::string repeat(std::string_view piece, std::size_t times) { return copies_of(piece, scale(times)); }

std::string lines_of(std::size_t count, const std::function<std::string(const std::string&)>& line) {
  std::string text;
  for (std::size_t number = 0; number < count; ++number) text += line(std::to_string(number));
  return text;
}

std::string number_lines(std::size_t count, const std::function<std::string(const std::string&)>& line) {
  return lines_of(scale(count), line);
}

using Made = std::vector<std::pair<std::string, std::string>>;

std::string ladder_with(const std::string& behaviors) {
  return "format: rung-ladder/1\nid: baker\ntitle: Baker\npillars:\n  - id: dough\n    title: Dough\n"
         "    responsibilities:\n      - id: mixing\n        title: Mixing\n        behaviors:\n" +
         behaviors;
}

std::string behavior(const std::string& id, const std::string& text) {
  return "          - id: " + id + "\n            text: " + text + "\n";
}

Made make_ladders() {
  const auto short_one = [](const std::string& number) { return behavior("b" + number, "I do it."); };
  return {
      {"many-behaviors.yaml", ladder_with(number_lines(3'900, short_one))},
      {"too-many-values.yaml", ladder_with(lines_of(6'000, short_one))},
      {"too-large.yaml", ladder_with(behavior("weigh", "I weigh.")) + "#" + std::string(mebibyte, 'x') + "\n"},
      {"one-line.yaml", "{format: rung-ladder/1, x: [" + repeat("a, ", mebibyte / 3 - 20) + "]}"},
      {"deep-flow.yaml", repeat("[", 500'000)},
      {"deep-maps.yaml", repeat("{a: ", 200'000)},
      {"deep-blocks.yaml",
       number_lines(1'000, [](const std::string& number) { return std::string(std::stoul(number), ' ') + "a:\n"; })},
      {"question-marks.yaml", repeat("? ", 400'000)},
      {"dashes.yaml", repeat("- ", 400'000)},
      {"colons.yaml", repeat(": ", 400'000)},
      {"quotes.yaml", repeat("\"a\" ", 200'000)},
      {"comments.yaml", repeat("#\n", 500'000)},
      {"long-key.yaml", repeat("k", mebibyte - 10) + ": 1\n"},
      {"same-mistake.yaml", ladder_with(repeat(behavior("weigh", "I weigh."), 3'000))}};
}

std::string assessment_with(const std::string& answers, const std::string& more = {}) {
  return R"({"format":"rung-assessment/1","id":"2026-03-14-kim","ladder":{"id":"baker","title":"Baker",)"
         R"("scale":[{"value":1,"label":"No"},{"value":2,"label":"Yes"}],"target":2,"pillars":[{"id":"dough",)"
         R"("title":"Dough","responsibilities":[{"id":"mixing","title":"Mixing","behaviors":[{"id":"weigh",)"
         R"("text":"I weigh."}]}]}]},"rater":{"name":"Kim","role":"self"},"started_at":"2026-03-14T09:26:53+01:00",)"
         R"("finished_at":"2026-03-14T10:26:53+01:00","answers":[)" +
         answers + "]" + more + "}";
}

std::string answer_with(const std::string& more) {
  return R"({"behavior":"dough.mixing.weigh","state":"rated","rating":1)" + more + "}";
}

std::string answer_noting(const std::string& note) { return answer_with(",\"note\":\"" + note + "\""); }

Made make_assessments() {
  const auto evidence = [](const std::string& number) {
    return R"({"text":"E)" + number + R"(","url":"https://example.org/)" + number + "\"},";
  };
  return {{"long-note.json", assessment_with(answer_noting(repeat("word ", mebibyte)))},
          {"long-word.json", assessment_with(answer_noting(repeat("x", 4 * mebibyte)))},
          {"lines.json", assessment_with(answer_noting(repeat("\\n", mebibyte)))},
          {"combining-marks.json", assessment_with(answer_noting("a" + repeat("\u0301", mebibyte)))},
          {"joined-emoji.json", assessment_with(answer_noting("👩" + repeat("\u200d👩", mebibyte / 2)))},
          {"wide-characters.json", assessment_with(answer_noting(repeat("漢", mebibyte)))},
          {"flags.json", assessment_with(answer_noting(repeat("🇩", mebibyte / 2)))},
          {"escapes.json", assessment_with(answer_noting(repeat("\\u0041", mebibyte)))},
          {"markup.json", assessment_with(answer_noting(repeat("<b>*_`[|", mebibyte / 2)))},
          {"quotes.json", assessment_with(answer_noting(repeat("\\\"", mebibyte)))},
          {"many-evidence.json",
           assessment_with(answer_with(R"(,"evidence":[)" + number_lines(30'000, evidence) + R"({"text":"last"}])"))},
          {"answers-twice.json", assessment_with(repeat(answer_noting("once") + ",", 10'000) + answer_noting("last"))},
          {"too-large.json", assessment_with(answer_noting(std::string(8 * mebibyte, 'x')))},
          {"too-many-values.json", assessment_with({}, ",\"x\":[" + copies_of("0,", 250'000) + "0]")},
          {"many-unknown.json",
           assessment_with(
               {}, number_lines(60'000, [](const std::string& number) { return ",\"k" + number + "\":" + number; }))},
          {"deep-arrays.json", assessment_with({}, ",\"x\":" + repeat("[", mebibyte))},
          {"deep-objects.json", assessment_with({}, ",\"x\":" + repeat("{\"a\":", mebibyte))},
          {"long-number.json", assessment_with({}, ",\"x\":" + repeat("9", mebibyte))},
          {"white.json", repeat(" ", 7 * mebibyte) + assessment_with(answer_noting("here"))}};
}

Made make_answers() {
  const std::string key = "scope.scope.own-projects";
  return {{"many-evidence.yaml", key + ":\n  rating: 1\n  evidence:\n" + repeat("    - https://example.org/\n", 9'000)},
          {"too-large.yaml", key + ": 1\n#" + std::string(mebibyte, 'x') + "\n"},
          {"unknown-keys.yaml",
           number_lines(9'000, [](const std::string& number) { return "no.such.b" + number + ": 1\n"; })},
          {"deep.yaml", key + ": " + repeat("[", 400'000)},
          {"deep.json", "{\"" + key + "\":" + repeat("[", 400'000)},
          {"long-note.yaml", key + ":\n  rating: 1\n  note: " + repeat("word ", 3'200) + "\n"}};
}

Made make_documents() {
  const auto reference = [](const std::string& number) { return "[r" + number + "]: https://example.org/\n"; };
  const auto row = [](const std::string& number) { return "P,R" + number + ",I do " + number + ".\n"; };
  return {{"quotes.md", "# A\n\n" + repeat("> ", 500'000) + "x\n"},
          {"quotes-tight.md", repeat(">", mebibyte - 2) + "\n"},
          {"deep-list.md", "# A\n\n" + repeat("- ", 500'000) + "x\n"},
          {"numbers.md", "# A\n\n" + repeat("1. ", 340'000) + "x\n"},
          {"emphasis.md", "# A\n\n- " + repeat("*a **b ", 140'000) + "\n"},
          {"underscores.md", "# A\n\n- " + repeat("_", mebibyte - 10) + "\n"},
          {"brackets.md", "# A\n\n- " + repeat("[", mebibyte - 10) + "\n"},
          {"images.md", "# A\n\n- " + repeat("![", mebibyte / 2 - 10) + "\n"},
          {"backticks.md", "# A\n\n- " + number_lines(1'300,
                                                      [](const std::string& number) {
                                                        return std::string(std::stoul(number), '`') + " ";
                                                      })},
          {"references.md", "# A\n\n" + number_lines(15'000, reference) + "\n- " + repeat("[r1] ", 90'000) + "\n"},
          {"cells.md", "# A\n\n|a|\n|-|\n" + repeat("|", 900'000) + "\n"},
          {"table-empty-rows.md", "|a|b|\n|-|-|\n" + repeat("|\n", 400'000)},
          {"items.md", "# A\n\n" + repeat("- I do it.\n", 90'000)},
          {"headings.md", repeat("# A\n", 200'000)},
          {"white.md", "# A\n\n- x\n" + repeat(" \n", 500'000)},
          {"entities.md", "# A\n\n- " + repeat("&amp;", 200'000) + "\n"},
          {"angles.md", "# A\n\n- " + repeat("<", mebibyte - 10) + "\n"},
          {"addresses.md", "# A\n\n- " + repeat("a@b.c ", 170'000) + "\n"},
          {"long-address.md", "# A\n\n- " + repeat("a@b.", 260'000) + "\n"},
          {"comments.md", "# A\n\n- " + repeat("<!--", mebibyte / 4 - 10) + "\n"},
          {"deep.html", "<h1>A</h1>" + repeat("<div>", 200'000) + "<ul><li>x"},
          {"deep-bold.html", "<h1>A</h1><p>" + repeat("<b>", 300'000) + "x"},
          {"deep-lists.html", "<h1>A</h1>" + repeat("<ul><li>x", 100'000)},
          {"attributes.html", "<h1 " + repeat("a=b ", 250'000) + ">A</h1>"},
          {"comments.html", "<h1>A</h1>" + repeat("<!-- -->", 130'000)},
          {"unclosed-tags.html", "<h1>A</h1>" + repeat("<a ", 340'000)},
          {"closing-tags.html", "<h1>A</h1>" + repeat("</p>", 260'000)},
          {"sourcepos.html", "<h1>A</h1><ul>" + repeat("<li data-sourcepos=\"9:9-1:1\">x", 34'000) + "</ul>"},
          {"formatting.html", "<h1>A</h1>" + repeat("<p><b><i><u>", 80'000)},
          {"tables.html", "<h1>A</h1>" + repeat("<table><tr><td>", 60'000)},
          {"spans.html", "<table>" + repeat("<tr><td rowspan=65534 colspan=1000>x", 20'000) + "</table>"},
          {"raw-text.html", "<h1>A</h1>" + repeat("<svg><style>", 80'000)},
          {"raw-text-in-drawing.html", "<h1>A</h1><svg><style>" + repeat("<div>", 170'000) + "</style>"},
          {"drawing-not-ended.html", "<svg><desc></svg></desc><style>" + repeat("<div>", 170'000) + "</style>"},
          {"links-in-drawing.html", "<h1>A</h1><svg>" + repeat("<a>", 300'000)},
          {"menus-in-drawing.html", "<h1>A</h1><svg>" + repeat("<select>", 100'000)},
          {"drawings-not-ended.html", repeat("<svg><desc></svg>", 60'000)},
          {"formula-and-drawing.html",
           "<svg></svg>" + repeat(repeat("<div>", 200) + "<math><svg></svg></math><svg></svg>", 900)},
          {"menu-and-style.html", "<select><style>" + repeat("<div>", 170'000) + "</style>"},
          {"quote-in-value.html", "<h1>A</h1><a b=c=\">" + repeat("<div>", 170'000)},
          {"comment-ends-early.html", "<h1>A</h1><!-- --!>" + repeat("<div>", 170'000)},
          {"entities.html", "<h1>A</h1><p>" + repeat("&#x202e;", 130'000)},
          {"selects.html", "<h1>A</h1>" + repeat("<select><option>x", 60'000)},
          {"commas.csv", "pillar,responsibility,behavior\n" + repeat(",", mebibyte - 40) + "\n"},
          {"quotes.csv", "pillar,responsibility,behavior\n" + repeat("\"", mebibyte - 41) + "\n"},
          {"rows.csv", "pillar,responsibility,behavior\n" + number_lines(40'000, row)},
          {"empty-rows.csv", "pillar,responsibility,behavior\n" + repeat("\n", mebibyte - 40)},
          {"too-large.md", "# A\n\n- " + std::string(mebibyte, 'x') + "\n"},
          {"too-large.html", "<h1>A</h1><p>" + std::string(mebibyte, 'x')},
          {"too-large.csv", "pillar\n" + std::string(mebibyte, 'x')}};
}

struct RoleFiles {
  std::string directory;
  std::string ending;  ///< of what is made for it
  Made (*make)();
};

RoleFiles files_of(Role role) {
  switch (role) {
    case Role::ladder: return {"ladders", ".yaml", make_ladders};
    case Role::assessment: return {"assessments", ".json", make_assessments};
    case Role::answers: return {"answers", ".yaml", make_answers};
    case Role::document: return {"documents", ".md", make_documents};
  }
  return {};
}

/// Things in a directory that are no plain file, and a file that is larger than any disk likes.
void make_oddities(const rung::Scratch& scratch, const std::string& ending) {
  REQUIRE(mkfifo((scratch / ("pipe" + ending)).c_str(), 0600) == 0);
  fs::create_directory(scratch / ("directory" + ending));
  fs::create_symlink("nowhere", scratch / ("dangling" + ending));
  fs::create_symlink("ring" + ending, scratch / ("ring" + ending));
  fs::create_symlink("/dev/zero", scratch / ("endless" + ending));
  scratch.write("sparse" + ending, {});
  fs::resize_file(scratch / ("sparse" + ending), 1U << 30U);
  scratch.write("name\x1b[2J\n\u202e" + ending, "[");
}

std::vector<HostileFile> list(const fs::path& directory) {
  std::vector<HostileFile> files;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
    files.push_back({is_plain ? name : "a name with control characters", entry.path().string()});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace

std::vector<HostileFile> gather_hostile(Role role, const rung::Scratch& scratch) {
  const RoleFiles files = files_of(role);
  for (const auto& [name, bytes] : files.make()) scratch.write(name, bytes);
  make_oddities(scratch, files.ending);
  std::vector<HostileFile> all = list(fs::path(RUNG_SOURCE_ROOT "/tests/data/hostile") / files.directory);
  for (HostileFile& file : list(scratch.path())) all.push_back(std::move(file));
  return all;
}
