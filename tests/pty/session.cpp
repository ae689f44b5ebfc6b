#include "pty/session.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>

#include "catch.hpp"

using std::chrono::steady_clock;

namespace {

constexpr const char* the_end = "the end";

/// The settings of a terminal that nobody has touched.
termios usual_terminal() {
  int master = -1;
  int slave = -1;
  termios settings{};
  REQUIRE(openpty(&master, &slave, nullptr, nullptr, nullptr) == 0);
  REQUIRE(tcgetattr(slave, &settings) == 0);
  close(slave);
  close(master);
  return settings;
}

/// Whoever runs the tests in the background may have ignored or blocked signals, which a program would inherit.
void admit_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGPIPE}) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void run(std::vector<std::string> words,
                      const std::vector<std::pair<std::string, std::string>>& environment) {
  admit_signals();
  for (const char* name : {"LC_ALL", "LC_CTYPE", "NO_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "ENV", "VISUAL", "EDITOR",
                           "RUNG_EDITOR", "CI", "PAGER", "RUNG_PAGER", "LESS", "BROWSER"})
    unsetenv(name);
  for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

int milliseconds_until(steady_clock::time_point when) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(when - steady_clock::now());
  return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

steady_clock::time_point deadline() { return steady_clock::now() + Session::patience; }

/// The bytes of a sequence at the start of `text` that sets a color or a private mode; 0 when there is none.
std::size_t style_length(std::string_view text) {
  if (text.substr(0, 2) != "\x1b[") return 0;
  const bool is_private = text.substr(2, 1) == "?";
  const std::size_t end = text.find_first_not_of("0123456789;", is_private ? 3 : 2);
  if (end == std::string_view::npos) return 0;
  const bool is_style = is_private ? text[end] == 'h' || text[end] == 'l' : text[end] == 'm';
  return is_style ? end + 1 : 0;
}

}  // namespace

Session::Session(const std::string& home, std::vector<std::string> arguments, SessionOptions options) {
  winsize size{};
  size.ws_col = options.columns;
  size.ws_row = options.rows;
  before_ = usual_terminal();
  if (options.output_processing == OutputProcessing::off) before_.c_oflag &= ~static_cast<tcflag_t>(OPOST);
  std::vector<std::pair<std::string, std::string>> environment{
      {"RUNG", RUNG_PROGRAM}, {"RUNG_HOME", home}, {"LANG", "C.UTF-8"}, {"TERM", "xterm-256color"}};
  environment.insert(environment.end(), options.environment.begin(), options.environment.end());
  std::vector<std::string> words = std::move(options.command);
  if (words.empty()) {
    words.emplace_back(RUNG_PROGRAM);
    words.insert(words.end(), arguments.begin(), arguments.end());
  }
  child_ = forkpty(&master_, nullptr, &before_, &size);
  REQUIRE(child_ >= 0);
  if (child_ == 0) run(std::move(words), environment);
  // What is typed must not wait for the program to read while it waits for its output to be read; and no other session
  // may hold this terminal open.
  REQUIRE(fcntl(master_, F_SETFL, O_NONBLOCK) == 0);
  REQUIRE(fcntl(master_, F_SETFD, FD_CLOEXEC) == 0);
}

Session::~Session() {
  if (!status_) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  if (master_ >= 0) close(master_);
}

