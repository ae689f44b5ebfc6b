#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>

#include <rung/ladder/ladder.hpp>
#include <rung/ladder/parse.hpp>

#include "campaign/hostile_corpus.hpp"
#include "campaign/measured_run.hpp"
#include "campaign/scenario.hpp"
#include "catch.hpp"

namespace fs = std::filesystem;
using rung::Scratch;

namespace {

using Words = std::vector<std::string>;

/// Whether a terminal, a page or a pager can be driven by `bytes`. Written down once more, apart from what the program
/// has for it: control characters, C1 among them, bidirectional controls and line separators.
bool is_inert(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if ((byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7F) return false;
    if (byte == '\r' && bytes.substr(at + 1, 1) != "\n") return false;
    const std::string_view two = bytes.substr(at, 2);
    if (two >= "\xC2\x80" && two <= "\xC2\x9F") return false;
    if (two == "\xD8\x9C") return false;
    const std::string_view three = bytes.substr(at, 3);
    for (const std::string_view control : {"\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
                                           "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
      if (three == control) return false;
    }
  }
  return true;
}

/// The most of something, and where it was.
struct Worst {
  double figure = 0;
  std::string where;

  void take(double other, const std::string& at) {
    if (other > figure) *this = {other, at};
  }
};

std::string join(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Runs commands on hostile files and keeps what they cost; fails the test when one of them misbehaves.
class Trials {
 public:
  explicit Trials(std::string name) : name_(std::move(name)) {}

  void begin(const HostileFile& file, const std::string& place) {
    file_ = file;
    place_ = place;
    ++files_;
  }

  /// `{file}` and `{place}` stand for the file and the place. The run, for whoever wants to go on from it.
  MeasuredRun run(const Words& arguments) {
    Words words{RUNG_PROGRAM};
    for (const std::string& argument : arguments) words.push_back(settle(argument));
    const MeasuredRun done =
        run_measured(words, {{"RUNG_HOME", place_ + "/home"}, {"USER", "kim"}, {"LANG", "C.UTF-8"}});
    ++runs_;
    const std::string where = file_.name + ": rung " + join(arguments);
    slowest_.take(done.milliseconds, where);
    largest_.take(static_cast<double>(done.peak_kibibytes) / 1024, where);
    judge(done, where);
    return done;
  }

  void print() const {
    std::printf("%-12s %-12s %4d files %5d runs %3d crashes %3d forbidden %3d vague\n", "hostile", name_.c_str(),
                files_, runs_, crashes_, forbidden_, vague_);
    std::printf("%-12s %-12s slowest %.0f ms: %s\n", "", "", slowest_.figure, slowest_.where.c_str());
    std::printf("%-12s %-12s largest %.0f MiB: %s\n", "", "", largest_.figure, largest_.where.c_str());
    std::fflush(stdout);
  }

 private:
  [[nodiscard]] std::string settle(std::string argument) const {
    for (const auto& [mark, text] : {std::pair{std::string("{file}"), file_.path}, {std::string("{place}"), place_}}) {
      if (const std::size_t at = argument.find(mark); at != std::string::npos) argument.replace(at, mark.size(), text);
    }
    return argument;
  }

  void judge(const MeasuredRun& done, const std::string& where) {
    INFO(where << "\nexit code " << done.exit_code << "\n" << done.errors.substr(0, 2000));
    const bool ends_well = done.exit_code >= 0 && done.exit_code <= 5;
    CHECK(ends_well);
    if (!ends_well) ++crashes_;
    const bool stays_inert = is_inert(done.output) && is_inert(done.errors);
    CHECK(stays_inert);
    if (!stays_inert) ++forbidden_;
    const bool says_why = done.exit_code <= 1 || !done.errors.empty() || !done.output.empty();
    CHECK(says_why);
    if (!says_why) ++vague_;
    CHECK(list_temporaries(place_).empty());
  }

  std::string name_;
  HostileFile file_;
  std::string place_;
  int files_ = 0;
  int runs_ = 0;
  int crashes_ = 0;
  int forbidden_ = 0;
  int vague_ = 0;
  Worst slowest_;
  Worst largest_;
};

/// Every file in the long form, each ninth in the short one.
template <class Visit>
void visit_hostile(Role role, const Visit& visit) {
  const Scratch made;
  const std::vector<HostileFile> files = gather_hostile(role, made);
  REQUIRE(files.size() > 30);
  for (std::size_t index = 0; index < files.size(); index += is_long_form() ? 1U : 9U) visit(files[index]);
}

const Words every_format{"text", "markdown", "html", "json", "csv"};

void report_everything(Trials& trials) {
  for (const std::string& format : every_format) {
    trials.run({"report", "--format", format, "--no-pager"});
    trials.run({"diff", "--format", format, "--no-pager"});
    trials.run({"list", "--format", format, "--no-pager"});
    trials.run({"history", "--format", format, "--no-pager"});
    trials.run({"doctor", "--format", format, "--no-pager"});
    trials.run({"report", "--against", "ic4-mle", "--format", format, "--no-pager"});
  }
  trials.run({"report", "--format", "svg"});
  trials.run({"report", "--redact", "--no-pager"});
  trials.run({"export", "-o", "{place}/report.md", "--charts"});
  trials.run({"export", "-o", "{place}/report.html"});
  trials.run({"export", "--all", "--format", "csv"});
  trials.run({"export", "--all", "--format", "jsonl"});
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool is_plain_file(const std::string& path) {
  std::error_code failure;
  return fs::is_regular_file(path, failure);
}

/// Answers for every behavior of a ladder, if it is one.
std::string answer_all(const HostileFile& file, int rating) {
  if (!is_plain_file(file.path) || fs::file_size(file.path) > (1U << 20U)) return {};
  const auto parsed = rung::parse_ladder(read(file.path), file.name);
  if (!parsed) return {};
  std::string answers;
  for (const auto& placed : rung::list_behaviors(*parsed.value)) {
    answers += placed.behavior->key + ":\n  rating: " + std::to_string(rating) +
               "\n  note: '=1+1 <script>alert(1)</script> [x](javascript:alert(1)) | `'\n";
  }
  return answers;
}

}  // namespace

TEST_CASE("hostile ladders are refused, or shown without harm", "[hostile]") {
  Trials trials("ladders");
  visit_hostile(Role::ladder, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"ladder", "check", "{file}"});
    trials.run({"ladder", "check", "--strict", "--format", "json", "{file}"});
    for (const std::string& format : every_format) {
      trials.run({"ladder", "show", "{file}", "--format", format, "--no-pager"});
      trials.run({"ladder", "diff", "{file}", "ic3-mle", "--format", format, "--no-pager"});
    }
    trials.run({"ladder", "show", "{file}", "--format", "yaml"});
    trials.run({"ladder", "add", "{file}"});
    trials.run({"ladder", "list"});
    for (const int rating : {1, 2}) {
      place.write("answers.yaml", answer_all(file, rating));
      trials.run({"assess", "{file}", "--answers", "{place}/answers.yaml", "--label", std::to_string(rating)});
    }
    if (fs::exists(place / "home/assessments")) report_everything(trials);
    // Whatever its id says, nothing was written outside of its place.
    for (const std::string& name : place.names(".")) {
      CHECK((name == "home" || name == "answers.yaml" || name.starts_with("report")));
    }
  });
  trials.print();
}

