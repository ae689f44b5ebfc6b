#pragma once

#include <cstddef>
#include <string>

#include <rung/ladder/ladder.hpp>
#include <rung/report/document.hpp>

// Behaviors as list items.
namespace rung {

/// The title and, if the title is not the whole text, the text. Links to its key lead here.
Item item_of(const Behavior& behavior);

/// The number of a behavior in its ladder, from 1, before its title: the prompt and the command line know it by that.
Run number_run(std::size_t number);

/// Only the title, for a list that would repeat the text. Links do not lead here.
Item mention_of(const Behavior& behavior);

/// A text on its own line after its name: `In IC3: I ship on time.` Unlike a label, the name may be long.
Inline named_text(std::string name, std::string words);

/// The names of the two texts of one behavior.
struct TextNames {
  std::string before = "Text before";
  std::string after = "Text now";
};

/// Replaces the text of `item` with both wordings: merged, or one below the other if more than a third of the words
/// differ.
void show_both_texts(Item& item, const std::string& before, const std::string& after, TextNames names = {});

}  // namespace rung
