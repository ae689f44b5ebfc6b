#include <rung/text/stemmer.hpp>

#include <libstemmer.h>

#include <cstddef>
#include <new>

namespace rung {

Stemmer::Stemmer(const std::string& language) : stemmer_(sb_stemmer_new(language.c_str(), nullptr)) {}

std::string Stemmer::stem(std::string_view word) const {
  // Longer text is not a word, and the library counts in int.
  constexpr std::size_t longest_word = 200;
  if (stemmer_ == nullptr || word.size() > longest_word) return std::string(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

void Stemmer::Release::operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }

}  // namespace rung
