#include "campaign/measured_run.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include "catch.hpp"
#include "store/scratch.hpp"

namespace {

constexpr rlim_t most_seconds = 60;
constexpr rlim_t most_output = 64U << 20U;

void lead_to(int descriptor, const std::string& path, int flags) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(126);
}

[[noreturn]] void run(std::vector<std::string>& words,
                      const std::vector<std::pair<std::string, std::string>>& environment, const std::string& place) {
  lead_to(STDIN_FILENO, "/dev/null", O_RDONLY);
  lead_to(STDOUT_FILENO, place + "/output", O_WRONLY | O_CREAT);
  lead_to(STDERR_FILENO, place + "/errors", O_WRONLY | O_CREAT);
  const rlimit seconds{most_seconds, most_seconds};
  setrlimit(RLIMIT_CPU, &seconds);
  const rlimit bytes{most_output, most_output};
  setrlimit(RLIMIT_FSIZE, &bytes);
  for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execv(arguments.front(), arguments.data());
  _exit(127);
}

}  // namespace

MeasuredRun run_measured(std::vector<std::string> words,
                         const std::vector<std::pair<std::string, std::string>>& environment) {
  const rung::Scratch place;
  // What this process holds when it forks counts as held by the child.
  malloc_trim(0);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) run(words, environment, place.path());
  int status = 0;
  rusage usage{};
  REQUIRE(wait4(child, &status, 0, &usage) == child);
  MeasuredRun result;
  result.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
  result.peak_kibibytes = usage.ru_maxrss;
  result.output = place.read("output");
  result.errors = place.read("errors");
  return result;
}
