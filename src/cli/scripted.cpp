#include "scripted.hpp"

#include <fmt/format.h>

#include <iterator>

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

class Collected {
 public:
  void add(Parsed<AnswerChanges> parsed) {
    if (parsed) std::move(parsed.value->begin(), parsed.value->end(), std::back_inserter(changes_));
    note(std::move(parsed.diagnostics));
  }

  void add(Parsed<AnswerChange> parsed) {
    if (parsed) changes_.push_back(*std::move(parsed.value));
    note(std::move(parsed.diagnostics));
  }

  AnswerChanges take() {
    if (diagnostics_.empty()) return std::move(changes_);
    throw DiagnosedError("the answers have mistakes; nothing was saved", std::move(diagnostics_));
  }

 private:
  void note(Diagnostics diagnostics) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(diagnostics_));
  }

  AnswerChanges changes_;
  Diagnostics diagnostics_;
};

}  // namespace

AnswerChanges read_answers(const AssessCommand& command, const Scene& scene, const Ladder& ladder) {
  Collected collected;
  for (const std::string& file : command.answers) {
    const std::string text = read_answers_file(scene, file);
    collected.add(parse_answers(text, file == "-" ? std::string("<stdin>") : file, ladder));
  }
  for (const std::string& rating : command.ratings) collected.add(parse_set(rating, ladder));
  for (const std::string& note : command.notes) collected.add(parse_note(note, ladder));
  return collected.take();
}

}  // namespace rung::cli
