#include <algorithm>

#include <fmt/format.h>

#include <rung/text/shell_word.hpp>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// The most places shown per file; `rung ladder check` and the JSON have the rest.
constexpr std::size_t most_places = 3;

std::string as_sentence(std::string words) {
  if (words.empty()) return words;
  if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - ('a' - 'A'));
  if (!words.ends_with('.')) words += '.';
  return words;
}

std::string write_command(const std::vector<std::string>& words) {
  std::string command;
  for (const std::string& word : words) command += fmt::format("{}{}", command.empty() ? "" : " ", shell_word(word));
  return command;
}

/// Relative to the directory that was checked, whose path is shown once, at the top.
std::string shorten(const std::string& path, const std::string& home) {
  return path.starts_with(fmt::format("{}/", home)) ? path.substr(home.size() + 1) : path;
}

Item compose_finding(const FileFinding& finding, const std::string& home) {
  Item item{{text(shorten(finding.path, home), Tone::strong)},
            {{std::string(to_string(finding.ailment)), Tone::bad}},
            {{text(as_sentence(finding.problem))}},
            {},
            {}};
  for (std::size_t index = 0; index < std::min(finding.diagnostics.size(), most_places); ++index) {
    const Diagnostic& diagnostic = finding.diagnostics[index];
    const auto words = fmt::format("{}:{}: {}", diagnostic.at.line, diagnostic.at.column, diagnostic.message);
    item.details.push_back({text(words, Tone::muted)});
  }
  if (!finding.remedy.empty()) item.notes.push_back(fact("To do", as_sentence(finding.remedy)));
  if (!finding.command.empty()) item.notes.push_back(fact("Command", write_command(finding.command), Tone::key));
  return item;
}

}  // namespace

Document compose(const HealthReport& report, Extent /*extent*/) {
  const auto counts =
      fmt::format("{} · {} · {} of yours · {}", count_of(report.assessments, "finished assessment"),
                  count_of(report.drafts, "draft"), count_of(report.ladders, "ladder"),
                  report.entries == 1 ? std::string("1 log entry") : fmt::format("{} log entries", report.entries));
  Document document{heading(1, "Doctor"), Facts{{fact("Home", report.home), fact("Looked at", counts)}}};
  if (report.findings.empty()) {
    document.push_back(Paragraph{{text("All is well: ", Tone::good), text("every file can be used.")}});
    return document;
  }
  document.push_back(heading(2, fmt::format("{} to look at", count_of(report.findings.size(), "thing"))));
  document.push_back(list_items(
      report.findings, [&report](const FileFinding& finding) { return compose_finding(finding, report.home); }));
  document.push_back(paragraph("Nothing was changed.", Tone::muted));
  return document;
}

}  // namespace rung
