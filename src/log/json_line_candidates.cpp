#include "json_line_candidates.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/json_parse.hpp>
#include <rung/log/log.hpp>
#include <rung/text/ascii.hpp>

#include "candidate_record.hpp"

namespace rung {
namespace {

/// Reads one line. Positions are those in the line; `number` is its own.
class JsonLineReader {
 public:
  JsonLineReader(CandidateCollector& collector, std::string_view line, int number)
      : collector_(collector), source_(collector.source().name(), line), number_(number) {}

  void run() {
    Parsed<Node> tree = parse_json(source_, {max_log_line, 32, 5'000});
    if (!tree) return complain(std::move(tree.diagnostics.front()));
    if (tree.value->kind != Node::Kind::map)
      return complain(*tree.value, fmt::format("a line must be an object, not {}", describe(*tree.value)),
                      R"(write it like {"date": "2026-03-14", "text": "…"})");
    if (const Node* format = tree.value->find("format"); format != nullptr && format->scalar.starts_with("rung-log/"))
      return complain(*format, "this is a line of a log, not of an export",
                      "append it to log.jsonl in the data directory");
    CandidateRecord record;
    record.at = {number_, 1};
    for (std::size_t column = 0; column < candidate_column_count; ++column)
      if (!read_value(*tree.value, static_cast<CandidateColumn>(column), record.values.at(column))) return;
    add_record(collector_, record);
  }

 private:
  void complain(Diagnostic problem) {
    problem.at.line = number_;
    problem.related.reset();
    collector_.complain(std::move(problem));
  }

  void complain(const Token& token, std::string message, std::string hint) {
    complain(source_.diagnose(token.at, token.length, std::move(message), std::move(hint)));
  }

  static bool is_text(const Node& node) {
    return node.kind == Node::Kind::scalar && node.spelling == Node::Spelling::quoted;
  }

  /// False if the value is of a wrong type, which is reported.
  bool read_value(const Node& root, CandidateColumn column, std::optional<CandidateValue>& value) {
    for (const std::string_view name : candidate_column_names.at(column)) {
      const Node* node = name.empty() ? nullptr : root.find(name);
      if (node == nullptr || node->kind == Node::Kind::null) continue;
      CandidateValue read{{number_, node->at.column}, {}};
      const bool may_be_list = column > text_column;
      const bool is_list = may_be_list && node->kind == Node::Kind::sequence &&
                           std::all_of(node->items.begin(), node->items.end(), is_text);
      if (!is_list && !is_text(*node)) {
        complain(
            *node,
            fmt::format("`{}` must be text{}, not {}", name, may_be_list ? " or a list of texts" : "", describe(*node)),
            "put it in quotes");
        return false;
      }
      if (is_list)
        for (const Node& item : node->items) read.texts.push_back(item.scalar);
      else if (may_be_list)
        read.texts = split_cell(node->scalar, column);
      else
        read.texts.push_back(node->scalar);
      value = std::move(read);
      return true;
    }
    return true;
  }

  CandidateCollector& collector_;
  Source source_;
  int number_;
};

}  // namespace

void read_json_line_candidates(CandidateCollector& collector) {
  std::string_view rest = collector.source().text();
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_blank(line)) continue;
    if (line.size() > max_log_line)
      collector.complain({number, 1}, "this line is longer than 64 KiB", "split it, or leave fields out");
    else
      JsonLineReader(collector, line, number).run();
  }
}

}  // namespace rung
