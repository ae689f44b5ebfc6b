#include <rung/analysis/fitting.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <unordered_set>
#include <utility>

#include "note_index.hpp"
#include "note_words.hpp"
#include "trade_words.hpp"

namespace rung {
namespace {

/// All tuned parameters of the score. They were tuned on notes written for that purpose.
struct FitParameters {
  // The weight of a word by its place in the behavior.
  double hint = 3.0;
  double hint_part = 2.0;  ///< a word of a hint of several
  double title = 1.5;
  double text = 1.0;
  double probe = 0.7;
  double group = 0.3;  ///< the titles of its responsibility and pillar, and the summary of its responsibility
  double tie = 3.0;
  double saturation = 0.7;  ///< k1 of BM25: at this weight a word has half of its effect
  // The weight of a word or pair in the note.
  double pair = 0.5;        ///< two neighbors that are also neighbors in a hint, title, text, or tie
  double loose_pair = 0.5;  ///< the same with one word between them
  double common = 0.7;      ///< a word that is common in notes
  double misspelled = 0.9;  ///< a word recognized with one typing error
  double chore = 0.84;      ///< the penalty of a word such as "expenses" for every behavior
  // Thresholds for suggesting nothing.
  double least = 0.72;       ///< the lowest score for a suggestion; 1 would be one word that no other behavior has
  double least_share = 0.2;  ///< of the best score, required for the others
};

constexpr FitParameters parameters{};

/// Inverse document frequency, as in BM25. `frequency` is the number of behaviors, not necessarily whole.
double find_rarity(double frequency, double behavior_count) {
  return std::log(1.0 + (behavior_count - frequency + 0.5) / (frequency + 0.5));
}

/// The specificity of a term: 1 if only one behavior has it, in a ladder of any size. A behavior counts fully from the
/// weight of a hint on, and partly below, so that a term that a probe mentions in passing stays rare.
double find_rarity(std::span<const SaidTerm> said, std::size_t behavior_count) {
  double frequency = 0.0;
  for (const SaidTerm& one : said) frequency += std::min(1.0, one.weight / parameters.hint);
  const auto count = static_cast<double>(behavior_count);
  return std::min(1.0, find_rarity(std::min(frequency, count), count) / find_rarity(1.0, count));
}

double saturate(double weight) { return weight / (parameters.saturation + weight); }

/// Text that git writes by itself.
bool is_merge(const std::vector<NoteWord>& words) {
  if (words.size() < 2 || words[0].word != "merge") return false;
  const std::string& what = words[1].word;
  return what == "branch" || what == "pull" || what == "remote" || what == "tag" || what == "commit";
}

/// Whether the word at `at` and the next may be one word in the ladder: "post mortem". Hyphenated ones are joined
/// anyway.
bool is_open_compound(const std::vector<NoteWord>& words, std::size_t at) {
  if (at + 1 >= words.size() || words[at].is_compound || words[at + 1].is_compound) return false;
  return at + 2 == words.size() || !words[at + 2].is_compound;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

struct BehaviorFinder::Index {
  Index(const Ladder& ladder, std::span<const TiedText> ties);
  [[nodiscard]] std::vector<FittingBehavior> find(std::string_view text, std::size_t most) const;

 private:
  enum class Pairs { ignored, counted, with_stop_words };

  /// A word of the text that the ladder also has.
  struct KnownWord {
    TermId term = 0;
    std::size_t at = 0;     ///< index into the words of the text
    std::size_t last = 0;   ///< the same of the last word, of two that are one in the ladder
    std::size_t place = 0;  ///< its number among the words that are no stop words
    double factor = 1.0;    ///< 0 for a stop word, which counts only in pairs
  };

  /// A term, or a pair of terms, that the text shares with behaviors.
  struct SharedTerm {
    std::span<const SaidTerm> said;
    double strength = 0.0;
    std::size_t first = 0;  ///< index into the words of the text
    std::size_t last = 0;
  };

  struct Recognized {
    std::vector<KnownWord> words;
    std::size_t places = 0;  ///< content words so far
    double chores = 0.0;     ///< the penalty for words that are not evidence
  };

  void add(std::uint32_t behavior, std::string_view text, double weight, Pairs pairs);
  void add(std::uint32_t behavior, const PlacedBehavior& placed);
  [[nodiscard]] Recognized recognize(const std::vector<NoteWord>& words) const;
  [[nodiscard]] KnownTerms guess(const NoteWord& word, bool is_within) const;
  [[nodiscard]] std::vector<SharedTerm> collect(const std::vector<KnownWord>& known) const;
  [[nodiscard]] FittingBehavior explain(std::size_t behavior, double score, const std::vector<SharedTerm>& shared,
                                        const std::vector<NoteWord>& words) const;

  std::size_t behavior_count_ = 0;
  Vocabulary vocabulary_;
  SaidTerms said_;
};

BehaviorFinder::Index::Index(const Ladder& ladder, std::span<const TiedText> ties) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  behavior_count_ = behaviors.size();
  std::vector<std::vector<std::string_view>> tied(behavior_count_);
  for (const TiedText& tie : ties)
    if (tie.behavior < behavior_count_) tied[tie.behavior].push_back(tie.text);
  for (std::uint32_t number = 0; number < behavior_count_; ++number) {
    add(number, behaviors[number]);
    for (const std::string_view text : tied[number]) add(number, text, parameters.tie, Pairs::counted);
  }
  said_.finish(vocabulary_.size());
}

void BehaviorFinder::Index::add(std::uint32_t behavior, const PlacedBehavior& placed) {
  const Behavior& fields = *placed.behavior;
  for (const std::string* group :
       {&placed.pillar->title, &placed.responsibility->title, &placed.responsibility->summary})
    add(behavior, *group, parameters.group, Pairs::ignored);
  add(behavior, fields.title, parameters.title, Pairs::counted);
  add(behavior, fields.text, parameters.text, Pairs::counted);
  for (const std::string& probe : fields.probes) add(behavior, probe, parameters.probe, Pairs::ignored);
  for (const std::string& hint : fields.hints) {
    const bool is_one_word = hint.find(' ') == std::string::npos;
    add(behavior, hint, is_one_word ? parameters.hint : parameters.hint_part, Pairs::with_stop_words);
  }
}

void BehaviorFinder::Index::add(std::uint32_t behavior, std::string_view text, double weight, Pairs pairs) {
  const std::vector<NoteWord> words = split_note(text);
  std::optional<TermId> previous;
  std::optional<TermId> stop;  // the one just before: "good at", "when to", "what if"
  for (const NoteWord& word : words) {
    const KnownTerms& known = vocabulary_.add(word.word);
    if (known.is_stop && pairs != Pairs::with_stop_words) continue;
    for (const TermId term : known.all()) {
      if (!known.is_stop) said_.add({term, SaidTerm::alone, behavior, weight});
      if (word.is_compound || pairs == Pairs::ignored) continue;
      // Two stop words are meaningful only if they are the whole hint.
      if (stop && (!known.is_stop || words.size() == 2)) said_.add({*stop, term, behavior, weight});
      if (previous && (!known.is_stop || !stop)) said_.add({*previous, term, behavior, weight});
      stop = known.is_stop ? std::optional(term) : std::nullopt;
      if (!known.is_stop) previous = term;
    }
  }
}

BehaviorFinder::Index::Recognized BehaviorFinder::Index::recognize(const std::vector<NoteWord>& words) const {
  Recognized result;
  const auto keep = [&result](const KnownTerms& known, std::size_t at, std::size_t last, double factor) {
    for (const TermId term : known.all()) result.words.push_back({term, at, last, result.places, factor});
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    const NoteWord& word = words[at];
    if (is_open_compound(words, at)) keep(vocabulary_.find(word.word + words[at + 1].word), at, at + 1, 1.0);
    const KnownTerms known = vocabulary_.find(word.word);
    if (known.is_stop) {
      keep(known, at, at, 0.0);
      continue;
    }
    if (!word.is_compound) ++result.places;
    const double factor = is_common_word(word.word) ? parameters.common : 1.0;
    if (known.count > 0)
      keep(known, at, at, factor);
    else if (is_chore_word(word.word))
      result.chores += parameters.chore;
    else
      keep(guess(word, result.places > 1), at, at, factor * parameters.misspelled);
  }
  return result;
}

KnownTerms BehaviorFinder::Index::guess(const NoteWord& word, bool is_within) const {
  const KnownTerms halves = vocabulary_.find_halves(word.word);
  if (halves.count > 0) return halves;
  // A capital letter within a note starts a name: "Seattle" is not "settle".
  const bool is_name = is_within && is_capital(word.as_written.front());
  return is_name ? KnownTerms{} : vocabulary_.find_misspelled(word.word);
}

std::vector<BehaviorFinder::Index::SharedTerm> BehaviorFinder::Index::collect(
    const std::vector<KnownWord>& known) const {
  std::vector<SharedTerm> shared;
  std::unordered_set<const SaidTerm*> seen;
  const auto keep = [&](std::span<const SaidTerm> said, double factor, const KnownWord& first, const KnownWord& last) {
    if (!said.empty() && seen.insert(said.data()).second)
      shared.push_back({said, factor * find_rarity(said, behavior_count_), first.at, last.last});
  };
  for (std::size_t one = 0; one < known.size(); ++one) {
    const KnownWord& word = known[one];
    if (word.factor > 0.0) keep(said_.find(word.term), word.factor, word, word);
    for (std::size_t two = one + 1; two < known.size() && known[two].place <= word.place + 2; ++two) {
      const bool has_stop_word = word.factor == 0.0 || known[two].factor == 0.0;
      if (has_stop_word && known[two].at != word.at + 1) continue;
      const bool are_neighbors = known[two].place <= word.place + 1;
      keep(said_.find(word.term, known[two].term), are_neighbors ? parameters.pair : parameters.loose_pair, word,
           known[two]);
    }
  }
  return shared;
}

FittingBehavior BehaviorFinder::Index::explain(std::size_t behavior, double score,
                                               const std::vector<SharedTerm>& shared,
                                               const std::vector<NoteWord>& words) const {
  std::vector<std::size_t> places;
  for (const SharedTerm& one : shared) {
    const auto speaks = [behavior](const SaidTerm& said) { return said.behavior == behavior; };
    if (std::none_of(one.said.begin(), one.said.end(), speaks)) continue;
    places.push_back(one.first);
    places.push_back(one.last);
  }
  std::sort(places.begin(), places.end());
  FittingBehavior fitting{behavior, score, {}};
  for (const std::size_t place : places) {
    std::string word(words[place].as_written);
    if (std::find(fitting.words.begin(), fitting.words.end(), word) == fitting.words.end())
      fitting.words.push_back(std::move(word));
  }
  return fitting;
}

std::vector<FittingBehavior> BehaviorFinder::Index::find(std::string_view text, std::size_t most) const {
  const std::vector<NoteWord> words = split_note(text);
  if (is_merge(words)) return {};
  const Recognized recognized = recognize(words);
  const std::vector<SharedTerm> shared = collect(recognized.words);
  std::vector<double> scores(behavior_count_, -recognized.chores);
  for (const SharedTerm& one : shared)
    for (const SaidTerm& said : one.said) scores[said.behavior] += one.strength * saturate(said.weight);
  std::vector<std::size_t> order(behavior_count_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&scores](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  std::vector<FittingBehavior> found;
  for (const std::size_t behavior : order) {
    const double score = scores[behavior];
    if (found.size() == most || score < parameters.least || score < parameters.least_share * scores[order.front()])
      break;
    found.push_back(explain(behavior, score, shared, words));
  }
  return found;
}

BehaviorFinder::BehaviorFinder(const Ladder& ladder, std::span<const TiedText> ties)
    : index_(std::make_unique<Index>(ladder, ties)) {}
BehaviorFinder::~BehaviorFinder() = default;
BehaviorFinder::BehaviorFinder(BehaviorFinder&&) noexcept = default;
BehaviorFinder& BehaviorFinder::operator=(BehaviorFinder&&) noexcept = default;

std::vector<FittingBehavior> BehaviorFinder::find(std::string_view text, std::size_t most) const {
  return index_->find(text, most);
}

}  // namespace rung
