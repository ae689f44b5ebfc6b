#include <rung/analysis/lint.hpp>

#include <algorithm>
#include <map>
#include <string_view>

#include <rung/analysis/similarity.hpp>
#include <rung/analysis/word_diff.hpp>

namespace rung {
namespace {

bool ends_sentence(std::string_view word) {
  // A closing quote or bracket may follow the period.
  const std::size_t last = word.find_last_not_of(")]\"'");
  return last != std::string_view::npos && std::string_view(".!?;").find(word[last]) != std::string_view::npos;
}

/// The structure of a text.
struct Build {
  int sentences = 0;
  int joints = 0;
};

Build analyse(const std::vector<std::string_view>& words) {
  Build build;
  int commas = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "and" && i > 0) {
      const bool is_before_subject = i + 1 < words.size() && words[i + 1] == "I";
      const bool is_behind_first_comma = words[i - 1].ends_with(',') && commas == 1;
      if (is_before_subject || is_behind_first_comma) ++build.joints;
    }
    if (word.ends_with(',')) ++commas;
    const bool is_last = i + 1 == words.size();
    if (!ends_sentence(word) && !is_last) continue;
    ++build.sentences;
    commas = 0;
  }
  return build;
}

void lint_text(const Behavior& behavior, std::vector<Finding>& findings) {
  const std::vector<std::string_view> words = split_words(behavior.text);
  const Build build = analyse(words);
  if (build.sentences > most_sentences || build.joints > most_joints)
    findings.push_back({LintRule::several_behaviors, behavior.key, {}, 0.0, build.sentences + build.joints, 0});
  const int count = static_cast<int>(words.size());
  if (count > most_words) findings.push_back({LintRule::long_text, behavior.key, {}, 0.0, count, 0});
}

void lint_scale(const Scale& scale, std::vector<Finding>& findings) {
  const auto has_none = [](const ScalePoint& point) { return point.anchor.empty(); };
  const auto first = std::find_if(scale.points.begin(), scale.points.end(), has_none);
  if (first == scale.points.end()) return;
  const auto count = std::count_if(first, scale.points.end(), has_none);
  findings.push_back({LintRule::missing_anchor, {}, {}, 0.0, static_cast<int>(count), first->value});
}

/// The key of the first part with each title.
using FirstKeys = std::map<std::string_view, std::string>;

void lint_title(LintRule rule, std::string_view title, const std::string& key, FirstKeys& first,
                std::vector<Finding>& findings) {
  const auto [same, is_new] = first.emplace(title, key);
  if (!is_new) findings.push_back({rule, key, same->second, 0.0, 0, 0});
}

std::string key_of(const Pillar& pillar, const Responsibility& responsibility) {
  std::string key = pillar.id;
  key.append(".").append(responsibility.id);
  return key;
}

std::vector<ComparableText> prepare(const std::vector<PlacedBehavior>& behaviors) {
  std::vector<ComparableText> texts;
  texts.reserve(behaviors.size());
  for (const PlacedBehavior& placed : behaviors) texts.emplace_back(placed.behavior->text);
  return texts;
}

}  // namespace

std::vector<Finding> lint(const Ladder& ladder) {
  std::vector<Finding> findings;
  lint_scale(ladder.scale, findings);
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  const auto duplicates = find_near_duplicates(prepare(behaviors));
  FirstKeys pillars;
  std::size_t number = 0;
  for (const Pillar& pillar : ladder.pillars) {
    lint_title(LintRule::same_pillar_title, pillar.title, pillar.id, pillars, findings);
    FirstKeys responsibilities;
    for (const Responsibility& responsibility : pillar.responsibilities) {
      const std::string key = key_of(pillar, responsibility);
      lint_title(LintRule::same_responsibility_title, responsibility.title, key, responsibilities, findings);
      if (responsibility.behaviors.size() == 1) findings.push_back({LintRule::lone_behavior, key, {}, 0.0, 1, 0});
      for (const Behavior& behavior : responsibility.behaviors) {
        if (const auto& duplicate = duplicates[number++]) {
          const std::string& earlier = behaviors[duplicate->earlier].behavior->key;
          findings.push_back({LintRule::near_duplicate, behavior.key, earlier, duplicate->similarity, 0, 0});
        }
        lint_text(behavior, findings);
      }
    }
  }
  return findings;
}

}  // namespace rung
