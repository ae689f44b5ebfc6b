#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "bench: %s\n", message.c_str());
  std::exit(1);
}

struct Subject {
  std::string command;
  std::vector<double> milliseconds = {};
  std::vector<double> processor = {};  ///< milliseconds of it, in the program and in the system for it
  long peak_kibibytes = 0;             ///< ru_maxrss of the shell and what it ran, the most of all rounds
};

double to_milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

void run(Subject& subject) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t id = fork();
  if (id < 0) fail("no process");
  if (id == 0) {
    execl("/bin/sh", "sh", "-c", subject.command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(id, &status, 0, &usage) != id) fail("a child is gone");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail("failed: " + subject.command);
  subject.milliseconds.push_back(
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  subject.processor.push_back(to_milliseconds(usage.ru_utime) + to_milliseconds(usage.ru_stime));
  subject.peak_kibibytes = std::max(subject.peak_kibibytes, usage.ru_maxrss);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

/// Usage: rung_bench_pair ROUNDS MEGABYTES COMMAND...; runs the shell commands in turn, so that what slows the machine
/// down slows all of them, and prints a line for each: median time, megabytes a second (unless 0 are read), peak
/// memory.
int main(int argc, char** argv) {
  if (argc < 4) fail("usage: rung_bench_pair ROUNDS MEGABYTES COMMAND...");
  const int rounds = std::max(1, std::atoi(argv[1]));
  const double megabytes = std::atof(argv[2]);
  std::vector<Subject> subjects;
  for (int index = 3; index < argc; ++index) subjects.push_back({argv[index]});
  for (int round = 0; round < rounds; ++round)
    for (Subject& subject : subjects) run(subject);
  for (const Subject& subject : subjects) {
    const double busy = median(subject.processor);
    char speed[32] = "";
    if (megabytes > 0) std::snprintf(speed, sizeof speed, "%.0f MB/s", megabytes / busy * 1000);
    std::printf("%10.1f ms %10.1f ms %10s %8.1f MiB   %s\n", median(subject.milliseconds), busy, speed,
                static_cast<double>(subject.peak_kibibytes) / 1024, subject.command.c_str());
  }
  return 0;
}
