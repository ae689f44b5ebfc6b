#pragma once

#include <set>
#include <string>
#include <string_view>

namespace rung {

/// An id made of all the words of a title, in ASCII letters and digits; `fallback` with a number made from the text
/// when it has none.
std::string id_of_title(std::string_view title, std::string_view fallback);

/// An id made of the first `words` key words of a sentence: those that say what it is about. The same text gives the
/// same id.
std::string id_of_sentence(std::string_view sentence, std::size_t words);

/// `id`, with a number when it is taken; and takes it. Never longer than an id may be.
std::string claim_id(std::string id, std::set<std::string>& taken);

}  // namespace rung
