#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include <rung/prompt/keymap.hpp>
#include <rung/prompt/line_editor.hpp>
#include <rung/prompt/update.hpp>
#include <rung/prompt/view.hpp>
#include <rung/terminal/key_decoder.hpp>
#include <rung/text/paint.hpp>

#include "fuzz/expect.hpp"
#include "prompt/sample_form.hpp"

using namespace rung;

namespace {

void drain(KeyDecoder& decoder, std::vector<Event>& events) {
  while (auto event = decoder.next()) events.push_back(std::move(*event));
}

void expect_sound(const Form& form, const State& state) {
  fuzz::expect(state.at < form.questions.size(), "the place is that of a question");
  fuzz::expect(state.responses.size() == form.questions.size(), "there is a response for each question");
  for (const Response& response : state.responses) {
    if (response.choice) fuzz::expect(*response.choice >= 1 && *response.choice <= 4, "an answer is on the scale");
    if (response.mark) fuzz::expect(*response.mark < form.marks.size(), "a mark is one of the form's");
    fuzz::expect(!(response.choice && response.mark), "an answer is a choice or a mark");
  }
}

/// Plays events as `run` does, without a screen; each view must be inert and fit.
void play(const Form& form, const std::vector<Event>& events, int width) {
  State state = start_form(form);
  for (const Event& event : events) {
    const auto* typed = std::get_if<Typed>(&event);
    const auto* pressed = std::get_if<Pressed>(&event);
    std::optional<Action> action;
    if (state.mode == Mode::entering) {
      if (const auto* pasted = std::get_if<Pasted>(&event))
        action = read_entry(state.entry, {pasted->text, pasted->arrival});
      if (pressed != nullptr) action = Cancel{};
    } else if (typed != nullptr || pressed != nullptr) {
      action = read_event(form, event);
    }
    if (!action) continue;
    state = update(form, std::move(state), *action);
    expect_sound(form, state);
    for (const Line& line : view(form, state, width))
      fuzz::expect(cell_width(line) <= width, "no line is wider than the screen");
    fuzz::expect(fuzz::is_inert(paint(view(form, state, width), {})), "the screen is inert");
    fuzz::expect(fuzz::is_inert(paint(view_feedback(state, width), {})), "what is said is inert");
  }
}

}  // namespace

/// Any bytes from a terminal, however they are split: the same events, and a prompt that stays sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider provider(data, size);
  const int width = provider.ConsumeIntegralInRange(20, 120);
  const std::size_t piece = provider.ConsumeIntegralInRange<std::size_t>(1, 16);
  const std::string bytes = provider.ConsumeRemainingBytesAsString();
  KeyDecoder whole;
  std::vector<Event> at_once;
  whole.feed(bytes);
  drain(whole, at_once);
  KeyDecoder split;
  std::vector<Event> piecewise;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    split.feed(std::string_view(bytes).substr(at, piece));
    drain(split, piecewise);
  }
  fuzz::expect(at_once == piecewise, "events do not depend on how the bytes come");
  whole.flush();
  drain(whole, at_once);
  play(sample_form(), at_once, width);
  return 0;
}
