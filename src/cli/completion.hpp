#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scene.hpp"

namespace rung::cli {

/// What the word that is being typed can become.
struct CompletionWord {
  std::string text;  ///< the whole word; after it comes a space, unless it ends in `=`
  std::string says;  ///< what it is; may be empty
};

/// The candidates for the last of `words`, which are those behind `rung` up to the cursor; only those that begin with
/// it. Reads no more than it has to, and takes whatever cannot be read as not there.
struct Completion {
  std::vector<CompletionWord> words;
  bool takes_files = false;  ///< the shell adds the names of files
};
Completion complete(const Scene& scene, const std::vector<std::string>& words);

/// The shells that `rung completion` knows.
std::vector<std::string> completion_shells();

/// What such a shell reads to complete the arguments of rung.
std::string_view completion_script(std::string_view shell);

}  // namespace rung::cli
