#include "given_answers.hpp"

#include <fmt/format.h>

#include <utility>

#include <rung/error.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/durable_file.hpp>

namespace rung::cli {
namespace {

constexpr std::size_t most_bytes = 1U << 20U;

std::string read_answers_file(const Scene& scene, const std::string& file) {
  if (file != "-") {
    auto content = read_regular_file(scene.ports.files, file, most_bytes);
    if (!content)
      throw Error(ExitCode::bad_input, fmt::format("there is no file {}", file),
                  "give --answers the path of a YAML or JSON file");
    return std::move(content->bytes);
  }
  std::string text = scene.ports.in(most_bytes);
  if (text.size() > most_bytes) throw Error(ExitCode::bad_input, "the answers on standard input are larger than 1 MiB");
  return text;
}

}  // namespace

void GivenAnswers::declare(Options& options) {
  options.values("--answers FILE", files, "Read ratings from a YAML or JSON file (- for stdin)");
  options.values("--set KEY=VALUE", ratings, "Rate one behavior (repeatable)");
  options.values("--note KEY=TEXT", notes, "Add a note to one behavior (repeatable)");
  options.values("--evidence KEY=TEXT", evidence, "Add evidence to one behavior (repeatable)");
}

AnswerChanges read_answers(const GivenAnswers& given, const Scene& scene, const Ladder& ladder, Date usual) {
  const EvidenceDays days{usual, date_of(scene.ports.now())};
  AnswerChanges changes;
  Diagnostics diagnostics;
  const auto take = [&diagnostics](auto parsed, const auto& add) {
    if (parsed) add(*parsed.value);
    diagnostics.insert(diagnostics.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
  };
  const auto add_one = [&changes](const AnswerChange& change) { changes.push_back(change); };
  const auto add_all = [&](const AnswerChanges& more) { changes.insert(changes.end(), more.begin(), more.end()); };
  for (const std::string& file : given.files) {
    const std::string text = read_answers_file(scene, file);
    take(parse_answers(text, file == "-" ? std::string("<stdin>") : file, ladder, days), add_all);
  }
  for (const std::string& rating : given.ratings) take(parse_set(rating, ladder), add_one);
  for (const std::string& note : given.notes) take(parse_note(note, ladder), add_one);
  for (const std::string& item : given.evidence) take(parse_evidence(item, ladder, days), add_one);
  if (diagnostics.empty()) return changes;
  throw DiagnosedError("the answers have errors; nothing was saved", std::move(diagnostics));
}

}  // namespace rung::cli
