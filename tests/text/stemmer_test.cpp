#include <rung/text/stemmer.hpp>

#include <string>
#include <utility>

#include "catch.hpp"

using rung::Stemmer;

TEST_CASE("the forms of an English word have one stem", "[text]") {
  const Stemmer stemmer;
  for (const char* word : {"mentor", "mentors", "mentored", "mentoring"}) CHECK(stemmer.stem(word) == "mentor");
  CHECK(stemmer.stem("deployment") == stemmer.stem("deployed"));
  CHECK(stemmer.stem("") == "");
}

TEST_CASE("a language can be given by name or code, and an unknown one leaves words unchanged", "[text]") {
  CHECK(Stemmer("en").stem("launches") == "launch");
  CHECK(Stemmer("german").stem("häuser") == "haus");
  CHECK(Stemmer("klingon").stem("launches") == "launches");
  CHECK(Stemmer("").stem("launches") == "launches");
}

TEST_CASE("a stemmer accepts bytes that are not words, and words of any length", "[text]") {
  const Stemmer stemmer;
  CHECK(stemmer.stem("\xff\xfe") == "\xff\xfe");
  const std::string longest(1 << 16, 's');
  CHECK(stemmer.stem(longest) == longest);
}

TEST_CASE("a stemmer can be moved", "[text]") {
  Stemmer first;
  const Stemmer second = std::move(first);
  CHECK(second.stem("reviews") == "review");
}
