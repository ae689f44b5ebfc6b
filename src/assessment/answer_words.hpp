#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/rating.hpp>
#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// What people write in answers files and after --set, judged against a ladder. Complaints go to the reading.
class AnswerWords {
 public:
  /// `ladder` must outlive it.
  explicit AnswerWords(const Ladder& ladder);

  /// The behavior that a key or a unique suffix of one names; empty after a complaint.
  [[nodiscard]] std::string read_key(Reading& reading, const Token& key) const;

  /// The rating that a word stands for. `reason` is the one given beside it, or nullptr.
  [[nodiscard]] std::optional<Rating> read_rating(Reading& reading, const Node& word, const Node* reason) const;

 private:
  [[nodiscard]] std::optional<Rating> find_on_scale(std::string_view word) const;
  void complain_about_key(Reading& reading, const Token& key) const;

  const Ladder& ladder_;
  std::vector<std::string> keys_;
};

/// A piece of a one-line source as a node, without white space around it.
Node piece_of(const Source& source, std::size_t from, std::size_t to);

}  // namespace rung
