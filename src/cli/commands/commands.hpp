#pragma once

#include <array>

#include "../command.hpp"

namespace rung::cli {

// One command a file, which has its name: `rung ladder check` is in ladder_check.cpp.
Command assess_command();
Command log_command();
Command log_list_command();
Command log_edit_command();
Command log_remove_command();
Command log_restore_command();
Command log_review_command();
Command log_import_command();
Command log_suggest_command();
Command log_status_command();
Command report_command();
Command diff_command();
Command list_command();
Command remove_command();
Command restore_command();
Command export_command();
Command history_command();
Command doctor_command();
Command completion_command();
Command complete_command();
Command help_command();
Command ladder_list_command();
Command ladder_show_command();
Command ladder_diff_command();
Command ladder_check_command();
Command ladder_new_command();
Command ladder_schema_command();
Command ladder_add_command();
Command ladder_remove_command();
Command ladder_import_command();

inline Command ladder_command() {
  return {.name = "ladder",
          .summary = "List, show, check, make, and import ladders",
          .declare = nullptr,
          .examples = {{{"rung ladder show", "Read the ladder you would be asked about"},
                        {"rung ladder new senior-baker -o senior-baker.yaml", "Start a ladder of your own"}}},
          .section = section::ladders};
}

/// Every command, in the order of the help.
inline constexpr auto commands = std::to_array<Command (*)()>(
    {assess_command,       log_command,        report_command,        diff_command,        history_command,
     list_command,         export_command,     ladder_command,        remove_command,      restore_command,
     doctor_command,       completion_command, help_command,          complete_command,    log_list_command,
     log_edit_command,     log_remove_command, log_restore_command,   log_review_command,  log_import_command,
     log_suggest_command,  log_status_command, ladder_list_command,   ladder_show_command, ladder_diff_command,
     ladder_check_command, ladder_new_command, ladder_schema_command, ladder_add_command,  ladder_remove_command,
     ladder_import_command});

}  // namespace rung::cli
