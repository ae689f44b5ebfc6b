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

enum class Command {
  skip,
  accept,
  remark,
  edit,
  back,
  next_unrated,
  go_to,
  search,
  overview,
  clear,
  details,
  finish,
  quit
};

/// Where a key is offered.
enum class Place { question, review, both };

/// One row of the table that reading keys, the key line, the list of keys and the documentation are made from. The
/// digits and the marks of the form come on top.
struct Binding {
  char key = 0;
  Command command = Command::skip;
  Place place = Place::both;
  std::string_view label;        ///< for the key line; empty when it is only listed
  int importance = 0;            ///< the key line drops the lowest first where there is no room
  std::string_view also;         ///< other keys that do the same, in words; may be empty
  std::string_view description;  ///< what it does
};

std::span<const Binding> keymap();

/// A key and what it does, in words.
struct KeyHelp {
  std::string key;
  std::string description;

  friend bool operator==(const KeyHelp&, const KeyHelp&) = default;
};

/// Every key that works there, the digits and the marks of the form first.
std::vector<KeyHelp> list_keys(const Form& form, Place place);

/// Keys that belong together.
struct KeyTable {
  std::string title;
  std::vector<KeyHelp> keys;
};

/// Every key there is: at a question and in the review, while a line is typed, and at any time.
std::vector<KeyTable> list_all_keys(const Form& form);

/// What an event means while a question or the review waits: in Mode::asking and Mode::reviewing. Nothing when it means
/// nothing and deserves no word. Interrupted is the caller's and means nothing here.
std::optional<Action> read_event(const Form& form, const Event& event);

/// What a whole typed line means there: `3`, `n reason`, `e text`, `g 7`, `/word`, or any single key.
Action read_command(const Form& form, const TypedLine& line);

/// What an accepted line means in Mode::entering. A line that is too long or was cut is explained and asked for again.
Action read_entry(const Entry& entry, const TypedLine& line);

}  // namespace rung
