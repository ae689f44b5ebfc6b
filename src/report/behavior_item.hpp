#pragma once

#include <string>

#include <rung/ladder/ladder.hpp>
#include <rung/report/document.hpp>

// How a behavior stands in a list.
namespace rung {

/// Its title and, if that is not the whole of it, its text. Links to its key lead there.
Item item_of(const Behavior& behavior);

/// Its title alone, for a list in which the text would stand a second time. Links do not lead there.
Item mention_of(const Behavior& behavior);

/// A text on a line of its own, behind what it is called: `In IC3: I ship on time.` That may be long, unlike a label.
Inline named_text(std::string name, std::string words);

/// What the two texts of one behavior are called.
struct TextNames {
  std::string before = "Text before";
  std::string after = "Text now";
};

/// Replaces the text of `item` by both wordings: woven into each other, or one below the other where more than a third
/// of the words differ.
void show_both_texts(Item& item, const std::string& before, const std::string& after, TextNames names = {});

}  // namespace rung
