#pragma once

#include <optional>
#include <string>

namespace rung {

/// The environment variables that say where Rung keeps its files; absent when not set.
struct HomeVariables {
  std::optional<std::string> rung_home;      ///< RUNG_HOME
  std::optional<std::string> xdg_data_home;  ///< XDG_DATA_HOME
  std::optional<std::string> home;           ///< HOME
};

/// The places of Rung's files. Paths only: nothing is created or looked at.
struct Home {
  std::string root;

  [[nodiscard]] std::string assessments() const;
  [[nodiscard]] std::string drafts() const;
  [[nodiscard]] std::string ladders() const;
  /// What `rung remove` took away, in the same tree: removed/assessments/<ladder>/, removed/drafts/<ladder>/.
  [[nodiscard]] std::string removed() const;
  [[nodiscard]] std::string pages() const;
  [[nodiscard]] std::string log() const;
};

/// `$RUNG_HOME`, else `$XDG_DATA_HOME/rung`, else `$HOME/.local/share/rung`. An empty variable counts as not set, and
/// so does one of the latter two that is no absolute path. Absent if none is left.
std::optional<Home> look_for_home(const HomeVariables& variables);

/// The same, but throws Error(usage) if none is left.
Home find_home(const HomeVariables& variables);

}  // namespace rung
