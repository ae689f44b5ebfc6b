#include "raw_mode.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace rung {

termios read_mode(int descriptor) {
  termios mode{};
  if (::tcgetattr(descriptor, &mode) != 0)
    throw std::system_error(errno, std::generic_category(), "questions need a terminal");
  return mode;
}

termios raw_mode(termios mode) {
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHONL | IEXTEN);
  // Carriage returns stay as they are, or the line ends of a paste would double. Ctrl-S must not freeze the screen.
  mode.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IGNCR | IXON);
  // Without NOFLSH, Ctrl-Z would discard type-ahead.
  mode.c_lflag |= static_cast<tcflag_t>(ISIG | NOFLSH);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  return mode;
}

void set_mode(int descriptor, const termios& mode) {
  // TCSAFLUSH would discard type-ahead.
  while (::tcsetattr(descriptor, TCSADRAIN, &mode) != 0 && errno == EINTR) {
  }
}

bool owns_terminal(int descriptor) {
  const pid_t foreground = ::tcgetpgrp(descriptor);
  return foreground < 0 || foreground == ::getpgrp();
}

}  // namespace rung