TEST_CASE("hostile assessments are refused, or reported without harm", "[hostile]") {
  Trials trials("assessments");
  visit_hostile(Role::assessment, [&trials](const HostileFile& file) {
    const Scratch place;
    place.write("home/assessments/baker/2026-01-01-kim.json",
                read(RUNG_SOURCE_ROOT "/tests/data/hostile/assessments/good.json"));
    const std::string stored = place / "home/assessments/baker/2026-03-14-kim.json";
    if (is_plain_file(file.path)) {
      fs::copy_file(file.path, stored);
    } else {
      fs::create_symlink(file.path, stored);
    }
    trials.begin(file, place.path());
    report_everything(trials);
    trials.run({"report", "{file}", "--no-pager"});
    trials.run({"diff", "{file}", "2026-01-01-kim", "--no-pager"});
    trials.run({"assess", "--amend", "2026-03-14-kim", "--set", "weigh=2"});
    place.write("home/drafts/baker--kim.json", is_plain_file(file.path) ? read(stored) : "");
    trials.run({"list"});
    trials.run({"doctor"});
  });
  trials.print();
}

TEST_CASE("hostile answers are refused, or reported without harm", "[hostile]") {
  Trials trials("answers");
  visit_hostile(Role::answers, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"assess", "ic3-mle", "--partial", "--answers", "{file}", "--label", "one"});
    trials.run({"assess", "ic3-mle", "--partial", "--answers", "{file}", "--label", "two"});
    if (fs::exists(place / "home/assessments")) report_everything(trials);
  });
  trials.print();
}

