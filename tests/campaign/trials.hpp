#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "campaign/hostile_corpus.hpp"
#include "campaign/measured_run.hpp"

/// Runs commands on hostile files and keeps what they cost; fails the test when one of them misbehaves.
class Trials {
 public:
  explicit Trials(std::string name) : name_(std::move(name)) {}

  /// What follows is tried with `file`, in `place`, a directory of its own.
  void begin(const HostileFile& file, const std::string& place);

  /// Runs rung with the arguments, in which `{file}` and `{place}` stand for the file and the place; the exit code.
  int run(const std::vector<std::string>& arguments);

  /// Runs each of the commands in the long form; in the short one `most` of them, other ones for the next file.
  void run_some(const std::vector<std::vector<std::string>>& commands, std::size_t most);

  /// Looks at a file of the place that the program has written, as at what it prints.
  void look_at(const std::string& name);

  /// A line for the table, then what was slowest and what took the most memory.
  void print() const;

 private:
  /// The most of something, and where it was.
  struct Worst {
    double figure = 0;
    std::string where;

    void take(double other, const std::string& at);
  };

  [[nodiscard]] std::string settle(std::string argument) const;
  void judge(const MeasuredRun& done, const std::string& where);
  void judge_bytes(const std::string& bytes);

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

/// The bytes of a file; none where it cannot be read.
std::string read_bytes(const std::string& path);
