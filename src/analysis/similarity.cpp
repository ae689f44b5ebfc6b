#include <rung/analysis/similarity.hpp>

#include <algorithm>

#include <rung/analysis/words.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value >= 0x80;
}

/// Letters and digits in lower case; any byte beyond ASCII counts as a letter.
std::string normalize_word(std::string_view word) {
  std::string normal;
  for (const char byte : word) {
    const char lower = to_lower(byte);
    if (is_word_byte(lower)) normal.push_back(lower);
  }
  return normal;
}

}  // namespace

ComparableText::ComparableText(std::string_view text) {
  for (const std::string_view word : split_words(text)) {
    std::string normal = normalize_word(word);
    if (!normal.empty()) words_.push_back(std::move(normal));
  }
  std::sort(words_.begin(), words_.end());
}

double similarity(const ComparableText& a, const ComparableText& b) {
  if (a.words().empty() || b.words().empty()) return 0.0;
  std::size_t common = 0;
  auto left = a.words().begin();
  auto right = b.words().begin();
  while (left != a.words().end() && right != b.words().end()) {
    const int order = left->compare(*right);
    if (order == 0) ++common;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.words().size() + b.words().size());
}

}  // namespace rung
