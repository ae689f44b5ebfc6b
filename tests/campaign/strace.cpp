#include "campaign/strace.hpp"

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <map>

bool can_trace() {
  static const bool can =
      std::system("strace -qq -o /dev/null -e inject=write:when=9999:error=EIO true 2>/dev/null") == 0;
  return can;
}

std::vector<std::string> under_strace(const std::vector<std::string>& program, const std::string& trace,
                                      const std::string& injection) {
  std::vector<std::string> words{"strace", "-qq", "-y", "-s", "0", "-o", trace};
  if (!injection.empty()) {
    // Only the call that is to be changed is stopped at: several times faster.
    const std::string call = injection.substr(injection.find('=') + 1, injection.find(':') - injection.find('=') - 1);
    words.insert(words.end(), {"-e", "trace=" + call, "-e", injection});
  }
  words.insert(words.end(), program.begin(), program.end());
  return words;
}

bool has_injected(const std::string& trace) {
  std::ifstream file(trace);
  for (std::string line; std::getline(file, line);)
    if (line.find("(INJECTED)") != std::string::npos) return true;
  return false;
}

std::vector<TracedCall> read_trace(const std::string& trace, const std::string& home) {
  std::vector<TracedCall> calls;
  std::map<std::string, int> counts;
  bool has_begun = false;
  std::ifstream file(trace);
  for (std::string line; std::getline(file, line);) {
    const std::string name = line.substr(0, line.find('('));
    if (name.size() == line.size() || name.empty() || std::isalpha(static_cast<unsigned char>(name[0])) == 0) continue;
    const int number = ++counts[name];
    // The first thing that main does is to look at the standard streams.
    has_begun = has_begun || (name == "fcntl" && line.find("F_GETFD") != std::string::npos);
    if (has_begun) calls.push_back({name, number, line.find(home) != std::string::npos});
  }
  return calls;
}
