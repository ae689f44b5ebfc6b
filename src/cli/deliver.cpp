#include "deliver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include <rung/error.hpp>
#include <rung/report/compose.hpp>
#include <rung/report/render.hpp>
#include <rung/store/export_file.hpp>
#include <rung/text/ascii.hpp>

#include "programs.hpp"

namespace rung::cli {
namespace {

constexpr int file_width = 80;

struct Extension {
  std::string_view ending;
  Format format;
};

constexpr std::array<Extension, 10> extensions{{{".txt", Format::text},
                                                {".md", Format::markdown},
                                                {".markdown", Format::markdown},
                                                {".html", Format::html},
                                                {".htm", Format::html},
                                                {".json", Format::json},
                                                {".csv", Format::csv},
                                                {".svg", Format::svg},
                                                {".yaml", Format::yaml},
                                                {".yml", Format::yaml}}};

bool is_to_file(const OutputOptions& output) { return !output.file.empty() && output.file != "-"; }

Format format_of_file(const std::string& file) {
  const std::string name = to_lower(file);
  for (const Extension& extension : extensions)
    if (name.ends_with(extension.ending)) return extension.format;
  throw Error(ExitCode::usage, fmt::format("the name `{}` does not tell a format", file),
              "end it in .md, .html, .txt, .json, .csv, .svg or, for a ladder, .yaml; or add --format");
}

void write_file(const Scene& scene, const std::string& file, const std::string& bytes) {
  refuse_answers_as_output(scene, file);
  export_file(scene.ports.files, file, bytes, static_cast<mode_t>(scene.environment.file_mask));
  say(scene, fmt::format("Wrote {}.", file), Style::muted);
}

/// The drawing that belongs to the Markdown file; its name from there. Empty when there is nothing to draw.
std::string write_radar(const Scene& scene, const Report& report, const std::string& file) {
  const Document document = compose(report);
  if (std::none_of(document.begin(), document.end(),
                   [](const Element& element) { return std::holds_alternative<Radar>(element); })) {
    say(scene, "This report has no chart to draw; it is written without one.", Style::warning);
    return {};
  }
  std::filesystem::path drawing(file);
  drawing.replace_filename(drawing.stem().string() + "-radar.svg");
  write_file(scene, drawing.string(), render(document, Format::svg));
  return drawing.filename().string();
}

std::string write_temporary(const Scene& scene, const Report& report) {
  static constexpr std::array<std::string_view, std::variant_size_v<Report>> names{
      "rung-gap-report", "rung-change-report", "rung-history",    "rung-assessments", "rung-ladders",
      "rung-ladder",     "rung-ladder-diff",   "rung-next-level", "rung-health"};
  static_assert(!names.back().empty());
  std::string directory(scene.environment.variable("TMPDIR"));
  if (!directory.starts_with('/')) directory = "/tmp";
  const std::string file = export_private_file(scene.ports.files, directory, std::string(names[report.index()]),
                                               ".html", render(report, Format::html));
  say(scene, fmt::format("Wrote {}.", file), Style::muted);
  return file;
}

void open_in_browser(const Scene& scene, const Report& report, const OutputOptions& output) {
  std::string file = output.file;
  if (is_to_file(output))
    write_file(scene, file, render(report, Format::html));
  else
    file = write_temporary(scene, report);
  if (open_page(scene, std::filesystem::absolute(file).string())) return;
  say(scene, "There is no browser to open it in here: open the file yourself.", Style::warning);
}

}  // namespace

Format choose_format(const OutputOptions& output) {
  Format format = output.open ? Format::html : Format::text;
  if (is_to_file(output) && !output.format) format = format_of_file(output.file);
  if (output.format) format = *output.format;
  if (output.open && (format != Format::html || output.file == "-")) {
    throw Error(ExitCode::usage, "--open shows a page: it goes with HTML in a file alone",
                "leave -o and --format out, or end the name in .html");
  }
  if (output.charts && (format != Format::markdown || !is_to_file(output))) {
    throw Error(ExitCode::usage, "--charts draws beside a Markdown file",
                "add -o FILE.md; an HTML report holds its charts, and -o FILE.svg is one alone");
  }
  return format;
}

void deliver(const Scene& scene, Report report, const OutputOptions& output) {
  const Format format = choose_format(output);
  if (output.disclosure == Disclosure::redacted) report = redact(std::move(report));
  if (output.open) return open_in_browser(scene, report, output);
  if (!is_to_file(output)) {
    const std::string text = render(report, format, {scene.width, scene.out, {}});
    // Whoever names standard output wants it there.
    const bool may_page = format == Format::text && output.paging == Paging::allowed && output.file.empty();
    if (may_page && page(scene, text)) return;
    scene.ports.out(text);
    return;
  }
  RenderOptions options{file_width, Paint{}, {}};
  if (output.charts) options.radar_file = write_radar(scene, report, output.file);
  write_file(scene, output.file, render(report, format, options));
}

void deliver(const Scene& scene, const std::string& bytes, const OutputOptions& output) {
  if (is_to_file(output)) return write_file(scene, output.file, bytes);
  scene.ports.out(bytes);
}

}  // namespace rung::cli
