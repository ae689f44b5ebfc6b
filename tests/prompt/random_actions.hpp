#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <rung/prompt/keymap.hpp>
#include <rung/prompt/line_editor.hpp>
#include <rung/prompt/update.hpp>

/// Actions at random; the same ones for the same seed, with every standard library.
class RandomActions {
 public:
  explicit RandomActions(unsigned seed) : numbers_(seed) {}

  /// 0 to `count` - 1.
  std::size_t below(std::size_t count) { return numbers_() % count; }

  /// Any action of all there are, or what a line means that somebody hostile typed.
  rung::Action next(const rung::Form& form, const rung::State& state) {
    if (below(4) > 0) return any_of(form, std::make_index_sequence<std::variant_size_v<rung::Action>>());
    const rung::TypedLine typed{line(), below(10) == 0 ? rung::Arrival::cut : rung::Arrival::whole};
    return state.mode == rung::Mode::entering ? rung::read_entry(state.entry, typed) : rung::read_command(form, typed);
  }

 private:
  template <std::size_t... Index>
  rung::Action any_of(const rung::Form& form, std::index_sequence<Index...> /*all*/) {
    using Maker = rung::Action (*)(RandomActions&, const rung::Form&);
    constexpr std::array<Maker, sizeof...(Index)> makers{[](RandomActions& random, const rung::Form& of) {
      return rung::Action(random.make(of, std::type_identity<std::variant_alternative_t<Index, rung::Action>>()));
    }...};
    return makers[below(makers.size())](*this, form);
  }

  rung::Rate make(const rung::Form& /*form*/, std::type_identity<rung::Rate> /*type*/) {
    return {static_cast<int>(below(12)) - 1};
  }
  rung::Attach make(const rung::Form& /*form*/, std::type_identity<rung::Attach> /*type*/) {
    return {static_cast<int>(below(4))};
  }
  rung::GiveMark make(const rung::Form& form, std::type_identity<rung::GiveMark> /*type*/) {
    return {below(form.marks.size()), clean()};
  }
  rung::AddRemark make(const rung::Form& /*form*/, std::type_identity<rung::AddRemark> /*type*/) {
    return {clean(), {}};
  }
  rung::AskAbout make(const rung::Form& /*form*/, std::type_identity<rung::AskAbout> /*type*/) {
    return {
        {"What is it?", {{'e', "a fact", "2026-03-05 a fact", "fact"}, {'n', "a note", "a note", "note"}}, clean()}};
  }
  rung::Choose make(const rung::Form& /*form*/, std::type_identity<rung::Choose> /*type*/) {
    return {below(2) == 0 ? 'e' : static_cast<char>(below(128))};
  }
  rung::Visit make(const rung::Form& /*form*/, std::type_identity<rung::Visit> /*type*/) {
    return {below(2) == 0 ? 'v' : static_cast<char>('A' + below(10))};
  }
  rung::Explained make(const rung::Form& /*form*/, std::type_identity<rung::Explained> /*type*/) {
    return {{{2, "Another level says: I bake."}}};
  }
  rung::Looked make(const rung::Form& form, std::type_identity<rung::Looked> /*type*/) {
    return {{{'A', "One value for all.", {0, form.questions.size() - 1}}, {'v', "No evidence.", {1}}}};
  }
  rung::BeginEntry make(const rung::Form& form, std::type_identity<rung::BeginEntry> /*type*/) {
    constexpr std::array kinds{rung::EntryKind::reason, rung::EntryKind::remark, rung::EntryKind::go_to,
                               rung::EntryKind::search};
    return {kinds[below(kinds.size())], below(form.marks.size())};
  }
  rung::GoTo make(const rung::Form& form, std::type_identity<rung::GoTo> /*type*/) {
    return {below(3) == 0 ? clean() : std::to_string(below(form.questions.size() + 3))};
  }
  rung::Search make(const rung::Form& /*form*/, std::type_identity<rung::Search> /*type*/) { return {clean()}; }
  rung::Explain make(const rung::Form& /*form*/, std::type_identity<rung::Explain> /*type*/) {
    return {clean(), rung::Bell::silent, rung::KeyLine::hidden};
  }
  rung::Saved make(const rung::Form& /*form*/, std::type_identity<rung::Saved> /*type*/) {
    if (below(3) > 0) return {};
    return {{rung::Saving::failed, below(2) == 0 ? "" : "The disk is full", {}}};
  }
  rung::EndEditing make(const rung::Form& /*form*/, std::type_identity<rung::EndEditing> /*type*/) {
    if (below(4) == 0) return {std::nullopt, clean()};
    std::vector<std::string> lines;
    for (std::size_t count = below(5); count > 0; --count) lines.push_back(below(3) == 0 ? std::string() : clean());
    return {lines, below(2) == 0 ? "" : clean()};
  }
  /// An action that holds nothing. One that holds something needs a `make` of its own.
  template <class Other>
  Other make(const rung::Form& /*form*/, std::type_identity<Other> /*type*/) {
    static_assert(std::is_empty_v<Other>, "say what this action can hold");
    return {};
  }

  std::string clean() { return rung::clean_line(line()); }

  std::string line() {
    static const std::array<std::string, 22> lines{"",
                                                   " ",
                                                   "\t ",
                                                   "bread",
                                                   "  I fed it.  ",
                                                   "2026-03-05 fed it daily",
                                                   "2026-03-05",
                                                   "see https://example.org/a",
                                                   "https://example.org/b",
                                                   "日本の桜 🍰",
                                                   "n we buy it",
                                                   "e https://example.org/c grew",
                                                   "g 2",
                                                   "g99",
                                                   "/bread",
                                                   "4",
                                                   "b",
                                                   "f",
                                                   "\x1b[2J\x1b]0;title\x07",
                                                   "\xff\xfe and \xc3",
                                                   "right\xe2\x80\xae to left\xc2\x9b",
                                                   std::string("a\0b", 3)};
    std::string text = lines[below(lines.size())];
    if (below(4) == 0) text += " " + lines[below(lines.size())];
    return text;
  }

  std::mt19937 numbers_;
};
