#include <rung/terminal/facts.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace rung {

StreamFacts read_stream_facts(int descriptor) {
  const auto known = [](unsigned short cells) { return cells == 0 ? std::nullopt : std::optional<int>(cells); };
  StreamFacts facts;
  facts.is_terminal = ::isatty(descriptor) == 1;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return facts;
  facts.columns = known(size.ws_col);
  facts.rows = known(size.ws_row);
  return facts;
}

TerminalFacts read_terminal_facts() {
  return {read_stream_facts(STDIN_FILENO), read_stream_facts(STDOUT_FILENO), read_stream_facts(STDERR_FILENO)};
}

int usable_width(std::optional<int> columns) { return std::clamp(columns.value_or(80), 20, 100); }

}  // namespace rung
