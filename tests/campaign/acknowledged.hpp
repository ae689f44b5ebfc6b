#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/program.hpp"

/// What was acknowledged about one behavior in one edition.
struct Claim {
  std::string rating;  ///< as say() writes it; empty: none that must be there
  std::vector<std::string> notes;
  std::vector<std::string> evidence;
};

/// A draft as it was left: an assessment has one, and another one for each amendment. All editions of an assessment
/// have its label, by which its files are recognized.
struct Edition {
  std::string label;
  std::string rater;
  int version = 0;  ///< of the ladder
  std::map<std::string, Claim> claims;
  bool is_replaced = false;  ///< by another edition that was finished, or it was given up: a backup is enough
};

/// One thing that is answered.
struct Input {
  enum class Kind { rating, unrated, note, evidence, accepted } kind = Kind::rating;
  std::string behavior;
  std::string text;
};

/// What one answer in a file says, or one that was set aside.
struct FoundAnswer {
  std::string behavior;
  std::string rating;
  std::string note;
  std::vector<std::string> evidence;
};

struct FoundFile {
  std::string label;
  std::string rater;
  std::vector<FoundAnswer> answers;
};

enum class Backup { no, yes };

/// Everything that was ever acknowledged: a plain record of what must be somewhere. It takes nothing back but what was
/// typed over in the same edition.
class Acknowledged {
 public:
  /// A new assessment; its edition.
  std::size_t begin(const std::string& rater, int version);
  /// An amendment of what `edition` says; its edition.
  std::size_t begin_again(std::size_t edition);

  [[nodiscard]] Edition& edition(std::size_t number) { return editions_[number]; }
  /// `input` was answered in that edition: typed at the prompt, or given by an option.
  void add(std::size_t edition, const Input& input, bool is_typed);

  /// What is in no file below `home`: draft or assessment, what is set aside in them, removed/, and for an edition that
  /// was replaced, `.bak`. Empty if nothing is missing; also says which file cannot be read.
  [[nodiscard]] std::string find_loss(const rung::Program& program);

 private:
  [[nodiscard]] std::string find_unreadable(const rung::Program& program);

  std::vector<Edition> editions_;
  std::map<std::string, FoundFile> known_;                  ///< by the bytes of the file
  std::vector<std::pair<const FoundFile*, Backup>> files_;  ///< what is there
};
