#include <rung/log/git_history.hpp>

#include <algorithm>

#include "fuzz/candidates.hpp"

using namespace rung;

namespace {

GitHistory read_history(std::string_view bytes, std::size_t piece) {
  GitHistoryReader reader({"fuzz", {GitAuthor::Match::part, "kim"}, {}, fuzz::import_time()});
  for (std::size_t at = 0; at < bytes.size(); at += piece) reader.feed(bytes.substr(at, piece));
  return reader.finish();
}

}  // namespace

/// Any bytes as the output of git, in pieces. Lines end as fields, so that a corpus of text is enough; `~` and a letter
/// are a hash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string printed;
  for (std::size_t at = 0; at < size; ++at) {
    const char c = static_cast<char>(data[at]);
    if (c == '~' && at + 1 < size)
      printed.append(40, static_cast<char>('a' + data[++at] % 6));
    else
      printed += c == '\n' ? '\0' : c;
  }
  const GitHistory whole = read_history(printed, std::max<std::size_t>(printed.size(), 1));
  fuzz::expect_valid(whole.candidates);
  fuzz::expect(whole.own <= whole.commits, "own commits are commits");
  const GitHistory pieces = read_history(printed, 7);
  fuzz::expect(pieces.candidates.entries == whole.candidates.entries, "the size of the pieces does not matter");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  fuzz::expect(!name_repository(text, "/srv/x/.git").empty(), "a repository has a name");
  return 0;
}
