#include <rung/prompt/keymap.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>

#include <rung/prompt/line_editor.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

bool adds_remark(const Binding& binding) {
  const auto* begin = std::get_if<BeginEntry>(&binding.action);
  return begin != nullptr && begin->kind == EntryKind::remark;
}

/// Whether a mark or the kind of the form leaves the key without its usual meaning.
bool is_taken(const Form& form, const Binding& binding) {
  const bool lists_offers = std::holds_alternative<ShowOffers>(binding.action);
  const bool visits = std::holds_alternative<Visit>(binding.action);
  return (lists_offers && form.words.offers.empty()) || (visits && form.words.visit.empty()) ||
         std::any_of(form.marks.begin(), form.marks.end(),
                     [&binding](const Mark& mark) { return mark.key == binding.key; });
}

/// What a key means: a digit rates, a mark answers, any other key is looked up in the table.
std::optional<Action> read_key(const Form& form, char key) {
  if (is_digit(key)) return Rate{key - '0'};
  for (std::size_t mark = 0; mark < form.marks.size(); ++mark) {
    if (form.marks[mark].key != key) continue;
    if (form.marks[mark].asks_reason == AsksReason::yes) return BeginEntry{EntryKind::reason, mark};
    return GiveMark{mark, {}};
  }
  for (const Binding& binding : keymap())
    if (binding.key == key && !is_taken(form, binding)) return binding.action;
  const bool is_look = second_look_keys.find(key) != std::string_view::npos;
  if (is_look && !form.words.visit.empty()) return Visit{key};
  return std::nullopt;
}

Action explain_unknown(const std::string& typed) {
  return Explain{fmt::format("{} is not a key here.", typed), Bell::rings, KeyLine::shown};
}

std::optional<Action> read_pressed(KeyName key) {
  switch (key) {
    case KeyName::enter: return Keep{};
    case KeyName::backspace: return Back{};
    case KeyName::end_of_input: return Quit{};
    case KeyName::show_again: return ShowAgain{};
    default: return std::nullopt;
  }
}

Action take_text(EntryKind kind, std::size_t mark, std::string text) {
  switch (kind) {
    case EntryKind::reason: return GiveMark{mark, std::move(text)};
    case EntryKind::remark: return AddRemark{std::move(text), {}};
    case EntryKind::go_to: return GoTo{std::move(text)};
    case EntryKind::search: return Search{std::move(text)};
  }
  return Cancel{};
}

/// A key with an argument, such as `n reason`; absent if the key takes none.
std::optional<Action> read_argument(const Form& form, char key, std::string_view argument) {
  const std::optional<Action> action = read_key(form, key);
  if (action && std::holds_alternative<ShowOffers>(*action)) {
    const std::string_view number = trim(argument);
    if (number.size() == 1 && is_digit(number.front())) return Attach{number.front() - '0'};
  }
  const auto* begin = action ? std::get_if<BeginEntry>(&*action) : nullptr;
  if (begin == nullptr) return std::nullopt;
  return take_text(begin->kind, begin->mark, std::string(trim(argument)));
}

std::optional<Action> refuse_long_line(const TypedLine& line) {
  if (line.arrival == Arrival::cut)
    return Explain{"The terminal cut that line short. It was not added.", Bell::rings, KeyLine::hidden};
  const auto characters = static_cast<std::size_t>(count_characters(line.text));
  if (characters > max_line_characters) return Explain{explain_too_long(characters), Bell::rings, KeyLine::hidden};
  return std::nullopt;
}

std::string describe_binding(const Form& form, const Binding& binding) {
  std::string text(binding.description);
  if (adds_remark(binding)) text = fmt::format("add one line of {} or a note", form.remark_label);
  if (std::holds_alternative<Visit>(binding.action)) text = form.words.visit;
  if (form.remark_use == RemarkUse::replaces_text && adds_remark(binding)) text = "change the text";
  if (form.ending == Ending::at_once && std::holds_alternative<Finish>(binding.action)) text = "finish";
  return binding.also.empty() ? text : fmt::format("{} (also {})", text, binding.also);
}

