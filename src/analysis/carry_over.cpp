#include <rung/analysis/carry_over.hpp>

#include <algorithm>
#include <utility>

#include <rung/analysis/match.hpp>
#include <rung/analysis/shown.hpp>

namespace rung {
namespace {

std::vector<int> values_of(const Scale& scale) {
  std::vector<int> values;
  for (const ScalePoint& point : scale.points) values.push_back(point.value);
  return values;
}

bool is_unrated(const Answer& answer) { return std::holds_alternative<Unrated>(answer.rating); }

bool is_bare(const Answer& answer) { return is_unrated(answer) && answer.note.empty() && answer.evidence.empty(); }

/// Adds the note and evidence of an answer to another one of the same behavior.
void add_remarks(Answer& answer, const Answer& written) {
  if (answer.note.empty())
    answer.note = written.note;
  else if (!written.note.empty() && written.note != answer.note)
    answer.note.append(1, '\n').append(written.note);
  for (const Evidence& evidence : written.evidence)
    if (std::find(answer.evidence.begin(), answer.evidence.end(), evidence) == answer.evidence.end())
      answer.evidence.push_back(evidence);
}

/// Restores answers that were set aside, latest first, and keeps those that still have no place.
void bring_back(Assessment& assessment) {
  const std::vector<int> scale = values_of(assessment.ladder.scale);
  std::vector<SetAside> still_aside;
  for (auto aside = assessment.set_aside.rbegin(); aside != assessment.set_aside.rend(); ++aside) {
    Answer* answer = find_answer(assessment, aside->answer.behavior);
    const bool fits =
        answer != nullptr && is_unrated(*answer) && (!rated_value(aside->answer.rating) || aside->scale == scale);
    if (!fits) {
      still_aside.insert(still_aside.begin(), *aside);
      continue;
    }
    Answer back = aside->answer;
    add_remarks(back, *answer);
    *answer = std::move(back);
  }
  assessment.set_aside = std::move(still_aside);
}

/// The latest answer that is not unrated and was set aside under that key, on a scale of these values; or nullptr.
const Answer* find_set_aside(const Assessment& assessment, const std::string& key, const std::vector<int>& scale) {
  const auto found = std::find_if(assessment.set_aside.rbegin(), assessment.set_aside.rend(), [&](const SetAside& one) {
    return one.answer.behavior == key && one.scale == scale && !is_unrated(one.answer);
  });
  return found == assessment.set_aside.rend() ? nullptr : &found->answer;
}

/// Whether the answer is a gap: rated below target, or without an opportunity.
bool is_gap(const Answer& answer, int target) {
  const auto value = rated_value(answer.rating);
  return value ? *value < target : std::holds_alternative<NoOpportunity>(answer.rating);
}

/// Asks about a behavior under its new key, too. The old key stays, because the ladder may return to it.
void ask_renamed(std::vector<std::string>& asked, const std::string& before, const std::string& after) {
  if (before == after || std::find(asked.begin(), asked.end(), after) != asked.end()) return;
  if (std::find(asked.begin(), asked.end(), before) != asked.end()) asked.push_back(after);
}

/// Makes the behavior unrated and keeps note and evidence, because the user may have added to them.
void take_back_rating(Answer& answer) {
  answer.rating = Unrated{};
  answer.origin = Origin::asked;
  answer.from.reset();
  answer.answered_at.reset();
}

/// A partial run also asks about behaviors that the ladder has added or reworded since. A carried answer to the old
/// text does not answer the new one.
void ask_what_changed(Assessment& fitted, const Assessment& draft, const LadderMatch& match) {
  std::vector<std::string>& asked = *fitted.asked;
  const auto ask = [&asked](const std::string& key) {
    if (std::find(asked.begin(), asked.end(), key) == asked.end()) asked.push_back(key);
  };
  std::vector<bool> is_added(fitted.answers.size(), true);
  for (const BehaviorMatch& pair : match.pairs) {
    is_added[pair.after] = false;
    Answer& answer = fitted.answers[pair.after];
    ask_renamed(asked, draft.answers[pair.before].behavior, answer.behavior);
    if (pair.wording != Wording::reworded) continue;
    ask(answer.behavior);
    if (answer.origin == Origin::carried) take_back_rating(answer);
  }
  for (std::size_t number = 0; number < is_added.size(); ++number)
    if (is_added[number]) ask(fitted.answers[number].behavior);
}

Date one_year_before(Date date) {
  const Date before = date - std::chrono::years(1);
  return before.ok() ? before : Date(before.year() / before.month() / std::chrono::last);
}

}  // namespace

Assessment fit_to(const Assessment& draft, const Ladder& ladder) {
  Assessment fitted = draft;
  fitted.ladder = ladder;
  fitted.answers.clear();
  const bool same_scale = is_same_scale(draft.ladder.scale, ladder.scale);
  const std::vector<int> old_scale = values_of(draft.ladder.scale);
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  const LadderMatch match = match_ladders(draft.ladder, ladder, Pairing::by_key);
  std::vector<const Answer*> earlier(behaviors.size());
  for (const BehaviorMatch& pair : match.pairs) earlier[pair.after] = &draft.answers[pair.before];
  for (std::size_t number = 0; number < behaviors.size(); ++number) {
    Answer answer;
    if (earlier[number] != nullptr) answer = *earlier[number];
    answer.behavior = behaviors[number].behavior->key;
    if (!same_scale && rated_value(answer.rating)) {
      fitted.set_aside.push_back({answer, old_scale});
      take_back_rating(answer);
    }
    fitted.answers.push_back(std::move(answer));
  }
  for (const std::size_t gone : match.gone)
    if (!is_bare(draft.answers[gone])) fitted.set_aside.push_back({draft.answers[gone], old_scale});
  bring_back(fitted);
  if (fitted.asked) ask_what_changed(fitted, draft, match);
  return fitted;
}

EarlierAnswersOf::EarlierAnswersOf(const Ladder& ladder) : ladder_(ladder), answers_(list_behaviors(ladder).size()) {}

bool EarlierAnswersOf::is_complete() const {
  return std::all_of(answers_.begin(), answers_.end(),
                     [this](const std::optional<Answer>& answer) { return answer && answer->from->on >= reached_; });
}

void EarlierAnswersOf::add(const Assessment& earlier) {
  reached_ = earlier.on;
  const bool same_scale = is_same_scale(earlier.ladder.scale, ladder_.scale);
  if (!same_scale && earlier.set_aside.empty()) return;
  const std::vector<int> scale = values_of(ladder_.scale);
  const std::vector<PairedAnswer> paired = pair_answers(earlier, ladder_, Pairing::by_key);
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder_);
  for (std::size_t number = 0; number < paired.size(); ++number) {
    if (paired[number].wording == Wording::reworded) continue;
    const std::string& key = behaviors[number].behavior->key;
    const Answer* answer = same_scale ? paired[number].answer : nullptr;
    if (answer == nullptr || is_unrated(*answer)) answer = find_set_aside(earlier, key, scale);
    if (answer == nullptr) continue;
    std::optional<Answer>& latest = answers_[number];
    const AnswerSource source = source_of(earlier, *answer);
    if (latest && source.on <= latest->from->on) continue;
    Answer carried = *answer;
    carried.behavior = key;
    carried.from = source;
    carried.origin = Origin::carried;
    if (latest) add_remarks(carried, *latest);
    latest = std::move(carried);
  }
}

