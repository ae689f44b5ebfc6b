#pragma once

#include <set>
#include <string>
#include <string_view>

namespace rung {

/// An id made from all words of a title, in ASCII letters and digits; `fallback` with a number derived from the text if
/// it has none.
std::string id_of_title(std::string_view title, std::string_view fallback);

/// An id made from the first `words` keywords of a sentence. The same text gives the same id.
std::string id_of_sentence(std::string_view sentence, std::size_t words);

/// Takes and returns `id`, with a number if it is taken. Never longer than an id may be.
std::string claim_id(std::string id, std::set<std::string>& taken);

}  // namespace rung
