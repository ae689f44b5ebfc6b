#pragma once

#include <string>
#include <vector>

/// A system call that a run of the program made: the `number`-th of that name since it was started.
struct TracedCall {
  std::string name;
  int number = 0;
  bool is_at_home = false;  ///< it is about a file below the directory that was watched

  [[nodiscard]] std::string text() const { return name + " " + std::to_string(number); }
};

/// Whether strace is there and may trace here.
bool can_trace();

/// The words that run `program` (with arguments) under strace and have it write to the file `trace`; with `injection`,
/// such as `inject=write:signal=KILL:when=3`, that happens too.
std::vector<std::string> under_strace(const std::vector<std::string>& program, const std::string& trace,
                                      const std::string& injection = {});

/// Whether what was to be done to a call is in the file `trace`: the run came to it.
bool has_injected(const std::string& trace);

/// The calls in the file `trace` from the program's own first one on; those of the dynamic loader before it are left
/// out, since nothing of the program has happened there.
std::vector<TracedCall> read_trace(const std::string& trace, const std::string& home);
