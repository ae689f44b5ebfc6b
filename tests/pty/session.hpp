#pragma once

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"

/// The real program in a pseudo-terminal of its own, driven and read from outside.
class Session {
 public:
  /// `home` becomes RUNG_HOME.
  Session(const std::string& home, std::vector<std::string> arguments, unsigned short columns = 80) {
    winsize size{};
    size.ws_col = columns;
    size.ws_row = 24;
    before_ = usual_terminal();
    child_ = forkpty(&master_, nullptr, &before_, &size);
    REQUIRE(child_ >= 0);
    if (child_ == 0) run(home, std::move(arguments));
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    if (!status_) kill_now(SIGKILL);
    close(master_);
  }

  void type(const std::string& keys) {
    REQUIRE(write(master_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }

  /// Reads until `text` has been printed since the last call; fails the test after ten seconds.
  void wait_for(const std::string& text) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (true) {
      const std::size_t found = output_.find(text, seen_);
      if (found != std::string::npos) {
        seen_ = found + text.size();
        return;
      }
      INFO("waiting for: " << text << "\nafter: " << output_.substr(seen_));
      REQUIRE(std::chrono::steady_clock::now() < deadline);
      REQUIRE(read_more());
    }
  }

  void send_signal(int signal) { kill(child_, signal); }

  /// Ends the program at once, as a crash would.
  void kill_now(int signal) {
    kill(child_, signal);
    wait_for_exit();
  }

  /// The exit code, or 1000 and the signal that killed it.
  int wait_for_exit() {
    while (read_more()) {
    }
    if (!status_) {
      int status = 0;
      waitpid(child_, &status, 0);
      status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    }
    return *status_;
  }

  [[nodiscard]] const std::string& output() const { return output_; }

  /// Whether the terminal is as it was before the program ran.
  [[nodiscard]] bool is_terminal_restored() const {
    termios now{};
    tcgetattr(master_, &now);
    return now.c_lflag == before_.c_lflag && now.c_iflag == before_.c_iflag && now.c_oflag == before_.c_oflag;
  }

 private:
  /// The settings of a terminal that nobody has touched.
  static termios usual_terminal() {
    int master = -1;
    int slave = -1;
    termios settings{};
    REQUIRE(openpty(&master, &slave, nullptr, nullptr, nullptr) == 0);
    REQUIRE(tcgetattr(slave, &settings) == 0);
    close(slave);
    close(master);
    return settings;
  }

  [[noreturn]] static void run(const std::string& home, std::vector<std::string> arguments) {
    setenv("RUNG_HOME", home.c_str(), 1);
    setenv("LANG", "C.UTF-8", 1);
    setenv("TERM", "xterm-256color", 1);
    for (const char* name : {"LC_ALL", "LC_CTYPE", "NO_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "CI"}) unsetenv(name);
    std::string program = RUNG_PROGRAM;
    std::vector<char*> words{program.data()};
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    execv(program.c_str(), words.data());
    _exit(127);
  }

  /// False when the program has closed the terminal; fails the test when nothing comes for ten seconds.
  bool read_more() {
    pollfd ready{master_, POLLIN, 0};
    INFO("nothing came after: " << output_.substr(seen_));
    REQUIRE(poll(&ready, 1, 10'000) == 1);
    char buffer[4096];
    const ssize_t count = read(master_, buffer, sizeof buffer);
    if (count <= 0) return false;
    output_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  pid_t child_ = -1;
  int master_ = -1;
  termios before_{};
  std::string output_;
  std::size_t seen_ = 0;
  std::optional<int> status_;
};