TEST_CASE("hostile documents are refused, or become ladders that can be checked", "[hostile]") {
  Trials trials("documents");
  visit_hostile(Role::document, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"ladder", "import", "{file}"});
    trials.run({"ladder", "import", "{file}", "-o", "{place}/made.yaml"});
    if (!fs::exists(place / "made.yaml")) return;
    CHECK(trials.run({"ladder", "check", "{place}/made.yaml"}).exit_code == 0);
    trials.run({"ladder", "show", "{place}/made.yaml", "--format", "html"});
  });
  trials.print();
}

namespace {

/// What runs rung with the loosest umask there is.
Words under_loose_umask(Words arguments) {
  Words words{"/bin/sh", "-c", "umask 000; exec \"$@\"", "sh", RUNG_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

int run_in(const std::string& home, Words words) {
  return run_measured(std::move(words), {{"RUNG_HOME", home}, {"USER", "kim"}, {"LANG", "C.UTF-8"}}).exit_code;
}

const Words rate_one{"assess", "ic3-mle", "--set", "scope.scope.own-projects=3"};
const Words finish_one{"assess", "ic3-mle", "--partial", "--set", "scope.scope.own-projects=3"};

/// The permission bits that others than the owner have on anything below `directory`.
unsigned open_to_others(const std::string& directory) {
  unsigned bits = 0;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    bits |= static_cast<unsigned>(entry.symlink_status().permissions()) & 077U;
  return bits;
}

}  // namespace

TEST_CASE("what is stored is the owner's alone, however loose the umask", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  CHECK(run_in(home, under_loose_umask(rate_one)) == 5);
  CHECK(run_in(home, under_loose_umask(finish_one)) == 0);
  CHECK(run_in(home, under_loose_umask({"ladder", "add", RUNG_SOURCE_ROOT "/tests/data/ladder/good/comments.yaml"})) ==
        0);
  CHECK(open_to_others(home) == 0);
  CHECK(place.mode("home") == 0700);
}

TEST_CASE("in a directory that everybody may write to, files are the owner's and doctor warns", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  for (const char* directory : {"home", "home/drafts", "home/assessments"}) {
    fs::create_directory(place / directory);
    REQUIRE(chmod((place / directory).c_str(), 0777) == 0);
  }
  CHECK(run_in(home, under_loose_umask(finish_one)) == 0);
  CHECK(open_to_others(place / "home/assessments/ic3-mle") == 0);
  CHECK(run_in(home, {RUNG_PROGRAM, "doctor"}) == 1);
}

TEST_CASE("a link planted where a temporary file goes is not followed", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  REQUIRE(run_in(home, under_loose_umask(rate_one)) == 5);
  place.write("precious", "precious\n");
  const std::string draft = place.names("home/drafts").front();
  fs::create_symlink(place / "precious", place / ("home/drafts/." + draft + ".tmp"));
  fs::create_symlink(place / "precious", place / ".report.md.rung-tmp");
  CHECK(run_in(home, under_loose_umask(finish_one)) == 0);
  CHECK(run_in(home, {RUNG_PROGRAM, "export", "-o", place / "report.md"}) == 0);
  CHECK(place.read("precious") == "precious\n");
  CHECK(fs::is_regular_file(fs::symlink_status(place / "report.md")));
  CHECK(list_temporaries(home).empty());
}

TEST_CASE("a report is not written over answers, nor through a link to them", "[hostile]") {
  const Scratch place;
  const std::string home = place / "home";
  REQUIRE(run_in(home, under_loose_umask(finish_one)) == 0);
  const std::string stored = "home/assessments/ic3-mle/" + place.names("home/assessments/ic3-mle").front();
  const std::string answers = place.read(stored);
  fs::create_symlink(place / stored, place / "report.json");
  fs::create_directory_symlink(place / "home/assessments/ic3-mle", place / "reports");
  CHECK(run_in(home, {RUNG_PROGRAM, "export", "-o", place / "report.json"}) > 0);
  CHECK(run_in(home, {RUNG_PROGRAM, "export", "-o", place / ("reports/" + fs::path(stored).filename().string())}) > 0);
  CHECK(place.read(stored) == answers);
}
