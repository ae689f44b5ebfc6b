#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/prompt/form.hpp>

namespace rung {

/// Which behaviors are selected by their answers.
enum class SelectedState {
  unrated,  ///< in the draft
  gaps,     ///< below target in the draft; where it is unrated there, last time
  noted,    ///< with a note or evidence, in the draft or last time
};

/// The behaviors of a pillar, or of one of its responsibilities. Holds ids.
struct SelectedPart {
  std::string pillar;
  std::string responsibility;  ///< empty: all of the pillar
};

using Selection = std::variant<SelectedState, SelectedPart>;

/// Reads `unrated`, `gaps`, `noted`, `PILLAR`, or `PILLAR.RESPONSIBILITY`; absent for anything else. The three words
/// win over a pillar of the same id.
std::optional<Selection> parse_selection(std::string_view text, const Ladder& ladder);

/// Every text that parse_selection reads, for suggestions.
std::vector<std::string> list_selections(const Ladder& ladder);

/// Gives only the selected questions Turn::asked, and says so in the form's notice. `form` was made from the draft's
/// ladder; `last` is nullptr if there is none.
void ask_only(Form& form, const Selection& selection, const Assessment& draft, const Assessment* last);

}  // namespace rung
