#pragma once

#include <string>
#include <string_view>

#include <rung/prompt/update.hpp>

namespace rung {

/// What each action does to the state; `state` has no feedback yet, unless the action is Saved.
class Step {
 public:
  Step(const Form& form, State& state) : form_(form), state_(state) {}

  void operator()(const Rate& rate);
  void operator()(const Skip&);
  void operator()(const Keep&);
  void operator()(const Clear&);
  void operator()(const GiveMark& give);
  void operator()(const Accept&);
  void operator()(const AddRemark& remark);
  void operator()(const BeginEditing&);
  void operator()(const EndEditing& end);

  void operator()(const BeginEntry& begin);
  void operator()(const Cancel&);
  void operator()(const Back&);
  void operator()(const NextUnrated&);
  void operator()(const GoTo& go_to);
  void operator()(const Search& search);
  void operator()(const ShowDetails&) { state_.showing = Showing::details; }
  void operator()(const ShowOverview&) { state_.showing = Showing::overview; }
  void operator()(const ShowAgain&) { state_.showing = Showing::question; }
  void operator()(const Explain& what) { explain(what.message, what.bell); }
  void operator()(const Finish&);
  void operator()(const Quit&);
  void operator()(const Saved& saved);

 private:
  [[nodiscard]] Response& standing() const { return state_.responses[state_.at]; }
  [[nodiscard]] std::string name_of(const BeginEntry& begin) const;
  /// Whether there is a question to answer; says so when there is none.
  bool is_asking();
  void refuse_in_review();

  void echo(std::string text, Style style) { state_.feedback.echo.push_back({std::move(text), style}); }
  void explain(std::string message, Bell bell);
  void answer(Response response);
  void tell_part_done();
  void ask(std::size_t index);
  void review();
  void go_on();
  void leave_entry();
  void leave(Mode how);

  const Form& form_;
  State& state_;
};

}  // namespace rung