void Session::type(const std::string& keys) {
  const auto until = deadline();
  std::string_view rest = keys;
  while (!rest.empty()) {
    const ssize_t count = write(master_, rest.data(), rest.size());
    if (count > 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    REQUIRE(errno == EAGAIN);
    REQUIRE(steady_clock::now() < until);
    listen(steady_clock::now() + std::chrono::milliseconds(5));
  }
}

void Session::wait_for(const std::string& text) {
  const auto until = deadline();
  while (true) {
    const std::size_t found = output_.find(text, seen_);
    if (found != std::string::npos) {
      seen_ = found + text.size();
      return;
    }
    read_more(until, text);
  }
}

void Session::wait_for_count(const std::string& text, int times) {
  const auto until = deadline();
  while (count_occurrences(without_styles(output_), text) < times) read_more(until, text);
}

bool Session::is_at_prompt() const {
  if (output_.size() == seen_) return false;
  const std::string text = without_styles(output_.substr(output_.rfind('\n') + 1));
  return text.ends_with("› ") || text.ends_with("> ");
}

void Session::wait_for_prompt() {
  const auto until = deadline();
  while (!is_at_prompt()) read_more(until, "a prompt");
  seen_ = output_.size();
}

bool Session::reach_prompt() {
  const auto until = deadline();
  while (!is_at_prompt())
    if (!read_more(until, the_end)) return false;
  seen_ = output_.size();
  return true;
}

void Session::pause(int milliseconds) {
  const auto until = steady_clock::now() + std::chrono::milliseconds(milliseconds);
  while (listen(until) == Heard::something) {
  }
}

void Session::resize(unsigned short columns, unsigned short rows) {
  winsize size{};
  size.ws_col = columns;
  size.ws_row = rows;
  REQUIRE(ioctl(master_, TIOCSWINSZ, &size) == 0);
}

void Session::send_signal(int signal) const { kill(child_, signal); }

void Session::close_terminal() {
  REQUIRE(close(master_) == 0);
  master_ = -1;
}

void Session::limit_file_size(std::optional<std::size_t> bytes) const {
  rlimit limit{};
  REQUIRE(prlimit(child_, RLIMIT_FSIZE, nullptr, &limit) == 0);
  limit.rlim_cur = bytes ? *bytes : limit.rlim_max;
  REQUIRE(prlimit(child_, RLIMIT_FSIZE, &limit, nullptr) == 0);
}

void Session::kill_now(int signal) {
  kill(child_, signal);
  wait_for_exit();
}

int Session::wait_for_exit() {
  const auto until = deadline();
  while (master_ >= 0 && read_more(until, the_end)) {
  }
  reap(until);
  return *status_;
}

void Session::reap(steady_clock::time_point until) {
  while (!status_) {
    int status = 0;
    if (waitpid(child_, &status, WNOHANG) == child_) {
      status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    } else {
      REQUIRE(steady_clock::now() < until);
      poll(nullptr, 0, 1);
    }
  }
}

std::string Session::take_output() {
  std::string taken = output_.substr(taken_);
  taken_ = output_.size();
  return taken;
}

bool Session::is_terminal_restored() const {
  termios now{};
  REQUIRE(tcgetattr(master_, &now) == 0);
  return now.c_lflag == before_.c_lflag && now.c_iflag == before_.c_iflag && now.c_oflag == before_.c_oflag &&
         now.c_cflag == before_.c_cflag && std::equal(std::begin(now.c_cc), std::end(now.c_cc), before_.c_cc);
}

Session::Heard Session::listen(steady_clock::time_point until) {
  pollfd ready{master_, POLLIN, 0};
  if (poll(&ready, 1, milliseconds_until(until)) != 1) return Heard::nothing;
  char buffer[4096];
  const ssize_t count = read(master_, buffer, sizeof buffer);
  if (count <= 0) return Heard::end;
  output_.append(buffer, static_cast<std::size_t>(count));
  return Heard::something;
}

bool Session::read_more(steady_clock::time_point until, const std::string& waiting_for) {
  const Heard heard = listen(until);
  INFO("waiting for: " << waiting_for << "\nafter: " << output_.substr(seen_));
  REQUIRE(heard != Heard::nothing);
  if (heard == Heard::end && waiting_for != the_end) FAIL("the program ended");
  return heard == Heard::something;
}

std::string without_styles(const std::string& output) {
  std::string plain;
  for (std::size_t at = 0; at < output.size();) {
    if (const std::size_t length = style_length(std::string_view(output).substr(at)); length > 0) {
      at += length;
    } else {
      if (output[at] != '\r' && output[at] != '\a') plain += output[at];
      ++at;
    }
  }
  return plain;
}

int count_occurrences(const std::string& whole, const std::string& text) {
  int count = 0;
  for (std::size_t at = whole.find(text); at != std::string::npos; at = whole.find(text, at + text.size())) ++count;
  return count;
}
