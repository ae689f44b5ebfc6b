#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// A log entry that its author tied to a behavior. Later entries with the same words then fit that behavior.
struct TiedText {
  std::size_t behavior = 0;  ///< index into `list_behaviors`
  std::string text;
};

/// A behavior that a text may be evidence for.
struct FittingBehavior {
  std::size_t behavior = 0;  ///< index into `list_behaviors`
  /// Above 0; the higher, the better it fits. Comparable only among results of one `find`.
  double score = 0.0;
  /// The words that matched, as written in the text and in that order, each once.
  std::vector<std::string> words;

  friend bool operator==(const FittingBehavior&, const FittingBehavior&) = default;
};

/// Finds the behaviors of one ladder that a log entry fits, by the words that the entry shares with their hints,
/// titles, texts, and probes, and with entries tied to them before. The same input always gives the same result.
///
/// The score is BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) over
/// stems and over pairs of neighboring words. English; words of other languages count if they are spelled alike.
class BehaviorFinder {
 public:
  /// Copies what it needs. Ties whose behavior the ladder does not have are ignored.
  explicit BehaviorFinder(const Ladder& ladder, std::span<const TiedText> ties = {});
  ~BehaviorFinder();
  BehaviorFinder(const BehaviorFinder&) = delete;
  BehaviorFinder& operator=(const BehaviorFinder&) = delete;
  BehaviorFinder(BehaviorFinder&&) noexcept;
  BehaviorFinder& operator=(BehaviorFinder&&) noexcept;

  /// The behaviors that `text` fits, best first, ties in ladder order; at most `most`. Empty if no behavior fits well
  /// enough. Not thread-safe.
  [[nodiscard]] std::vector<FittingBehavior> find(std::string_view text, std::size_t most = 3) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace rung
