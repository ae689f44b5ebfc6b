#include <rung/prompt/keymap.hpp>

#include <algorithm>
#include <array>
#include <string>

#include <rung/prompt/line_editor.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

constexpr std::array bindings{
    Binding{'s', Command::skip, Place::question, "skip", 5, "",
            "go on and leave it as it is: unrated, or the answer that stands"},
    Binding{'=', Command::accept, Place::question, "accept", 8, "", "take over the answer that is suggested"},
    Binding{'e', Command::remark, Place::question, "", 3, "", "add a line of text to this question"},
    Binding{'E', Command::edit, Place::question, "", 0, "", "write or change that text in your editor"},
    Binding{'f', Command::finish, Place::review, "finish", 9, "", "finish, in the closing review"},
    Binding{'b', Command::back, Place::both, "back", 4, "Backspace",
            "back to the question before; its answer stands until you change it"},
    Binding{'u', Command::next_unrated, Place::both, "", 2, "", "to the next unrated question"},
    Binding{'g', Command::go_to, Place::both, "", 0, "", "to a question by its number"},
    Binding{'/', Command::search, Place::both, "", 0, "", "to the next question that mentions a text"},
    Binding{'p', Command::overview, Place::both, "", 0, "", "how far you are"},
    Binding{'x', Command::clear, Place::question, "", 0, "", "take the answer back: unrated again"},
    Binding{'?', Command::details, Place::both, "more", 9, "",
            "what each answer means, what helps to answer, and these keys"},
    Binding{'q', Command::quit, Place::both, "quit", 9, "Ctrl-D", "leave; the next time goes on from here"},
};

Action to_action(Command command) {
  switch (command) {
    case Command::skip:
      return Skip{};
    case Command::accept:
      return Accept{};
    case Command::remark:
      return BeginEntry{EntryKind::remark, 0};
    case Command::edit:
      return BeginEditing{};
    case Command::back:
      return Back{};
    case Command::next_unrated:
      return NextUnrated{};
    case Command::go_to:
      return BeginEntry{EntryKind::go_to, 0};
    case Command::search:
      return BeginEntry{EntryKind::search, 0};
    case Command::overview:
      return ShowOverview{};
    case Command::clear:
      return Clear{};
    case Command::details:
      return ShowDetails{};
    case Command::finish:
      return Finish{};
    case Command::quit:
      return Quit{};
  }
  return ShowAgain{};
}

std::optional<std::size_t> find_mark(const Form& form, char key) {
  for (std::size_t index = 0; index < form.marks.size(); ++index)
    if (form.marks[index].key == key) return index;
  return std::nullopt;
}

const Binding* find_binding(char key) {
  const auto found =
      std::find_if(bindings.begin(), bindings.end(), [key](const Binding& binding) { return binding.key == key; });
  return found == bindings.end() ? nullptr : &*found;
}

std::optional<Action> read_key(const Form& form, char key) {
  if (key >= '0' && key <= '9') return Rate{key - '0'};
  if (const auto mark = find_mark(form, key)) {
    if (form.marks[*mark].asks_reason == AsksReason::yes) return BeginEntry{EntryKind::reason, *mark};
    return GiveMark{*mark, {}};
  }
  if (const Binding* binding = find_binding(key)) return to_action(binding->command);
  return std::nullopt;
}

Action explain_unknown(const std::string& typed) {
  return Explain{typed + " is not a key here; ? lists them.", Bell::rings};
}

std::optional<Action> read_pressed(KeyName key) {
  switch (key) {
    case KeyName::enter:
      return Keep{};
    case KeyName::backspace:
      return Back{};
    case KeyName::end_of_input:
      return Quit{};
    case KeyName::escape:
    case KeyName::erase_line:
    case KeyName::erase_word:
    case KeyName::tab:
    case KeyName::other:
      break;
  }
  return std::nullopt;
}

/// A key with an argument behind it, such as `n reason`; nothing when the key takes none.
std::optional<Action> read_argument(const Form& form, char key, const std::string& argument) {
  if (const auto mark = find_mark(form, key)) {
    if (form.marks[*mark].asks_reason == AsksReason::yes) return GiveMark{*mark, argument};
    return std::nullopt;
  }
  const Binding* binding = find_binding(key);
  if (binding == nullptr) return std::nullopt;
  switch (binding->command) {
    case Command::remark:
      return AddRemark{argument};
    case Command::go_to:
      return GoTo{argument};
    case Command::search:
      return Search{argument};
    default:
      return std::nullopt;
  }
}

std::optional<Action> refuse_long_line(const TypedLine& line) {
  if (line.arrival == Arrival::cut)
    return Explain{"The terminal cut that line short. Nothing of it was taken.", Bell::rings};
  const auto characters = static_cast<std::size_t>(count_characters(line.text));
  if (characters > max_line_characters) return Explain{explain_too_long(characters), Bell::rings};
  return std::nullopt;
}

}  // namespace

std::span<const Binding> keymap() { return bindings; }

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
    return Explain{"A paste answers nothing; press e first to add it as " + form.remark_label + ".", Bell::rings};
  if (const auto* line = std::get_if<TypedLine>(&event)) return read_command(form, *line);
  if (std::holds_alternative<Resumed>(event)) return ShowAgain{};
  if (std::holds_alternative<EndOfInput>(event)) return Quit{};
  return std::nullopt;
}

Action read_command(const Form& form, const TypedLine& line) {
  if (const auto refusal = refuse_long_line(line)) return *refusal;
  const std::string clean = clean_line(line.text);
  const std::string_view text = trim(clean);
  if (text.empty()) return Keep{};
  if (text.size() == 1) {
    if (const auto action = read_key(form, text.front())) return *action;
  } else if (text[1] == ' ' || text.front() == '/' || (text.front() == 'g' && text[1] >= '0' && text[1] <= '9')) {
    if (const auto action = read_argument(form, text.front(), std::string(trim(text.substr(1))))) return *action;
  }
  return explain_unknown("\"" + clip(text, 20) + "\"");
}

Action read_entry(const Entry& entry, const TypedLine& line) {
  if (const auto refusal = refuse_long_line(line)) return *refusal;
  const std::string text = clean_line(line.text);
  switch (entry.kind) {
    case EntryKind::reason:
      return GiveMark{entry.mark, text};
    case EntryKind::remark:
      return AddRemark{text};
    case EntryKind::go_to:
      return GoTo{text};
    case EntryKind::search:
      return Search{text};
  }
  return Cancel{};
}

}  // namespace rung
