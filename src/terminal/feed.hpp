#pragma once

#include <string_view>

namespace rung {

/// A pipe through which another program reads a text as its standard input. Whoever does not want the rest of it may
/// close its end.
class Feed {
 public:
  /// Throws std::system_error.
  explicit Feed(std::string_view text);
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;
  ~Feed();

  /// The end that the other program reads; this one lets go of it by release_reader.
  [[nodiscard]] int reader() const { return reading_; }
  void release_reader();

  /// Writes as much as the pipe takes now, and closes it behind the last byte or when nobody reads any more.
  void pour();
  /// Where to wait until more can be written; negative when all is done.
  [[nodiscard]] int writer() const { return writing_; }

 private:
  void close_writer();

  std::string_view rest_;
  int reading_ = -1;
  int writing_ = -1;
};

}  // namespace rung
