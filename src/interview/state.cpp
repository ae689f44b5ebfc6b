#include <rung/interview/state.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include <rung/interview/form.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

Response to_response(const Answer& answer) {
  Response response;
  if (const auto value = rated_value(answer.rating))
    response = with_choice({}, *value);
  else if (const auto* not_applicable = std::get_if<NotApplicable>(&answer.rating))
    response = with_mark({}, not_applicable_mark, not_applicable->reason);
  else if (std::holds_alternative<NoOpportunity>(answer.rating))
    response = with_mark({}, no_opportunity_mark, {});
  response.remarks = list_remarks(answer);
  response.origin = AnswerOrigin::before;
  return response;
}

Rating to_rating(const Response& response) {
  if (response.choice) return Rated{*response.choice};
  if (response.mark == not_applicable_mark) return NotApplicable{response.reason};
  if (response.mark == no_opportunity_mark) return NoOpportunity{};
  return Unrated{};
}

/// Whether the response, which gives the rating that `answer` has, came about otherwise than the answer.
bool is_answered_anew(const Response& response, const Answer& answer) {
  const bool is_typed = answer.origin == Origin::asked || answer.origin == Origin::given;
  if (response.origin == AnswerOrigin::accepted) return answer.origin != Origin::accepted;
  return response.origin == AnswerOrigin::typed && !is_typed;
}

/// What turns remarks into evidence.
struct RemarkReader {
  Date today{};  ///< the day of evidence without a date
  const KnownEvidence& known;

  [[nodiscard]] std::optional<Evidence> read(const std::string& remark) const {
    const auto found = known.find(remark);
    return found == known.end() ? read_evidence(remark, today) : found->second;
  }
};

void add_remark(Answer& answer, const std::string& remark, const RemarkReader& reader) {
  if (const auto evidence = reader.read(remark)) {
    answer.evidence.push_back(*evidence);
    return;
  }
  if (!answer.note.empty() && !answer.note.ends_with('\n')) answer.note += '\n';
  answer.note += remark;
}

/// The evidence that `remark` is: one of `known`, or what it reads as.
std::optional<Evidence> find_evidence(const std::vector<Evidence>& known, const std::string& remark,
                                      const RemarkReader& reader) {
  // A line that was typed without a date got one from the day on which it was typed.
  const auto is_it = [&remark](const Evidence& evidence) {
    const auto read = read_evidence(remark, evidence.on);
    return write_evidence(evidence) == remark ||
           (read && read->on == evidence.on && read->text == evidence.text && read->links == evidence.links);
  };
  for (const Evidence& evidence : known)
    if (is_it(evidence)) return evidence;
  return reader.read(remark);
}

/// Makes `remarks`, and no other lines, the note and the evidence. A line that already is evidence stays that evidence.
void set_remarks(Answer& answer, const std::vector<std::string>& remarks, const RemarkReader& reader) {
  const std::vector<Evidence> known = std::exchange(answer.evidence, {});
  std::string note;
  bool is_after_evidence = false;
  for (const std::string& remark : remarks) {
    if (const auto evidence = find_evidence(known, remark, reader)) {
      answer.evidence.push_back(*evidence);
      is_after_evidence = true;
      continue;
    }
    // Where evidence leaves the note, the blank lines around it would double.
    if (remark.empty() && is_after_evidence && (note.empty() || note.ends_with("\n\n"))) continue;
    note.append(remark).push_back('\n');
    is_after_evidence = false;
  }
  while (note.ends_with('\n')) note.pop_back();
  answer.note = std::move(note);
}

/// If lines were only added, the old ones stay exactly as they are, including blanks at their ends.
void take_remarks(Answer& answer, const std::vector<std::string>& remarks, const RemarkReader& reader) {
  const std::vector<std::string> known = list_remarks(answer);
  const auto added = remarks.begin() + static_cast<std::ptrdiff_t>(std::min(known.size(), remarks.size()));
  const bool are_only_added = known.size() <= remarks.size() && std::equal(known.begin(), known.end(), remarks.begin());
  // A blank line among the added ones belongs to the note, which may not come last.
  if (!are_only_added || std::find(added, remarks.end(), "") != remarks.end())
    set_remarks(answer, remarks, reader);
  else
    for (auto remark = added; remark != remarks.end(); ++remark) add_remark(answer, *remark, reader);
}

/// What was answered unasked is asked from now on, and so is a carried answer that was cleared: resuming would carry it
/// again.
void ask_answered(Assessment& draft, const Answer& before, const Answer& after) {
  const bool is_answered = after.rating != before.rating || after.origin != before.origin;
  if (!is_answered || is_asked(draft, after.behavior)) return;
  std::vector<std::string>& asked = *draft.asked;
  const auto is_before = [&draft](const std::string& a, const std::string& b) {
    return find_answer(std::as_const(draft), a) < find_answer(std::as_const(draft), b);
  };
  asked.insert(std::upper_bound(asked.begin(), asked.end(), after.behavior, is_before), after.behavior);
}

}  // namespace

std::vector<std::string> list_remarks(const Answer& answer) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < answer.note.size()) {
    const std::size_t end = std::min(answer.note.find('\n', begin), answer.note.size());
    std::string line = answer.note.substr(begin, end - begin);
    if (!is_blank(line))
      lines.push_back(std::move(line));
    else if (!lines.empty())
      lines.emplace_back();
    begin = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  for (const Evidence& evidence : answer.evidence) lines.push_back(write_evidence(evidence));
  return lines;
}

State make_state(const Form& form, const Assessment& draft) {
  assert(form.questions.size() == draft.answers.size());
  std::vector<Response> responses;
  responses.reserve(draft.answers.size());
  std::optional<std::size_t> last;
  for (const Answer& answer : draft.answers) {
    const bool is_later =
        answer.answered_at && (!last || draft.answers[*last].answered_at->at <= answer.answered_at->at);
    responses.push_back(to_response(answer));
    if (is_later && is_answered(responses.back()) && is_asked(draft, answer.behavior)) last = responses.size() - 1;
  }
  return resume_form(form, std::move(responses), last);
}

Assessment apply_state(Assessment base, const State& state, Timestamp now, const KnownEvidence& known) {
  assert(state.responses.size() == base.answers.size());
  for (std::size_t index = 0; index < base.answers.size(); ++index) {
    const Response& response = state.responses[index];
    Answer answer = base.answers[index];
    answer.rating = to_rating(response);
    // Typing the rating that was carried is an answer; adding a note to it is not.
    if (answer.rating != base.answers[index].rating || is_answered_anew(response, answer)) {
      answer.origin = response.origin == AnswerOrigin::accepted ? Origin::accepted : Origin::asked;
      answer.from.reset();
    }
    take_remarks(answer, response.remarks, {evidence_day(base, now), known});
    if (answer != base.answers[index]) {
      answer.answered_at = now;
      ask_answered(base, base.answers[index], answer);
      base.answers[index] = std::move(answer);
    }
  }
  return base;
}

}  // namespace rung
