#pragma once

#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "scene.hpp"

#include <rung/report/render.hpp>
#include <rung/report/report.hpp>
#include <rung/store/export_file.hpp>

namespace rung::cli {

/// Whether a text that is longer than the screen may be shown in a pager.
enum class Paging { off, allowed };

/// Whether a report is opened in a browser; without a file, as a page in the data directory.
enum class Opening { none, browser };

/// Where a result goes and in which form.
struct OutputOptions {
  std::string named;             ///< the format as --format names it; empty: not given
  std::optional<Format> format;  ///< absent: by the file's extension, else text
  std::string file;              ///< empty or `-`: standard output
  Disclosure disclosure = Disclosure::full;
  Paging paging = Paging::allowed;
  Opening opening = Opening::none;
  Extent extent = Extent::full;  ///< of a text on standard output
};

/// The formats of every report, and `more`, as --format names them.
std::vector<std::string> formats_and(std::initializer_list<const char*> more = {});

/// Options that only some results have; each declares itself.
using OutputOption = void (*)(Options& options, OutputOptions& output);
void open_option(Options& options, OutputOptions& output);
void redact_option(Options& options, OutputOptions& output);
void no_pager_option(Options& options, OutputOptions& output);
void declare_paging(Options& options, Paging& paging);

/// Declares --format, --json, -o and, in their order, `others`, under a heading of their own.
void declare_output(Options& options, OutputOptions& output, const std::vector<std::string>& formats,
                    std::initializer_list<OutputOption> others = {});
void declare_file(Options& options, std::string& file,
                  const std::string& help = "Write to FILE, not to standard output");
void declare_force(Options& options, Existing& existing);

/// Whether that is standard output: empty or `-`.
bool is_standard_output(const std::string& file);

/// The format that `output` asks for: its own, else by the file's extension, else text. Throws Error(usage) when the
/// extension names none, or when the other options do not go with it.
Format choose_format(const OutputOptions& output);

/// Renders `report`, redacted if asked for, and writes it where `output` says: to a file, to standard output, through a
/// pager if it is longer than the screen, or as a page in a browser. Throws Error(usage) as choose_format does, and
/// Error when it cannot be written.
void deliver(const Scene& scene, Report report, const OutputOptions& output);

/// Writes `bytes` to `file`, and says so; or to standard output. Throws Error when that fails.
void write_result(const Scene& scene, const std::string& file, const std::string& bytes,
                  Existing existing = Existing::replace);

/// Throws Error(bad_input) when `file` is there already and may not be replaced: asked of all files before the first
/// one is written. Standard output is never refused.
void refuse_existing(const std::string& file, Existing existing);

/// Throws Error(usage) if `file` is in a directory that only Rung writes to, or holds an assessment: a report must not
/// replace what it is made from.
void refuse_own_files_as_output(const Scene& scene, const std::string& file);

}  // namespace rung::cli
