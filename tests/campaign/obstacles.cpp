#include "campaign/obstacles.hpp"

#include <cstdlib>

namespace {

constexpr const char* script = RUNG_SOURCE_ROOT "/tests/campaign/obstacle.sh";

std::vector<std::string> join_words(std::vector<std::string> words, const std::vector<std::string>& program) {
  words.insert(words.end(), program.begin(), program.end());
  return words;
}

}  // namespace

bool can_mount() {
  static const bool can = std::system("unshare -rm mount -t tmpfs none /tmp 2>/dev/null") == 0;
  return can;
}

std::vector<std::string> with_small_files(const std::vector<std::string>& program, int bytes) {
  return join_words({"prlimit", "--fsize=" + std::to_string(bytes)}, program);
}

std::vector<std::string> on_small_disk(const std::vector<std::string>& program, const std::string& place,
                                       const std::string& limit, int room) {
  return join_words({"unshare", "-rm", script, limit, std::to_string(room), place}, program);
}

std::vector<std::string> on_read_only_disk(const std::vector<std::string>& program, const std::string& place) {
  return join_words({"unshare", "-rm", script, "read-only", place}, program);
}

std::vector<std::string> without_write_permission(const std::vector<std::string>& program, const std::string& place) {
  return join_words({script, "unwritable", place}, program);
}
