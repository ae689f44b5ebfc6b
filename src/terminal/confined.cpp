#include <rung/terminal/confined.hpp>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

namespace rung {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool has_shadow_memory = true;
#elif defined(__has_feature)
constexpr bool has_shadow_memory = __has_feature(address_sanitizer);
#else
constexpr bool has_shadow_memory = false;
#endif

/// Deep recursion ends here even where the shell sets no limit.
constexpr rlim_t stack_bytes = 8U << 20U;

void lower(int resource, rlim_t most) {
  rlimit limit{};
  ::getrlimit(resource, &limit);
  limit.rlim_max = std::min(limit.rlim_max, most);
  limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max);
  ::setrlimit(resource, &limit);
}

void enter(const Confines& confines) {
  lower(RLIMIT_CORE, 0);
  lower(RLIMIT_CPU, confines.seconds);
  lower(RLIMIT_STACK, stack_bytes);
  // Not RLIMIT_AS: valgrind needs address space of its own.
  if (!has_shadow_memory) lower(RLIMIT_DATA, rlim_t{confines.mebibytes} << 20U);
  // A library that runs out of memory may print that before it aborts.
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (!has_shadow_memory && nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
  if (nowhere >= 0) ::close(nowhere);
}

/// A result begins with its size, so that a part of it is never taken for the whole.
using Size = std::size_t;

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

[[noreturn]] void run_child(const Confines& confines, const std::function<std::string()>& function, int out) {
  try {
    enter(confines);
    const std::string result = function();
    const Size size = result.size();
    std::array<char, sizeof size> head{};
    std::memcpy(head.data(), &size, sizeof size);
    write_all(out, {head.data(), head.size()});
    write_all(out, result);
  } catch (...) {
    // The parent sees that there is no result.
  }
  ::close(out);
  ::_exit(0);
}

std::string read_all(int descriptor) {
  std::string bytes;
  std::array<char, 1U << 16U> piece{};
  for (;;) {
    const ssize_t count = ::read(descriptor, piece.data(), piece.size());
    if (count > 0) bytes.append(piece.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) return bytes;
  }
}

}  // namespace

std::optional<std::string> run_confined(const Confines& confines, const std::function<std::string()>& function) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "a pipe to a child process");
  const pid_t child = ::fork();
  const int failure = errno;
  if (child == 0) {
    ::close(ends[0]);
    run_child(confines, function, ends[1]);
  }
  ::close(ends[1]);
  std::string bytes = child > 0 ? read_all(ends[0]) : std::string();
  ::close(ends[0]);
  if (child < 0) throw std::system_error(failure, std::generic_category(), "starting a child process");
  // Where SIGCHLD is ignored there is nothing to wait for, and the size below says enough.
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
  Size size = 0;
  if (bytes.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, bytes.data(), sizeof size);
  bytes.erase(0, sizeof size);
  return bytes.size() == size ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace rung
