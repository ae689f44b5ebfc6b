#include <rung/store/standard_streams.hpp>

#include <algorithm>
#include <array>
#include <cerrno>

#include <rung/store/open_file.hpp>

namespace rung {
namespace {

constexpr int input = 0;
constexpr int output = 1;
constexpr int error = 2;

/// 0, or the errno of the first write that failed.
int write_to(Filesystem& filesystem, int stream, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = retry_interrupted([&] { return filesystem.write(stream, text.data(), text.size()); });
    if (written < 0) return static_cast<int>(-written);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

void write_standard_output(Filesystem& filesystem, std::string_view text) {
  const int failure = write_to(filesystem, output, text);
  if (failure != 0 && failure != EPIPE) refuse("write", "standard output", failure);
}

void close_standard_output(Filesystem& filesystem) {
  const int closed = filesystem.close(output);
  if (closed < 0 && closed != -EBADF && closed != -EINTR) refuse("write", "standard output", -closed);
}

void write_standard_error(Filesystem& filesystem, std::string_view text) { write_to(filesystem, error, text); }

std::string read_standard_input(Filesystem& filesystem, std::size_t limit) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (text.size() <= limit) {
    const ssize_t count = retry_interrupted(
        [&] { return filesystem.read(input, buffer.data(), std::min(buffer.size(), limit + 1 - text.size())); });
    if (count < 0) refuse("read", "standard input", static_cast<int>(-count));
    if (count == 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return text;
}

}  // namespace rung