int carry(Assessment& assessment, const std::vector<std::optional<Answer>>& earlier, LeftBehaviors left) {
  int carried = 0;
  for (std::size_t number = 0; number < assessment.answers.size(); ++number) {
    Answer& answer = assessment.answers[number];
    if (!is_unrated(answer) || !earlier[number]) continue;
    if (left == LeftBehaviors::stay && is_asked(assessment, answer.behavior)) continue;
    Answer before = *earlier[number];
    add_remarks(before, answer);
    answer = std::move(before);
    ++carried;
  }
  return carried;
}

int keep_evidence(Assessment& assessment, const std::vector<std::optional<Answer>>& earlier) {
  const EvidenceWindow window = evidence_window(assessment);
  int kept = 0;
  for (std::size_t number = 0; number < assessment.answers.size(); ++number) {
    Answer& answer = assessment.answers[number];
    const bool is_excused = std::holds_alternative<NotApplicable>(answer.rating);
    if (!earlier[number] || is_unrated(answer) || is_excused || answer.origin == Origin::carried) continue;
    for (const Evidence& evidence : earlier[number]->evidence) {
      if (age_of(evidence, window) != EvidenceAge::counts || has_evidence(answer, evidence)) continue;
      answer.evidence.push_back(evidence);
      ++kept;
    }
  }
  return kept;
}

std::vector<std::string> list_worth_asking(const Assessment& draft, const std::vector<std::optional<Answer>>& earlier) {
  const Date oldest = one_year_before(draft.on);
  const std::vector<PlacedBehavior> behaviors = list_behaviors(draft.ladder);
  std::vector<std::string> keys;
  for (std::size_t number = 0; number < behaviors.size(); ++number) {
    const Behavior& behavior = *behaviors[number].behavior;
    const bool is_worth = !earlier[number] || is_gap(*earlier[number], target_of(draft.ladder, behavior)) ||
                          earlier[number]->from->on < oldest;
    if (is_worth) keys.push_back(behavior.key);
  }
  return keys;
}

}  // namespace rung
