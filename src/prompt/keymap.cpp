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

/// What a key means: a digit rates, a mark answers, any other key is looked up in the table.
std::optional<Action> read_key(const Form& form, char key) {
  if (is_digit(key)) return Rate{key - '0'};
  for (std::size_t mark = 0; mark < form.marks.size(); ++mark) {
    if (form.marks[mark].key != key) continue;
    if (form.marks[mark].asks_reason == AsksReason::yes) return BeginEntry{EntryKind::reason, mark};
    return GiveMark{mark, {}};
  }
  for (const Binding& binding : keymap())
    if (binding.key == key) return binding.action;
  return std::nullopt;
}

Action explain_unknown(const std::string& typed) {
  return Explain{fmt::format("{} is not a key here; ? lists them.", typed), Bell::rings};
}

std::optional<Action> read_pressed(KeyName key) {
  switch (key) {
    case KeyName::enter: return Keep{};
    case KeyName::backspace: return Back{};
    case KeyName::end_of_input: return Quit{};
    case KeyName::escape:
    case KeyName::erase_line:
    case KeyName::erase_word:
    case KeyName::tab:
    case KeyName::other: break;
  }
  return std::nullopt;
}

Action take_text(EntryKind kind, std::size_t mark, std::string text) {
  switch (kind) {
    case EntryKind::reason: return GiveMark{mark, std::move(text)};
    case EntryKind::remark: return AddRemark{std::move(text)};
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
    return Explain{"The terminal cut that line short. Nothing of it was taken.", Bell::rings};
  const auto characters = static_cast<std::size_t>(count_characters(line.text));
  if (characters > max_line_characters) return Explain{explain_too_long(characters), Bell::rings};
  return std::nullopt;
}

/// Whether a mark or the kind of the form leaves the key without its usual meaning.
bool is_taken(const Form& form, const Binding& binding) {
  const bool lists_offers = std::holds_alternative<ShowOffers>(binding.action);
  return (lists_offers && form.words.offers.empty()) ||
         std::any_of(form.marks.begin(), form.marks.end(),
                     [&binding](const Mark& mark) { return mark.key == binding.key; });
}

std::string describe_binding(const Form& form, const Binding& binding) {
  std::string text(binding.description);
  if (adds_remark(binding)) text = fmt::format("add a line of {}", form.remark_label);
  return binding.also.empty() ? text : fmt::format("{} (also {})", text, binding.also);
}

}  // namespace

std::span<const Binding> keymap() {
  static const std::array bindings{
      Binding{'s', Skip{}, KeyPlace::question, "skip", 5, "",
              "go on and leave it as it is: unrated, or the answer that stands"},
      Binding{'=', Accept{}, KeyPlace::question, "accept", 8, "",
              "show the earlier answer; again, accept it with its notes and evidence"},
      Binding{'e', BeginEntry{EntryKind::remark, 0}, KeyPlace::question, "", 3, "",
              "add a line of text to this question"},
      Binding{'E', BeginEditing{}, KeyPlace::question, "", 0, "", "write or change that text in your editor"},
      Binding{'l', ShowOffers{}, KeyPlace::question, "log", 6, "",
              "list the log entries that fit; a digit attaches one"},
      Binding{'f', Finish{}, KeyPlace::review, "finish", 9, "", "finish, in the closing review"},
      Binding{'b', Back{}, KeyPlace::both, "back", 4, "Backspace",
              "back to the question before; its answer stands until you change it"},
      Binding{'u', NextUnrated{}, KeyPlace::both, "", 2, "", "to the next unrated question"},
      Binding{'g', BeginEntry{EntryKind::go_to, 0}, KeyPlace::both, "", 0, "", "to a question by its number"},
      Binding{'/', BeginEntry{EntryKind::search, 0}, KeyPlace::both, "", 0, "",
              "to the next question that mentions a text"},
      Binding{'p', ShowOverview{}, KeyPlace::both, "", 0, "", "how far you are"},
      Binding{'x', Clear{}, KeyPlace::question, "", 0, "", "take the answer back: unrated again"},
      Binding{'?', ShowDetails{}, KeyPlace::both, "more", 9, "",
              "what each answer means, what helps to answer, and these keys"},
      Binding{'q', Quit{}, KeyPlace::both, "quit", 9, "Ctrl-D", "leave; the next time goes on from here"},
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
    keys.push_back({"Enter", "keep the answer that stands; without one it answers nothing"});
  }
  for (const Binding& binding : keymap())
    if (!is_taken(form, binding) &&
        (place == KeyPlace::both || binding.place == KeyPlace::both || binding.place == place))
      keys.push_back({std::string(1, binding.key), describe_binding(form, binding)});
  return keys;
}

std::vector<KeyTable> list_all_keys(const Form& form) {
  return {{"At a question and in the review", list_keys(form, KeyPlace::both)},
          {"While a line is typed",
           {{"Enter", "take the line; an empty one cancels"},
            {"Escape", "cancel"},
            {"Backspace", "erase the last character"},
            {"Ctrl-W", "erase the last word"},
            {"Ctrl-U", "erase the line"},
            {"Ctrl-D", "leave, when nothing is typed yet"},
            {"a paste", "comes in whole, line breaks as spaces"}}},
          {"At any time, but while your editor runs",
           {{"Ctrl-C", "end at once; what was shown as saved is on the disk"},
            {"Ctrl-Z", "stop; fg comes back and prints the question again"}}}};
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
    return Explain{fmt::format("A paste answers nothing; press e first to add it as {}.", form.remark_label),
                   Bell::rings};
  if (const auto* line = std::get_if<TypedLine>(&event)) return read_command(form, *line);
  if (std::holds_alternative<Resumed>(event)) return ShowAgain{};
  if (std::holds_alternative<EndOfInput>(event)) return Quit{};
  return std::nullopt;
}

std::optional<Action> read_attaching(const Event& event) {
  if (const auto* typed = std::get_if<Typed>(&event)) {
    if (typed->character == U'q') return Quit{};
    if (typed->character >= U'1' && typed->character <= U'9') return Attach{static_cast<int>(typed->character - U'0')};
    return Cancel{};
  }
  if (const auto* line = std::get_if<TypedLine>(&event)) {
    const std::string_view text = trim(line->text);
    if (text == "q") return Quit{};
    return text.size() == 1 && is_digit(text.front()) ? Action(Attach{text.front() - '0'}) : Action(Cancel{});
  }
  if (const auto* pressed = std::get_if<Pressed>(&event))
    return pressed->key == KeyName::end_of_input ? Action(Quit{}) : Action(Cancel{});
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
