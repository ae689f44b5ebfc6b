#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <rung/prompt/event.hpp>
#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/prompt/update.hpp>

namespace rung {

/// Where a key works.
enum class KeyPlace { question, review, both };

/// One row of the table behind reading keys, the key line, the list of keys, and the documentation. The digits and the
/// marks of a form come on top.
struct Binding {
  char key = 0;
  Action action = Skip{};
  KeyPlace place = KeyPlace::both;
  std::string_view label;        ///< see label_of
  int importance = 0;            ///< the key line drops the lowest first when room is short
  std::string_view also;         ///< other keys that do the same, in words; may be empty
  std::string_view description;  ///< what it does
};

std::span<const Binding> keymap();

/// The label of the key on the key line of `form`; empty if it is only listed.
std::string label_of(const Form& form, const Binding& binding);

/// A key and what it does, in words.
struct KeyHelp {
  std::string key;
  std::string description;
};

/// Every key that works there, the digits and the marks of the form first.
std::vector<KeyHelp> list_keys(const Form& form, KeyPlace place);

/// Keys that belong together.
struct KeyTable {
  std::string title;
  std::vector<KeyHelp> keys;
};

/// Every key: at a question and in the review, while typing a line, and at any time.
std::vector<KeyTable> list_all_keys(const Form& form);

/// What an event means in Mode::asking and Mode::reviewing. Absent if it means nothing and deserves no message.
/// Interrupted is handled by the caller and means nothing here.
std::optional<Action> read_event(const Form& form, const Event& event);

/// What an event means in Mode::attaching: a digit attaches, q leaves, everything else cancels.
std::optional<Action> read_attaching(const Event& event);

/// What an event means in Mode::choosing: a character chooses, everything else goes back to the line.
std::optional<Action> read_choosing(const Event& event);

/// What an event means in Mode::confirming: y finishes, b goes back, q leaves, everything else cancels.
std::optional<Action> read_confirming(const Event& event);

/// What a whole typed line means there: `3`, `n reason`, `e text`, `g 7`, `/word`, or any single key.
Action read_command(const Form& form, const TypedLine& line);

/// What an accepted line means in Mode::entering. A line that is too long or was cut is refused with an explanation,
/// and the entry goes on.
Action read_entry(const LineEntry& entry, const TypedLine& line);

}  // namespace rung
