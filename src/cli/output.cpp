#include "output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/report/render.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/export_file.hpp>
#include <rung/store/log_file.hpp>
#include <rung/store/own_rooms.hpp>
#include <rung/text/alternatives.hpp>
#include <rung/text/ascii.hpp>

#include "messages.hpp"
#include "programs.hpp"

namespace rung::cli {
namespace {

constexpr int file_width = 80;

// What no row names is no format of a report: `jsonl`, of which the command takes care itself.
std::optional<Format> format_named(std::string_view name) {
  for (const FormatRow& row : formats())
    if (row.name == name) return row.format;
  return std::nullopt;
}

/// The name of the format that `word` names, which may be an ending of its files. What is neither stays as it is.
std::string complete_format_name(const std::string& word) {
  const std::string ending = fmt::format(".{}", word);
  for (const FormatRow& row : formats())
    if (row.name == word || std::find(row.endings.begin(), row.endings.end(), ending) != row.endings.end())
      return std::string(row.name);
  return word;
}

std::string read_format_name(const std::string& word, const std::vector<std::string>& formats) {
  std::string name = complete_format_name(to_lower(word));
  if (std::find(formats.begin(), formats.end(), name) != formats.end()) return name;
  const std::string hint = did_you_mean(name, formats);
  throw Error(ExitCode::usage, fmt::format("--format cannot be `{}` here", word),
              hint.empty() ? fmt::format("use {}", list_alternatives(formats)) : hint);
}

Format format_of_file(const std::string& file) {
  const std::string name = to_lower(file);
  for (const FormatRow& row : formats())
    for (const std::string_view ending : row.endings)
      if (!ending.empty() && name.ends_with(ending)) return row.format;
  throw Error(ExitCode::usage, fmt::format("the ending of `{}` is not that of a format", file),
              "add --format, or end the name as `rung help formats` shows, such as .md or .html");
}

/// One page for each report, so that the notes of a report are not left behind in more and more files.
/// How a report is drawn into a file. What fits a screen is for a terminal alone.
RenderOptions drawing_of_file(const OutputOptions& output) {
  return {file_width, Paint{}, output.extent == Extent::packet ? Extent::packet : Extent::full};
}

std::string write_page(const Scene& scene, const Report& report, const OutputOptions& output) {
  const std::string file =
      export_private_file(scene.ports.files, require_home(scene).pages(), fmt::format("{}.html", file_stem_of(report)),
                          render(report, Format::html, drawing_of_file(output)));
  say(scene, fmt::format("Wrote {}.", file), Style::muted);
  return file;
}

void open_in_browser(const Scene& scene, const Report& report, const OutputOptions& output) {
  std::string file = output.file;
  if (is_standard_output(file))
    file = write_page(scene, report, output);
  else
    write_result(scene, file, render(report, Format::html, drawing_of_file(output)));
  if (open_page(scene, std::filesystem::absolute(file).string())) return;
  say(scene, "There is no browser to open it in here: open the file yourself.", Style::warning);
}

}  // namespace

std::vector<std::string> formats_and(std::initializer_list<const char*> more) {
  std::vector<std::string> names;
  for (const FormatRow& row : formats())
    if (row.offer == Offer::always) names.emplace_back(row.name);
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

void open_option(Options& options, OutputOptions& output) {
  options.flag("--open", output.opening, Opening::browser, "Write HTML and open it in a browser");
}

void redact_option(Options& options, OutputOptions& output) {
  options.flag("--redact", output.disclosure, Disclosure::redacted, "Leave out notes, evidence, and reasons");
}

void no_pager_option(Options& options, OutputOptions& output) { declare_paging(options, output.paging); }

void declare_paging(Options& options, Paging& paging) {
  options.flag("--no-pager", paging, Paging::off, "Never use a pager");
}

void declare_output(Options& options, OutputOptions& output, const std::vector<std::string>& formats,
                    std::initializer_list<OutputOption> others) {
  options.section("Output");
  options.text(
      "--format FORMAT", fmt::format("Use {}", list_alternatives(formats)),
      [&output, formats](const std::string& word) { output.named = read_format_name(word, formats); }, formats);
  options.flag("--json", output.format, std::optional(Format::json), "Short for --format json");
  options.check([&output] {
    if (output.named.empty()) return;
    if (output.format && output.named != "json")
      throw Error(ExitCode::usage, fmt::format("--json and --format {} contradict each other", output.named),
                  "leave one of them out");
    output.format = format_named(output.named);
  });
  declare_file(options, output.file, "Write to FILE; its ending chooses the format");
  for (const OutputOption other : others) other(options, output);
}

void declare_file(Options& options, std::string& file, const std::string& help) {
  options.value("-o,--output FILE", file, help)->check(needs_something());
}

void declare_force(Options& options, Existing& existing) {
  options.flag("--force", existing, Existing::replace, "Replace a file that exists");
}

bool is_standard_output(const std::string& file) { return file.empty() || file == "-"; }

Format choose_format(const OutputOptions& output) {
  const bool is_opened = output.opening == Opening::browser;
  Format format = is_opened ? Format::html : Format::text;
  if (output.format)
    format = *output.format;
  else if (!is_standard_output(output.file))
    format = format_of_file(output.file);
  if (is_opened && (format != Format::html || output.file == "-"))
    throw Error(ExitCode::usage, "--open needs an HTML file", "leave out -o and --format, or end the name in .html");
  return format;
}

void deliver(const Scene& scene, Report report, const OutputOptions& output) {
  const Format format = choose_format(output);
  if (output.disclosure == Disclosure::redacted) report = redact(std::move(report));
  if (output.opening == Opening::browser) return open_in_browser(scene, report, output);
  if (is_standard_output(output.file)) {
    // Other forms are for files, wherever they go.
    const Extent extent = format == Format::text ? output.extent : drawing_of_file(output).extent;
    const std::string text = render(report, format, {scene.width, scene.out, extent});
    // A dash names standard output: it is wanted there.
    const bool may_page = format == Format::text && output.paging == Paging::allowed && output.file.empty();
    if (may_page && page(scene, text)) return;
    return scene.ports.out(text);
  }
  write_result(scene, output.file, render(report, format, drawing_of_file(output)));
}

void write_result(const Scene& scene, const std::string& file, const std::string& bytes, Existing existing) {
  if (is_standard_output(file)) return scene.ports.out(bytes);
  refuse_own_files_as_output(scene, file);
  const auto mask = static_cast<mode_t>(scene.environment.file_mask);
  if (existing == Existing::replace)
    export_file(scene.ports.files, file, bytes, mask);
  else
    export_file(scene.ports.files, file, bytes, mask, existing);
  say(scene, fmt::format("Wrote {}.", file), Style::muted);
}

void refuse_existing(const std::string& file, Existing existing) {
  if (is_standard_output(file) || existing == Existing::replace) return;
  std::error_code ignored;
  const auto status = std::filesystem::symlink_status(file, ignored);
  const bool is_there = std::filesystem::exists(status) && !std::filesystem::is_character_file(status) &&
                        !std::filesystem::is_fifo(status);
  if (!is_there) return;
  throw Error(ExitCode::bad_input, fmt::format("{} already exists; nothing was written", file),
              "choose another name, or add --force to replace it");
}

void refuse_own_files_as_output(const Scene& scene, const std::string& file) {
  if (const auto room = find_own_room(scene.ports.files, scene.home, file)) {
    throw Error(ExitCode::usage, fmt::format("cannot write {}: Rung keeps its own files in {}", file, room->path),
                room->holds_ladders ? "write the file somewhere else, then run `rung ladder add FILE`"
                                    : "write the file somewhere else");
  }
  if (is_log_file(scene.ports.files, scene.home, file))
    throw Error(ExitCode::usage, fmt::format("{} is the log", file), "write the file somewhere else");
  if (holds_assessment(scene.ports.files, file))
    throw Error(ExitCode::usage, fmt::format("{} holds an assessment", file), "write the file somewhere else");
}

}  // namespace rung::cli
