#include "figures.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "child.hpp"

namespace bench {
namespace {

constexpr int rounds = 20;

/// Nearest rank; `share` is 0.5 for the median.
double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  return values[std::min(rank, values.size() - 1)];
}

std::string number(double value, const char* unit) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f %s", value, unit);
  return text;
}

/// One that nothing was written to yet.
std::string fresh_home(const Programs& programs, const std::string& figure, int round) {
  return programs.scratch + "/" + figure + std::to_string(round);
}

double since(Clock::time_point start) { return Milliseconds(Clock::now() - start).count(); }

double time_to_prompt(const Command& command) {
  Child child(command);
  child.wait_for_prompt();
  return since(child.started());
}

double time_to_end(const Command& command, Streams streams, int expected) {
  Child child(command, streams);
  const int code = child.wait_for_end().code;
  const double time = since(child.started());
  if (code != expected)
    fail("exit " + std::to_string(code) + ", not " + std::to_string(expected) + ":\n" + child.text());
  return time;
}

/// The M of the `[1/M]` before the first question.
int count_questions(const std::string& text) {
  const std::size_t at = text.find("[1/");
  const int count = at == std::string::npos ? 0 : std::atoi(text.c_str() + at + 3);
  if (count == 0) fail("no first question in:\n" + text);
  return count;
}

/// The bytes that `id` has given to write calls so far; 0 where that cannot be read.
long long bytes_given(pid_t id) {
  std::ifstream file("/proc/" + std::to_string(id) + "/io");
  for (std::string key; file >> key;) {
    long long value = 0;
    file >> value;
    if (key == "wchar:") return value;
  }
  return 0;
}

double draft_size(const std::string& home) {
  for (const auto& entry : std::filesystem::directory_iterator(home + "/drafts"))
    if (entry.path().extension() == ".json") return static_cast<double>(entry.file_size());
  fail("no draft in " + home);
}

/// What whole assessments yielded, one value for each key or each session.
struct Sessions {
  int keys = 0;
  std::vector<double> waits;
  std::vector<double> draft_sizes;
  std::vector<double> given;
  std::vector<double> peaks;
};

void assess(const Command& command, Sessions& sessions) {
  Child child(command);
  child.wait_for_prompt();
  const int questions = count_questions(child.text());
  const long long given_before = bytes_given(child.id());
  sessions.keys = 0;
  for (int i = 0; i < questions; ++i) {
    const auto start = Clock::now();
    child.type(std::to_string(1 + i % 4));
    child.wait_for_prompt();
    sessions.waits.push_back(since(start));
    ++sessions.keys;
    // A prompt that did not save would be quick for nothing.
    if (child.text().find("saved") == std::string::npos) fail("an answer was not saved:\n" + child.text());
    sessions.draft_sizes.push_back(draft_size(command.home));
  }
  sessions.given.push_back(static_cast<double>(bytes_given(child.id()) - given_before) / questions);
  child.type("f");
  ++sessions.keys;
  const End end = child.wait_for_end();
  if (end.code != 0) fail("the assessment did not finish:\n" + child.text());
  sessions.peaks.push_back(static_cast<double>(end.peak_kibibytes) / 1024);
}

double floor_time(const Programs& programs) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i)
    times.push_back(time_to_end({programs.floor, {}, programs.scratch}, Streams::terminal, 0));
  return quantile(times, 0.5);
}

/// Copies of the one assessment in `home`, as if it had been made in each of the years before.
void add_history(const std::string& home, int years) {
  std::filesystem::path latest;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home + "/assessments"))
    latest = entry.is_regular_file() ? entry.path() : latest;
  std::ifstream file(latest);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string name = latest.filename();
  const std::string year = name.substr(0, 4);
  for (int back = 1; back <= years; ++back) {
    const std::string earlier = std::to_string(std::stoi(year) - back);
    std::string copy = text;
    for (std::size_t at = copy.find(year + "-"); at != std::string::npos; at = copy.find(year + "-", at + 1))
      copy.replace(at, year.size(), earlier);
    std::ofstream(latest.parent_path() / (earlier + name.substr(year.size()))) << copy;
  }
}

}  // namespace

Rows measure_first_prompt(const Programs& programs) {
  std::vector<double> times;
  std::vector<double> floors;
  for (int i = 0; i < rounds; ++i) {
    times.push_back(time_to_prompt({programs.rung, {"assess"}, fresh_home(programs, "first", i)}));
    floors.push_back(time_to_prompt({programs.floor, {}, programs.scratch}));
  }
  return {{"exec to first prompt, median of 20", number(quantile(times, 0.5), "ms"),
           number(quantile(floors, 0.5), "ms"), "rung assess"}};
}

Rows measure_assessments(const Programs& programs) {
  Sessions sessions;
  for (int i = 0; i < rounds; ++i) assess({programs.rung, {"assess"}, fresh_home(programs, "assess", i)}, sessions);
  Child floor({programs.floor, {}, programs.scratch});
  const auto floor_peak = static_cast<double>(floor.wait_for_end().peak_kibibytes) / 1024;

  const std::string answers = std::to_string(sessions.keys - 1);
  const std::string command = "rung assess, " + answers + " digits and f";
  const double given = quantile(sessions.given, 0.5) / 1024;
  return {
      {"key to next question, saved, median", number(quantile(sessions.waits, 0.5), "ms"), "", command},
      {"key to next question, saved, p99", number(quantile(sessions.waits, 0.99), "ms"), "", command},
      {"keys for " + answers + " answers and the report", std::to_string(sessions.keys), "", command},
      {"peak memory (ru_maxrss), median", number(quantile(sessions.peaks, 0.5), "MiB"), number(floor_peak, "MiB"),
       command},
      {"saved per answer (size of the draft)", number(quantile(sessions.draft_sizes, 0.5) / 1024, "KiB"), "", command},
      {"written per answer (wchar, with screen)", given > 0 ? number(given, "KiB") : "unknown", "", command}};
}

Rows measure_refusals(const Programs& programs) {
  struct Case {
    Streams streams;
    const char* name;
    const char* command;
  };
  constexpr Case cases[] = {{Streams::input_null, "input from /dev/null", "rung assess </dev/null"},
                            {Streams::input_idle_pipe, "input from an idle pipe", "sleep 1 | rung assess"},
                            {Streams::output_file, "output to a file", "rung assess >file"},
                            {Streams::error_closed, "standard error closed", "rung assess 2>&-"}};
  const std::string floor = number(floor_time(programs), "ms");
  Rows rows;
  for (const Case& one : cases) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
      times.push_back(time_to_end({programs.rung, {"assess"}, fresh_home(programs, "refusal", i)}, one.streams, 2));
    rows.push_back({std::string("refusal, ") + one.name, number(quantile(times, 0.5), "ms"), floor, one.command});
  }
  return rows;
}

Rows measure_report(const Programs& programs) {
  const std::string home = fresh_home(programs, "report", 0);
  Sessions unused;
  assess({programs.rung, {"assess"}, home}, unused);
  const std::string floor = number(floor_time(programs), "ms");
  Rows rows;
  for (const int count : {1, rounds}) {
    if (count > 1) add_history(home, count - 1);
    std::vector<double> times;
    for (int i = 0; i < 2 * rounds; ++i)
      times.push_back(time_to_end({programs.rung, {"report", "--no-pager"}, home}, Streams::terminal, 0));
    rows.push_back({"exec to exit, latest of " + std::to_string(count) + ", median of 40",
                    number(quantile(times, 0.5), "ms"), floor, "rung report --no-pager"});
  }
  return rows;
}

}  // namespace bench
