#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/log/entry.hpp>
#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

namespace rung {

/// What is reviewed: entries of the log that are tied to nothing, or candidates that are not in it yet.
enum class ReviewKind { inbox, candidates };

/// Asks about entries one by one: a digit ties one to a behavior that fits, and other keys remove it, take it as it is,
/// or change its text.
class LogReview {
 public:
  /// `fits` has, for each entry, the behaviors that its digits stand for, as indices into list_behaviors.
  LogReview(const Ladder& ladder, ReviewKind kind, std::vector<Entry> entries,
            std::vector<std::vector<std::size_t>> fits, Date today);

  [[nodiscard]] const Form& form() const { return form_; }
  [[nodiscard]] State start() const;

  /// The versions to append for what `state` says and was not appended yet, written `now`. A text that cannot be an
  /// entry leaves the old one.
  [[nodiscard]] std::vector<Entry> list_changes(const State& state, Timestamp now) const;
  /// They were appended.
  void note_saved(const std::vector<Entry>& versions);

  /// The behaviors that fit a text, as indices into list_behaviors.
  using FindFits = std::function<std::vector<std::size_t>(const std::string& text)>;
  /// Lets digits stand for the behaviors that fit the text that an entry has in `state`, where that is another one and
  /// no digit was pressed yet.
  void offer_anew(const State& state, const FindFits& find_fits);

  /// The entries as they are in the log now.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// Of them, those that are in the log.
  [[nodiscard]] bool is_in_log(std::size_t index) const { return is_in_log_[index]; }

 private:
  [[nodiscard]] Entry apply(const Entry& entry, std::size_t index, const Response& response) const;
  void offer(std::size_t index, const std::vector<std::size_t>& fits);

  Ladder ladder_;
  std::vector<Entry> begun_;    ///< as they were at the start
  std::vector<Entry> entries_;  ///< as they were appended last
  std::vector<bool> is_in_log_;
  std::vector<std::vector<Tie>> ties_;  ///< for each entry, what its digits stand for
  std::vector<std::string> texts_;      ///< for each entry, the text that these fit
  Date today_;
  Form form_;
};

}  // namespace rung
