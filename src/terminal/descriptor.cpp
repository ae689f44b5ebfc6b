#include "descriptor.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace rung {

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd waiting{descriptor, POLLOUT, 0};
      ::poll(&waiting, 1, -1);
    } else if (errno != EINTR) {
      return;
    }
  }
}

std::optional<int> read_columns(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

std::optional<int> read_rows(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return std::nullopt;
  return size.ws_row;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool owns_terminal(int descriptor) {
  const pid_t foreground = ::tcgetpgrp(descriptor);
  return foreground < 0 || foreground == ::getpgrp();
}

termios read_mode(int descriptor) {
  termios mode{};
  if (::tcgetattr(descriptor, &mode) != 0)
    throw std::system_error(errno, std::generic_category(), "questions need a terminal");
  return mode;
}

void set_mode(int descriptor, const termios& mode) {
  // TCSAFLUSH would throw type-ahead away.
  while (::tcsetattr(descriptor, TCSADRAIN, &mode) != 0 && errno == EINTR) {
  }
}

}  // namespace rung
