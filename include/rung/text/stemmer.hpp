#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace rung {

/// Reduces the forms of a word to one stem: in English, "mentor", "mentored", and "mentoring" become "mentor". Stems
/// are for comparison and are not always words.
class Stemmer {
 public:
  /// `language` is a name or code that Snowball knows, such as "english" or "en". For any other, words are unchanged.
  explicit Stemmer(const std::string& language = "english");

  /// The stem of `word`, which must be in lowercase. Malformed UTF-8 is allowed. Not thread-safe.
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Release {
    void operator()(sb_stemmer* stemmer) const noexcept;
  };

  std::unique_ptr<sb_stemmer, Release> stemmer_;  ///< none for an unknown language
};

}  // namespace rung
