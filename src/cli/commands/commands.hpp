#pragma once

#include "../deliver.hpp"
#include "../scene.hpp"

#include <rung/cli/invocation.hpp>
#include <rung/error.hpp>

namespace rung::cli {

/// One function a command; each returns the exit code of a command that was carried out and throws Error otherwise.
ExitCode run_command(const PrintCommand& command, const Scene& scene);
ExitCode run_command(const AssessCommand& command, const Scene& scene);
ExitCode run_command(const ReportCommand& command, const Scene& scene);
ExitCode run_command(const DiffCommand& command, const Scene& scene);
ExitCode run_command(const ListCommand& command, const Scene& scene);
ExitCode run_command(const DoctorCommand& command, const Scene& scene);
ExitCode run_command(const ExportCommand& command, const Scene& scene);
ExitCode run_command(const ExportAllCommand& command, const Scene& scene);
ExitCode run_command(const HistoryCommand& command, const Scene& scene);
ExitCode run_command(const LadderListCommand& command, const Scene& scene);
ExitCode run_command(const LadderShowCommand& command, const Scene& scene);
ExitCode run_command(const LadderDiffCommand& command, const Scene& scene);
ExitCode run_command(const LadderCheckCommand& command, const Scene& scene);
ExitCode run_command(const LadderImportCommand& command, const Scene& scene);
ExitCode run_command(const LadderNewCommand& command, const Scene& scene);
ExitCode run_command(const LadderSchemaCommand& command, const Scene& scene);
ExitCode run_command(const LadderAddCommand& command, const Scene& scene);
ExitCode run_command(const LadderRemoveCommand& command, const Scene& scene);
ExitCode run_command(const HelpKeysCommand& command, const Scene& scene);

}  // namespace rung::cli
