#include "feed.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace rung {

Feed::Feed(std::string_view text) : rest_(text) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "a pipe to another program");
  reading_ = ends[0];
  writing_ = ends[1];
  // Were the other program to keep the writing end, it would wait for itself at the end of the text.
  ::fcntl(reading_, F_SETFD, FD_CLOEXEC);
  ::fcntl(writing_, F_SETFD, FD_CLOEXEC);
  ::fcntl(writing_, F_SETFL, O_NONBLOCK);
}

Feed::~Feed() {
  release_reader();
  close_writer();
}

void Feed::release_reader() {
  if (reading_ >= 0) ::close(reading_);
  reading_ = -1;
}

void Feed::close_writer() {
  if (writing_ >= 0) ::close(writing_);
  writing_ = -1;
}

void Feed::pour() {
  while (writing_ >= 0 && !rest_.empty()) {
    const ssize_t written = ::write(writing_, rest_.data(), rest_.size());
    if (written >= 0)
      rest_.remove_prefix(static_cast<std::size_t>(written));
    else if (errno == EAGAIN)
      return;
    else if (errno != EINTR)
      break;
  }
  close_writer();
}

}  // namespace rung
