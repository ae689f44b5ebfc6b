#include <unistd.h>

/// The least that a program with the same libraries can do to be seen: one prompt, one write.
int main() {
  constexpr char prompt[] = "\r\n  › ";
  return write(STDERR_FILENO, prompt, sizeof prompt - 1) == sizeof prompt - 1 ? 0 : 1;
}
