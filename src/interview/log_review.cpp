#include <rung/interview/log_review.hpp>

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <rung/assessment/evidence.hpp>
#include <rung/log/typed_entry.hpp>

namespace rung {
namespace {

/// The mark that removes or rejects, as an index into Form::marks.
constexpr std::size_t drop_mark = 0;

Question make_review_question(const Entry& entry) {
  Question question;
  question.text = write_evidence(to_evidence(entry));
  constexpr std::string_view file = "file:";
  const std::string_view source = entry.source;
  if (!source.empty())
    question.hints.push_back(fmt::format("from {}", source.starts_with(file) ? source.substr(file.size()) : source));
  return question;
}

Form make_review_form(ReviewKind kind) {
  Form form;
  const bool is_inbox = kind == ReviewKind::inbox;
  form.title = is_inbox ? "rung log review" : "rung log import";
  form.aside = "saved after every key";
  form.remark_label = "text";
  form.remark_hint = "Change the entry. It may begin with a day.";
  form.choices = {{1, "the first", ""}, {2, "the second", ""}, {3, "the third", ""}};
  if (is_inbox)
    form.marks = {{'x', "remove", "remove the entry from the log", AsksReason::no}};
  else
    form.marks = {{'n', "no", "leave it out, and do not offer it again", AsksReason::no},
                  {'y', "yes", "take it as it is, into the inbox", AsksReason::no}};
  form.sections = {Section{{is_inbox ? "Inbox" : "Candidates"}}};
  form.words = {"tie", is_inbox ? "in the inbox" : "undecided", "", ""};
  form.remark_use = RemarkUse::replaces_text;
  form.ending = Ending::at_once;
  return form;
}

}  // namespace

LogReview::LogReview(const Ladder& ladder, ReviewKind kind, std::vector<Entry> entries,
                     std::vector<std::vector<std::size_t>> fits, Date today)
    : ladder_(ladder),
      begun_(entries),
      entries_(std::move(entries)),
      is_in_log_(entries_.size(), kind == ReviewKind::inbox),
      ties_(entries_.size()),
      today_(today),
      form_(make_review_form(kind)) {
  assert(fits.size() == entries_.size());
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    texts_.push_back(entries_[index].text);
    form_.questions.push_back(make_review_question(entries_[index]));
    offer(index, fits[index]);
  }
}

void LogReview::offer(std::size_t index, const std::vector<std::size_t>& fits) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder_);
  std::vector<Choice> choices;
  ties_[index].clear();
  for (const std::size_t fit : fits) {
    const Behavior& behavior = *behaviors[fit].behavior;
    ties_[index].push_back({ladder_.id, behavior.key});
    choices.push_back({static_cast<int>(choices.size()) + 1, short_name(behavior), behavior.text});
  }
  form_.questions[index].choices = std::move(choices);
}

void LogReview::offer_anew(const State& state, const FindFits& find_fits) {
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    const Response& response = state.responses[index];
    if (response.choice) continue;
    std::string text = apply(begun_[index], index, response).text;
    if (text == texts_[index]) continue;
    offer(index, find_fits(text));
    texts_[index] = std::move(text);
  }
}

State LogReview::start() const {
  std::vector<Response> responses(form_.questions.size());
  for (std::size_t index = 0; index < responses.size(); ++index)
    responses[index].remarks = {form_.questions[index].text};
  return resume_form(form_, std::move(responses));
}

Entry LogReview::apply(const Entry& entry, std::size_t index, const Response& response) const {
  Entry changed = entry;
  std::string line;
  for (const std::string& remark : response.remarks) line.append(line.empty() ? "" : " ").append(remark);
  if (!response.remarks.empty() && line != form_.questions[index].text) {
    if (const auto typed = read_typed_entry(line, {today_, entry.on, false}); typed.entry)
      retype(changed, *typed.entry);
  }
  if (response.choice) changed.behaviors = {ties_[index][static_cast<std::size_t>(*response.choice) - 1]};
  if (response.mark == drop_mark) changed.state = EntryState::removed;
  return changed;
}

std::vector<Entry> LogReview::list_changes(const State& state, Timestamp now) const {
  std::vector<Entry> versions;
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    const Response& response = state.responses[index];
    // A candidate is nowhere until something is decided about it.
    if (!is_in_log_[index] && !is_answered(response)) continue;
    Entry wanted = apply(begun_[index], index, response);
    if (is_in_log_[index] && says_the_same(wanted, entries_[index])) continue;
    wanted.rev = is_in_log_[index] ? entries_[index].rev + 1 : 1;
    wanted.at = now;
    versions.push_back(std::move(wanted));
  }
  return versions;
}

void LogReview::note_saved(const std::vector<Entry>& versions) {
  for (const Entry& version : versions)
    for (std::size_t index = 0; index < entries_.size(); ++index)
      if (entries_[index].id == version.id) {
        entries_[index] = version;
        is_in_log_[index] = true;
      }
}

}  // namespace rung
