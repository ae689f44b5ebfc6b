#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace rung {

/// Reduces the forms of a word to one stem: "mentor", "mentored", and "mentoring" become "mentor" in English. A stem
/// is for comparing; it is not always a word.
class Stemmer {
 public:
  /// `language` is a name or code that Snowball knows, such as "english" or "en". With any other, words stay as they
  /// are.
  explicit Stemmer(const std::string& language = "english");

  /// The stem of `word`, which must be in lower case. Malformed UTF-8 does no harm. One object must not be used from
  /// two threads at a time.
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Release {
    void operator()(sb_stemmer* stemmer) const noexcept;
  };

  std::unique_ptr<sb_stemmer, Release> stemmer_;  ///< none for an unknown language
};

}  // namespace rung