/// The only character of a typed line or key; NUL for everything else. Absent for what is no input.
std::optional<char> read_character(const Event& event) {
  if (const auto* typed = std::get_if<Typed>(&event))
    return typed->character < 0x80 ? static_cast<char>(typed->character) : '\0';
  if (const auto* line = std::get_if<TypedLine>(&event)) {
    const std::string_view text = trim(line->text);
    return text.size() == 1 ? text.front() : '\0';
  }
  if (std::holds_alternative<Pressed>(event) || std::holds_alternative<Pasted>(event)) return '\0';
  return std::nullopt;
}

/// What leaving, stopping, and resizing mean in every mode that waits for one character.
std::optional<Action> read_anywhere(const Event& event) {
  const auto* pressed = std::get_if<Pressed>(&event);
  if (std::holds_alternative<EndOfInput>(event) || (pressed != nullptr && pressed->key == KeyName::end_of_input))
    return Quit{};
  const bool is_redraw = pressed != nullptr && pressed->key == KeyName::show_again;
  if (is_redraw || std::holds_alternative<Resumed>(event) || std::holds_alternative<Resized>(event)) return ShowAgain{};
  return std::nullopt;
}

}  // namespace

std::span<const Binding> keymap() {
  static const std::array bindings{
      Binding{'s', Skip{}, KeyPlace::question, "skip", 5, "", "skip (keeps the current answer)"},
      Binding{'=', Accept{}, KeyPlace::question, "last", 8, "",
              "show the last or suggested answer; again, accept it with its notes and evidence"},
      Binding{'e', BeginEntry{EntryKind::remark, 0}, KeyPlace::question, "", 3, "", ""},
      Binding{'E', BeginEditing{}, KeyPlace::question, "", 0, "", "write in your editor"},
      Binding{'l', ShowOffers{}, KeyPlace::question, "log", 6, "",
              "list the log entries that fit; a digit attaches one"},
      Binding{'f', Finish{}, KeyPlace::both, "finish", 1, "", "go to the review; in the review, finish"},
      Binding{'v', Visit{'v'}, KeyPlace::review, "", 0, "", ""},
      Binding{'b', Back{}, KeyPlace::both, "back", 4, "Backspace", "go back to where you were"},
      Binding{'u', NextUnrated{}, KeyPlace::both, "next unrated", 2, "", "go to the next unrated question"},
      Binding{'g', BeginEntry{EntryKind::go_to, 0}, KeyPlace::both, "go to", 2, "",
              "go to a question by its number, key, or words"},
      Binding{'/', BeginEntry{EntryKind::search, 0}, KeyPlace::both, "", 0, "",
              "search; Enter alone finds the next match"},
      Binding{'p', ShowOverview{}, KeyPlace::both, "", 0, "", "show the progress"},
      Binding{'x', Clear{}, KeyPlace::question, "", 0, "", "clear this answer"},
      Binding{'?', ShowDetails{}, KeyPlace::question, "help", 9, "",
              "show what each answer means here, questions that help, and earlier notes"},
      Binding{'k', ShowKeys{}, KeyPlace::both, "keys", 7, "", "show these keys"},
      Binding{'q', Quit{}, KeyPlace::both, "quit", 9, "Ctrl-D", "save and quit; the next session resumes here"},
  };
  return bindings;
}

std::string label_of(const Form& form, const Binding& binding) {
  return adds_remark(binding) ? form.remark_label : std::string(binding.label);
}

std::vector<KeyHelp> list_keys(const Form& form, KeyPlace place) {
  std::vector<KeyHelp> keys;
  if (place != KeyPlace::review) {
    keys.push_back({describe_values(form), fmt::format("{} with that value and go on", form.words.rate)});
    for (const Mark& mark : form.marks) keys.push_back({std::string(1, mark.key), mark.description});
    keys.push_back({"Enter", "keep the current answer; without one it does nothing"});
  }
  for (const Binding& binding : keymap())
    if (!is_taken(form, binding) &&
        (place == KeyPlace::both || binding.place == KeyPlace::both || binding.place == place))
      keys.push_back({std::string(1, binding.key), describe_binding(form, binding)});
  return keys;
}

