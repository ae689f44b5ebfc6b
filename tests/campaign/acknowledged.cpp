#include "campaign/acknowledged.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <rung/assessment/json.hpp>

using namespace rung;

namespace {

std::string say(const Rating& rating) {
  if (const auto value = rated_value(rating)) return fmt::format("{}", *value);
  if (const auto* not_applicable = std::get_if<NotApplicable>(&rating))
    return fmt::format("n/a:{}", not_applicable->reason);
  return std::holds_alternative<NoOpportunity>(rating) ? "no opportunity" : "";
}

/// The id of the behavior; that which has two is called by the first.
std::string name_of_behavior(const std::string& key) {
  const std::string id = key.substr(key.rfind('.') + 1);
  return id == "knead" ? "fold" : id;
}

FoundFile find_answers(const Assessment& assessment) {
  FoundFile file{assessment.label, assessment.rater.name, {}};
  std::vector<Answer> answers = assessment.answers;
  for (const SetAside& aside : assessment.set_aside) answers.push_back(aside.answer);
  for (const Answer& answer : answers) {
    FoundAnswer found{name_of_behavior(answer.behavior), say(answer.rating), answer.note, {}};
    for (const Evidence& evidence : answer.evidence) found.evidence.push_back(evidence.text);
    file.answers.push_back(std::move(found));
  }
  return file;
}

/// What of `claim` none of the answers holds.
std::vector<std::string> list_missing(const Claim& claim, const std::vector<const FoundAnswer*>& answers) {
  std::vector<std::string> missing;
  const auto expect = [&](const std::string& text, const auto& is_in) {
    if (std::none_of(answers.begin(), answers.end(), [&](const FoundAnswer* answer) { return is_in(*answer); }))
      missing.push_back(text);
  };
  const std::string& rating = claim.rating;
  if (!rating.empty()) expect(rating, [&](const FoundAnswer& answer) { return answer.rating == rating; });
  for (const std::string& note : claim.notes)
    expect(note, [&](const FoundAnswer& answer) { return answer.note.find(note) != std::string::npos; });
  for (const std::string& text : claim.evidence)
    expect(text, [&](const FoundAnswer& answer) {
      return std::find(answer.evidence.begin(), answer.evidence.end(), text) != answer.evidence.end();
    });
  return missing;
}

}  // namespace

std::size_t Acknowledged::begin(const std::string& rater, int version) {
  editions_.push_back({fmt::format("sheet {};", editions_.size()), rater, version, {}, false});
  return editions_.size() - 1;
}

std::size_t Acknowledged::begin_again(std::size_t edition) {
  editions_.push_back(editions_[edition]);
  editions_.back().is_replaced = false;
  return editions_.size() - 1;
}

void Acknowledged::add(std::size_t edition, const Input& input, bool is_typed) {
  Claim& claim = editions_[edition].claims[name_of_behavior(input.behavior)];
  switch (input.kind) {
    case Input::Kind::rating: claim.rating = input.text; break;
    case Input::Kind::unrated:
    case Input::Kind::accepted: claim.rating.clear(); break;
    case Input::Kind::note:
      if (!is_typed) claim.notes.clear();
      claim.notes.push_back(input.text);
      break;
    case Input::Kind::evidence: claim.evidence.push_back(input.text); break;
  }
}

std::string Acknowledged::find_unreadable(const Program& program) {
  files_.clear();
  for (const std::string& name : program.files("home")) {
    if (name.find(".json") == std::string::npos) continue;
    const std::string bytes = program.read(fmt::format("home/{}", name));
    const auto [known, is_new] = known_.try_emplace(bytes);
    if (is_new) {
      const auto parsed = parse_assessment(bytes, name);
      if (!parsed) return fmt::format("{} cannot be read: {}", name, parsed.diagnostics.front().message);
      known->second = find_answers(*parsed.value);
    }
    files_.emplace_back(&known->second, name.find(".bak") == std::string::npos ? Backup::no : Backup::yes);
  }
  return {};
}

std::string Acknowledged::find_loss(const Program& program) {
  if (std::string unreadable = find_unreadable(program); !unreadable.empty()) return unreadable;
  for (const Edition& edition : editions_)
    for (const auto& [behavior, claim] : edition.claims) {
      std::vector<const FoundAnswer*> answers;
      for (const auto& [file, backup] : files_) {
        const bool counts = edition.is_replaced || backup == Backup::no;
        if (!counts || file->label != edition.label || file->rater != edition.rater) continue;
        for (const FoundAnswer& found : file->answers)
          if (found.behavior == behavior) answers.push_back(&found);
      }
      if (const auto missing = list_missing(claim, answers); !missing.empty())
        return fmt::format("{} of {}, {}: {}", edition.label, edition.rater, behavior, fmt::join(missing, ", "));
    }
  return {};
}
