#include <rung/ladder/write.hpp>

#include <fmt/format.h>

#include <optional>
#include <type_traits>
#include <utility>

#include <rung/ladder/defaults.hpp>
#include <rung/ladder/fields.hpp>

#include "yaml_text.hpp"

namespace rung {
namespace {

// Shares are written without an exponent, because the format does not allow one.
std::string write_number(double share) {
  std::string text = fmt::format("{}", share);
  return text.find('e') == std::string::npos ? text : fmt::format("{:.20f}", share);
}
std::string write_number(int value) { return fmt::format("{}", value); }
std::string write_number(bool value) { return fmt::format("{}", value); }

template <class Threshold>
std::string write_gate(const GateSetting<Threshold>& gate) {
  return gate.threshold ? write_number(*gate.threshold) : write_number(false);
}

/// `{key: value, …}` with the fields that are not empty.
template <class Record>
std::string write_flow(const Record& record) {
  std::string flow;
  visit_fields<Record>([&](const auto& field) {
    const auto& value = record.*field.member;
    if (is_empty(value)) return;
    flow += fmt::format("{}{}: ", flow.empty() ? "" : ", ", field.name);
    if constexpr (is_gate_setting<std::remove_cvref_t<decltype(value)>>)
      flow += write_gate(value);
    else if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
      flow += write_number(value);
    else
      flow += write_yaml_flow_text(value);
  });
  return fmt::format("{{{}}}", flow);
}

/// The parts of the file in order, separated by blank lines.
enum class Section { head, judgment, terms, pillars };

template <class Member>
constexpr Section section_of = std::is_same_v<Member, Scale> || std::is_same_v<Member, int> ||
                                       std::is_same_v<Member, Gates> || std::is_same_v<Member, Neighbors>
                                   ? Section::judgment
                               : std::is_same_v<Member, std::vector<Term>>   ? Section::terms
                               : std::is_same_v<Member, std::vector<Pillar>> ? Section::pillars
                                                                             : Section::head;

/// Writes a ladder by its lists of fields. A level of depth is two spaces; an item of a list takes two levels.
class LadderWriter {
 public:
  LadderWriter(const Ladder& ladder, const LadderComments& comments) : ladder_(ladder), comments_(comments) {}

  std::string write() {
    for (const std::string& text : comments_.head) comment(0, text);
    line(0, fmt::format("format: {}", record_facts<Ladder>.format));
    for (const Section section : {Section::head, Section::judgment, Section::terms, Section::pillars}) {
      const std::size_t before = out_.size();
      visit_fields<Ladder>([&](const auto& field) {
        const auto& value = ladder_.*field.member;
        if (section_of<std::remove_cvref_t<decltype(value)>> == section) write(0, field.name, value);
      });
      if (section != Section::head && out_.size() > before) out_.insert(before, "\n");
    }
    return std::move(out_);
  }

 private:
  void comment(std::size_t indent, const std::string& text) {
    for (const std::string& words : wrap_yaml_words(text, widest_yaml_line - indent - 2))
      line(indent, fmt::format("# {}", words));
  }

  void comment_above(std::size_t indent, const std::string& key) {
    const auto found = comments_.above.find(key);
    if (found != comments_.above.end()) comment(indent, found->second);
  }

  /// The first line of a list item starts with its dash.
  void line(std::size_t indent, std::string_view content) {
    const bool has_dash = std::exchange(is_at_item_, false);
    out_ += fmt::format("{}{}{}\n", std::string(has_dash ? indent - 2 : indent, ' '), has_dash ? "- " : "", content);
  }

  template <class Record>
  void write_fields(std::size_t indent, const Record& record) {
    visit_fields<Record>([&](const auto& field) {
      if (!field.name.empty()) write(indent, field.name, record.*field.member);
    });
  }

  void write(std::size_t indent, std::string_view key, const std::string& text) {
    if (text.empty()) return;
    line(indent, fmt::format("{}: {}", key, write_yaml_text(text, indent, indent + key.size() + 2)));
  }

  void write(std::size_t indent, std::string_view key, const std::optional<int>& value) {
    if (value) line(indent, fmt::format("{}: {}", key, *value));
  }

  /// A number in the ladder itself is its target; a number in a point is its value.
  void write(std::size_t indent, std::string_view key, int value) {
    const bool is_default = indent == 0 && value == default_target(ladder_.scale);
    if (!is_default) write(indent, key, std::optional(value));
  }

  void write(std::size_t indent, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    line(indent, fmt::format("{}:", key));
    for (const std::string& text : texts)
      line(indent + 2, fmt::format("- {}", write_yaml_text(text, indent + 2, indent + 4)));
  }

  void write(std::size_t indent, std::string_view key, const Provenance& source) {
    if (is_empty(source)) return;
    line(indent, fmt::format("{}:", key));
    write_fields(indent + 2, source);
  }

  void write(std::size_t indent, std::string_view key, const Gates& gates) {
    if (is_empty(gates)) return;
    const std::string flow = fmt::format("{}: {}", key, write_flow(gates));
    if (indent + flow.size() <= widest_yaml_line) return line(indent, flow);
    line(indent, fmt::format("{}:", key));
    write_fields(indent + 2, gates);
  }

  void write(std::size_t indent, std::string_view key, const Neighbors& neighbors) {
    if (!is_empty(neighbors)) line(indent, fmt::format("{}: {}", key, write_flow(neighbors)));
  }

  template <class Threshold>
  void write(std::size_t indent, std::string_view key, const GateSetting<Threshold>& gate) {
    if (gate.is_stated) line(indent, fmt::format("{}: {}", key, write_gate(gate)));
  }

  void write(std::size_t indent, std::string_view key, const Scale& scale) {
    if (scale == default_scale()) return;
    line(indent, fmt::format("{}:", key));
    for (const ScalePoint& point : scale.points) {
      const std::string flow = write_flow(point);
      // There are at least as many bytes as characters, so this errs toward the longer form.
      if (flow.size() + 4 <= widest_yaml_line)
        line(indent + 2, fmt::format("- {}", flow));
      else
        write_item(indent + 4, point);
    }
  }

  template <class Item>
  void write(std::size_t indent, std::string_view key, const std::vector<Item>& items) {
    if (items.empty()) return;
    line(indent, fmt::format("{}:", key));
    for (const Item& item : items) {
      if (std::is_same_v<Item, Pillar> && &item != &items.front()) out_ += "\n";
      if constexpr (requires { item.id; }) {
        const std::string parent = std::exchange(key_, key_.empty() ? item.id : fmt::format("{}.{}", key_, item.id));
        comment_above(indent + 2, key_);
        write_item(indent + 4, item);
        key_ = parent;
      } else {
        write_item(indent + 4, item);
      }
    }
  }

  template <class Item>
  void write_item(std::size_t indent, const Item& item) {
    is_at_item_ = true;
    write_fields(indent, item);
  }

  const Ladder& ladder_;
  const LadderComments& comments_;
  std::string out_;
  std::string key_;  ///< of the pillar or responsibility that is being written
  bool is_at_item_ = false;
};

}  // namespace

std::string write_ladder(const Ladder& ladder, const LadderComments& comments) {
  return LadderWriter(ladder, comments).write();
}

}  // namespace rung
