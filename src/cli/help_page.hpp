#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"

namespace rung::cli {

/// A command below the one that the help is about, or a topic of the help.
struct HelpEntry {
  std::string name;
  std::string summary;
  std::string section;
};

/// What the help of one command shows.
struct HelpPage {
  std::string path;                   ///< the command as it is typed, such as `rung ladder check`
  std::string summary;                ///< one sentence without its full stop
  std::vector<HelpEntry> commands;    ///< those below it
  bool needs_command = false;         ///< one of them has to be given
  std::vector<OptionRow> rows;        ///< of the command
  std::vector<OptionRow> everywhere;  ///< options that every command takes
  std::vector<Example> examples;
  std::vector<HelpEntry> notes;  ///< what arguments mean, topics: under the headings of their sections, at the end
};

/// At most 80 cells wide; descriptions wrap at words, and stand below what they describe where there is little room.
Block lay_out_help(const HelpPage& page, int width);

}  // namespace rung::cli
