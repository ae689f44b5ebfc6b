#include <rung/analysis/match.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <rung/analysis/similarity.hpp>
#include <rung/analysis/word_diff.hpp>

namespace rung {
namespace {

/// One ladder's behaviors, and those without a partner.
class Side {
 public:
  explicit Side(const Ladder& ladder)
      : ladder_(ladder), behaviors_(list_behaviors(ladder)), is_free_(behaviors_.size(), true) {
    for (std::size_t index = 0; index < behaviors_.size(); ++index) by_key_.emplace(behavior(index).key, index);
  }

  [[nodiscard]] const Ladder& ladder() const { return ladder_; }
  [[nodiscard]] const Behavior& behavior(std::size_t index) const { return *behaviors_[index].behavior; }
  [[nodiscard]] bool is_free(std::size_t index) const { return is_free_[index]; }
  void take(std::size_t index) { is_free_[index] = false; }

  [[nodiscard]] std::optional<std::size_t> find_free(std::string_view key) const {
    const auto found = by_key_.find(key);
    if (found == by_key_.end() || !is_free_[found->second]) return std::nullopt;
    return found->second;
  }

  /// Behaviors without a partner, by key, so that their order in the ladder does not matter.
  [[nodiscard]] std::vector<std::size_t> list_free() const {
    std::vector<std::size_t> free;
    for (const auto& [key, index] : by_key_)
      if (is_free_[index]) free.push_back(index);
    return free;
  }

  [[nodiscard]] std::vector<std::size_t> list_left() const {
    std::vector<std::size_t> left = list_free();
    std::sort(left.begin(), left.end());
    return left;
  }

 private:
  const Ladder& ladder_;
  std::vector<PlacedBehavior> behaviors_;
  std::vector<bool> is_free_;
  std::map<std::string_view, std::size_t> by_key_;
};

/// Whether `behavior` states that its text meant the same in `version`, another version of its ladder.
bool means_the_same(const Behavior& behavior, const Ladder& version) {
  return std::find(behavior.same_as.begin(), behavior.same_as.end(), version.version) != behavior.same_as.end();
}

class Matcher {
 public:
  Matcher(const Ladder& before, const Ladder& after) : before_(before), after_(after) {}

  LadderMatch match(Pairing pairing) {
    pair_keys();
    if (is_one_ladder()) pair_former_keys_of_later();
    if (pairing == Pairing::by_text) {
      if (is_one_ladder()) pair_former_keys_of_earlier();
      pair_equal_texts();
      pair_similar_texts();
    }
    std::sort(match_.pairs.begin(), match_.pairs.end(),
              [](const BehaviorMatch& a, const BehaviorMatch& b) { return a.after < b.after; });
    match_.come = after_.list_left();
    match_.gone = before_.list_left();
    return std::move(match_);
  }

 private:
  void add(std::size_t before, std::size_t after, MatchBasis basis) {
    const std::string& old_text = before_.behavior(before).text;
    const std::string& new_text = after_.behavior(after).text;
    const bool is_same = is_same_wording(old_text, new_text);
    const double alike = is_same ? 1.0 : similarity(ComparableText(old_text), ComparableText(new_text));
    const bool is_identical = is_same || (basis != MatchBasis::text && is_declared_same(before, after));
    match_.pairs.push_back({before, after, basis, is_identical ? Wording::identical : Wording::reworded, alike});
    before_.take(before);
    after_.take(after);
  }

  // A ladder's statements about its own earlier versions do not apply to another ladder.
  [[nodiscard]] bool is_one_ladder() const { return before_.ladder().id == after_.ladder().id; }

  // Either side may be the newer version.
  [[nodiscard]] bool is_declared_same(std::size_t before, std::size_t after) const {
    return is_one_ladder() && (means_the_same(after_.behavior(after), before_.ladder()) ||
                               means_the_same(before_.behavior(before), after_.ladder()));
  }

  void pair_keys() {
    for (const std::size_t after : after_.list_free())
      if (const auto before = before_.find_free(after_.behavior(after).key)) add(*before, after, MatchBasis::key);
  }

  void pair_former_keys_of_later() {
    for (const std::size_t after : after_.list_free()) {
      for (const std::string& key : after_.behavior(after).formerly) {
        const auto before = before_.find_free(key);
        if (before && after_.is_free(after)) add(*before, after, MatchBasis::formerly);
      }
    }
  }

  // The later side may be an older version, in which another behavior may have that key.
  void pair_former_keys_of_earlier() {
    for (const std::size_t before : before_.list_free()) {
      for (const std::string& key : before_.behavior(before).formerly) {
        const auto after = after_.find_free(key);
        if (after && before_.is_free(before)) add(before, *after, MatchBasis::formerly);
      }
    }
  }

  void pair_equal_texts() {
    std::map<std::vector<std::string_view>, std::vector<std::size_t>> by_words;
    for (const std::size_t before : before_.list_free())
      by_words[split_words(before_.behavior(before).text)].push_back(before);
    for (const std::size_t after : after_.list_free()) {
      const auto found = by_words.find(split_words(after_.behavior(after).text));
      if (found == by_words.end() || found->second.empty()) continue;
      add(found->second.front(), after, MatchBasis::text);
      found->second.erase(found->second.begin());
    }
  }

  void pair_similar_texts() {
    const auto earlier = before_.list_free();
    const auto later = after_.list_free();
    for (const SimilarTexts& pair : find_similar(prepare(before_, earlier), prepare(after_, later), least_similarity)) {
      const std::size_t before = earlier[pair.before];
      const std::size_t after = later[pair.after];
      if (before_.is_free(before) && after_.is_free(after)) add(before, after, MatchBasis::text);
    }
  }

  static std::vector<ComparableText> prepare(const Side& side, const std::vector<std::size_t>& indices) {
    std::vector<ComparableText> texts;
    texts.reserve(indices.size());
    for (const std::size_t index : indices) texts.emplace_back(side.behavior(index).text);
    return texts;
  }

  Side before_;
  Side after_;
  LadderMatch match_;
};

}  // namespace

LadderMatch match_ladders(const Ladder& before, const Ladder& after, Pairing pairing) {
  return Matcher(before, after).match(pairing);
}

std::vector<PairedAnswer> pair_answers(const Assessment& assessment, const Ladder& ladder, Pairing pairing) {
  const std::vector<PlacedBehavior> earlier = list_behaviors(assessment.ladder);
  std::vector<PairedAnswer> answers(list_behaviors(ladder).size());
  for (const BehaviorMatch& pair : match_ladders(assessment.ladder, ladder, pairing).pairs)
    answers[pair.after] = {&assessment.answers[pair.before], earlier[pair.before].behavior, pair.wording};
  return answers;
}

}  // namespace rung
