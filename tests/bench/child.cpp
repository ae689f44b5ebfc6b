#include "child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace bench {
namespace {

constexpr std::string_view prompt = "\n  › ";
constexpr int patience = 10'000;  // milliseconds

void redirect(const char* path, int flags, int stream) {
  const int file = open(path, flags | O_CLOEXEC, 0600);
  if (file < 0 || dup2(file, stream) < 0) _exit(126);
}

void arrange(Streams streams, const int (&pipe)[2], const std::string& home) {
  switch (streams) {
    case Streams::terminal: return;
    case Streams::input_null: return redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    case Streams::input_idle_pipe:
      if (dup2(pipe[0], STDIN_FILENO) < 0) _exit(126);
      return;
    case Streams::output_file: return redirect((home + ".output").c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    case Streams::error_closed: close(STDERR_FILENO); return;
  }
}

[[noreturn]] void execute(const Command& command) {
  setenv("RUNG_HOME", command.home.c_str(), 1);
  setenv("LANG", "C.UTF-8", 1);
  setenv("TERM", "xterm-256color", 1);
  setenv("USER", "kim", 1);
  for (const char* name : {"LC_ALL", "LC_CTYPE", "NO_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE"}) unsetenv(name);
  std::string program = command.program;
  std::vector<std::string> arguments = command.arguments;
  std::vector<char*> words{program.data()};
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  execv(program.c_str(), words.data());
  _exit(127);
}

}  // namespace

Child::Child(const Command& command, Streams streams) {
  // Both ends close with exec, so that the writing one stays open here alone and nothing ever comes.
  if (streams == Streams::input_idle_pipe && pipe2(pipe_, O_CLOEXEC) != 0) fail("no pipe");
  winsize size{};
  size.ws_col = 80;
  size.ws_row = 24;
  started_ = Clock::now();
  id_ = forkpty(&master_, nullptr, nullptr, &size);
  if (id_ < 0) fail("no pseudo-terminal");
  if (id_ == 0) {
    arrange(streams, pipe_, command.home);
    execute(command);
  }
}

Child::~Child() {
  if (id_ > 0) {
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  for (const int file : {master_, pipe_[0], pipe_[1]})
    if (file >= 0) close(file);
}

void Child::type(const std::string& keys) {
  output_.clear();
  if (write(master_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) fail("a key could not be typed");
}

std::string Child::text() const {
  std::string plain;
  for (std::size_t at = 0; at < output_.size(); ++at) {
    if (output_[at] == '\x1b') {
      at = output_.find_first_not_of("\x1b[?;0123456789", at);
      if (at == std::string::npos) break;
    } else {
      plain += output_[at];
    }
  }
  return plain;
}

void Child::wait_for_prompt() {
  while (!text().ends_with(prompt))
    if (!read_more()) fail("the program ended before it asked:\n" + text());
}

End Child::wait_for_end() {
  while (read_more()) {
  }
  int status = 0;
  rusage usage{};
  if (wait4(id_, &status, 0, &usage) != id_) fail("a child is gone");
  id_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status), usage.ru_maxrss};
}

bool Child::read_more() {
  pollfd ready{master_, POLLIN, 0};
  if (poll(&ready, 1, patience) != 1) fail("nothing came for ten seconds after:\n" + text());
  char buffer[16'384];
  const ssize_t count = read(master_, buffer, sizeof buffer);
  if (count <= 0) return false;
  output_.append(buffer, static_cast<std::size_t>(count));
  return true;
}

void fail(const std::string& message) {
  std::fprintf(stderr, "bench: %s\n", message.c_str());
  std::exit(1);
}

}  // namespace bench
