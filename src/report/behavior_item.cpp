#include "behavior_item.hpp"

#include <utility>

#include <fmt/format.h>

#include <rung/analysis/similarity.hpp>
#include <rung/analysis/word_diff.hpp>

#include "wording.hpp"

namespace rung {

Item item_of(const Behavior& behavior) {
  Item item = mention_of(behavior);
  if (item.title.front().text != behavior.text) item.body = {text(behavior.text)};
  item.id = behavior.key;
  return item;
}

Run number_run(std::size_t number) { return text(fmt::format("{}\u00A0", number)); }

Item mention_of(const Behavior& behavior) { return {{text(short_name(behavior), Tone::strong)}}; }

Inline named_text(std::string name, std::string words) {
  return {text(name.append(": "), Tone::muted), text(std::move(words))};
}

void show_both_texts(Item& item, const std::string& before, const std::string& after, TextNames names) {
  if (similarity(ComparableText(before), ComparableText(after)) >= same_question_similarity) {
    item.body = compose_words(compare_words(before, after));
    return;
  }
  item.body.clear();
  item.details.push_back(named_text(std::move(names.before), before));
  item.details.push_back(named_text(std::move(names.after), after));
}

}  // namespace rung
