#include "help_topics.hpp"

#include "manual_pages.hpp"

namespace rung::cli {

std::vector<HelpEntry> list_help_topics() {
  const std::string section = "Topics, for `rung help TOPIC`";
  return {{"keys", "The keys of the prompt", section},
          {"formats", "The formats of reports, and how to choose one", section},
          {"exit-codes", "What the exit codes mean", section},
          {"accessibility", "Screen readers, colors, and plain characters", section},
          {"ladder-format", "How to write a ladder file", section},
          {"import", "Which documents `rung ladder import` understands", section}};
}

std::optional<std::string_view> find_manual_page(std::string_view topic) {
  for (const ManualPage& page : manual_pages())
    if (page.name == topic) return page.markdown;
  return std::nullopt;
}

}  // namespace rung::cli
