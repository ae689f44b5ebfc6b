#pragma once

#include <pty.h>
#include <signal.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <string>
#include <string_view>

#include "catch.hpp"

/// A program of its own on a terminal of its own, so that it can be interrupted and stopped. `body` returns its exit
/// code.
class Child {
 public:
  template <class Body>
  explicit Child(Body body) {
    pid_ = ::forkpty(&person_, nullptr, nullptr, nullptr);
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
      // What another test left blocked must not make this one hang.
      sigset_t none;
      ::sigemptyset(&none);
      ::sigprocmask(SIG_SETMASK, &none, nullptr);
      ::_exit(body());
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    ::close(person_);
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
  }

  void type(std::string_view keys) const {
    REQUIRE(::write(person_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  void send(int signal) const { ::kill(pid_, signal); }
  void hang_up() {
    ::close(person_);
    person_ = -1;
  }

  /// Reads until `text` was seen, or fails after two seconds.
  bool wait_for(const std::string& text) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    while (std::chrono::steady_clock::now() < deadline) {
      if (const std::size_t at = seen_.find(text); at != std::string::npos) {
        seen_.erase(0, at + text.size());
        return true;
      }
      fd_set readable;
      FD_ZERO(&readable);
      FD_SET(person_, &readable);
      timeval timeout{0, 50'000};
      if (::select(person_ + 1, &readable, nullptr, nullptr, &timeout) > 0) {
        std::array<char, 1024> bytes{};
        const ssize_t count = ::read(person_, bytes.data(), bytes.size());
        seen_.append(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      }
    }
    UNSCOPED_INFO("seen: " << seen_);
    return false;
  }

  /// Waits for the end, at most ten seconds: a child that hangs is killed, and fails the test with -1.
  int exit_code() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    int status = 0;
    while (::waitpid(pid_, &status, WNOHANG) == 0) {
      if (std::chrono::steady_clock::now() > deadline) {
        UNSCOPED_INFO("the child hangs");
        return -1;
      }
      ::usleep(2'000);
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
  int person_ = -1;
  std::string seen_;
};
