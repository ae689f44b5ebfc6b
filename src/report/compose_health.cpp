#include <fmt/format.h>

#include <rung/text/shell_word.hpp>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

/// So many places in one file are told; `rung ladder check` and the JSON tell the rest.
constexpr std::size_t most_places = 3;

std::string as_sentence(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text.ends_with('.') ? text : text + ".";
}

std::string write_command(const std::vector<std::string>& words) {
  std::string command;
  for (const std::string& word : words) command += (command.empty() ? "" : " ") + shell_word(word);
  return command;
}

/// Below the directory that was looked at; its own path is told once, at the top.
std::string shorten(const std::string& path, const std::string& home) {
  return path.starts_with(home + "/") ? path.substr(home.size() + 1) : path;
}

Item describe_finding(const FileFinding& finding, const std::string& home) {
  Item item;
  item.title = {{shorten(finding.path, home), Tone::strong}};
  item.tags.push_back({std::string(to_string(finding.ailment)), Tone::bad});
  item.details.push_back({{as_sentence(finding.problem)}});
  for (std::size_t index = 0; index < std::min(finding.diagnostics.size(), most_places); ++index) {
    const Diagnostic& diagnostic = finding.diagnostics[index];
    item.details.push_back(
        {{fmt::format("{}:{}: {}", diagnostic.at.line, diagnostic.at.column, diagnostic.message), Tone::muted}});
  }
  if (!finding.remedy.empty()) item.notes.push_back({"To do", {{as_sentence(finding.remedy)}}});
  if (!finding.command.empty()) item.notes.push_back({"Command", {{write_command(finding.command), Tone::key}}});
  return item;
}

}  // namespace

Document compose_health(const HealthReport& report) {
  Document document;
  document.push_back(Heading{1, {{"Doctor"}}});
  const std::string counts = fmt::format("{} · {} · {} of yours", count_of(report.assessments, "finished assessment"),
                                         count_of(report.drafts, "draft"), count_of(report.ladders, "ladder"));
  document.push_back(Facts{{{"Home", {{report.home}}}, {"Looked at", {{counts}}}}});
  if (report.findings.empty()) {
    document.push_back(Paragraph{{{"All is well: ", Tone::good}, {"every file can be used."}}});
    return document;
  }
  document.push_back(
      Heading{2, {{fmt::format("{} to look at", count_of(static_cast<int>(report.findings.size()), "thing"))}}});
  Items items;
  for (const FileFinding& finding : report.findings) items.items.push_back(describe_finding(finding, report.home));
  document.push_back(std::move(items));
  document.push_back(Paragraph{{{"Nothing was changed.", Tone::muted}}});
  return document;
}

}  // namespace rung
