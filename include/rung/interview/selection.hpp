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

/// Which behaviors are selected by their answers: those in the draft or, where it has none, the earlier ones.
enum class SelectedState {
  unrated,       ///< in the draft
  gaps,          ///< below target, or without an opportunity
  claimed,       ///< at or above target without evidence that counts
  noted,         ///< with a note or evidence
  worth_asking,  ///< see list_worth_asking; what the draft has answered is not
};

/// The behaviors of a pillar, or of one of its responsibilities. Holds ids.
struct SelectedPart {
  std::string pillar;
  std::string responsibility;  ///< empty: all of the pillar
};

using Selection = std::variant<SelectedState, SelectedPart>;

/// Reads `unrated`, `gaps`, `claimed`, `noted`, `PILLAR`, or `PILLAR.RESPONSIBILITY`; absent for anything else. The
/// four words win over a pillar of the same id.
std::optional<Selection> parse_selection(std::string_view text, const Ladder& ladder);

/// Every text that parse_selection reads, for suggestions.
std::vector<std::string> list_selections(const Ladder& ladder);

/// The keys of the selected behaviors, in ladder order. `earlier` has one for each behavior (see EarlierAnswersOf).
/// Those in `newly_tied` (see list_newly_tied) are worth asking too.
std::vector<std::string> select_keys(const Selection& selection, const Assessment& draft,
                                     const std::vector<std::optional<Answer>>& earlier,
                                     const std::vector<std::string>& newly_tied = {});

/// Gives only the questions that `draft` asks Turn::asked, and says so in the form's notice. `form` was made from the
/// draft's ladder.
void ask_only(Form& form, const Assessment& draft);

}  // namespace rung