std::vector<KeyTable> list_all_keys(const Form& form) {
  return {{"At a question and in the review", list_keys(form, KeyPlace::both)},
          {"While you type a line",
           {{"Enter", "add the line; an empty one cancels"},
            {"Escape", "cancel"},
            {"Left, Right", "move by one character"},
            {"Home, Ctrl-A", "move to the start"},
            {"End, Ctrl-E", "move to the end"},
            {"Backspace", "erase the character before the cursor"},
            {"Delete", "erase the character at the cursor"},
            {"Ctrl-W", "erase the word before the cursor"},
            {"Ctrl-U", "erase everything before the cursor"},
            {"Ctrl-K", "erase everything after the cursor"},
            {"Up, Down", "earlier lines of this session"},
            {"Ctrl-D", "quit, if nothing is typed yet"},
            {"Paste", "inserted as one line"}}},
          {"At any time, except in your editor",
           {{"Ctrl-L", "print the question again"},
            {"Ctrl-C", "end at once; everything shown as saved is on disk"},
            {"Ctrl-Z", "suspend; fg resumes and prints the question again"}}}};
}

std::optional<Action> read_event(const Form& form, const Event& event) {
  if (const auto* typed = std::get_if<Typed>(&event)) {
    if (typed->character < 0x80) {
      if (const auto action = read_key(form, static_cast<char>(typed->character))) return action;
    }
    std::string text;
    append_utf8(text, typed->character);
    return explain_unknown(text == " " ? "Space" : make_visible(text));
  }
  if (const auto* pressed = std::get_if<Pressed>(&event)) return read_pressed(pressed->key);
  if (std::holds_alternative<Pasted>(event))
    return Explain{fmt::format("Pasted text is ignored here. Press e to add it as {}.", form.remark_label), Bell::rings,
                   KeyLine::hidden};
  if (const auto* line = std::get_if<TypedLine>(&event)) return read_command(form, *line);
  return read_anywhere(event);
}

std::optional<Action> read_attaching(const Event& event) {
  if (auto action = read_anywhere(event)) return action;
  const auto character = read_character(event);
  if (!character) return std::nullopt;
  if (*character == 'q') return Quit{};
  return *character >= '1' && *character <= '9' ? Action(Attach{*character - '0'}) : Action(Cancel{});
}

std::optional<Action> read_choosing(const Event& event) {
  if (auto action = read_anywhere(event)) return action;
  if (const auto character = read_character(event)) return Choose{*character};
  return std::nullopt;
}

std::optional<Action> read_confirming(const Event& event) {
  if (auto action = read_anywhere(event)) return action;
  const auto* line = std::get_if<TypedLine>(&event);
  const auto character = line != nullptr && to_lower(trim(line->text)) == "yes" ? 'y' : read_character(event);
  if (!character) return std::nullopt;
  switch (*character) {
    case 'y':
    case 'Y': return Finish{};
    case 'b': return Back{};
    case 'q': return Quit{};
    default: return Cancel{};
  }
}

Action read_command(const Form& form, const TypedLine& line) {
  if (const auto refusal = refuse_long_line(line)) return *refusal;
  const std::string clean = clean_line(line.text);
  const std::string_view text = trim(clean);
  if (text.empty()) return Keep{};
  if (text.size() == 1) {
    if (const auto action = read_key(form, text.front())) return *action;
  } else if (text[1] == ' ' || text.front() == '/' || (text.front() == 'g' && is_digit(text[1]))) {
    if (const auto action = read_argument(form, text.front(), text.substr(1))) return *action;
  }
  return explain_unknown(fmt::format("\"{}\"", clip(text, 20)));
}

Action read_entry(const LineEntry& entry, const TypedLine& line) {
  if (const auto refusal = refuse_long_line(line)) return *refusal;
  return take_text(entry.kind, entry.mark, clean_line(line.text));
}

}  // namespace rung
