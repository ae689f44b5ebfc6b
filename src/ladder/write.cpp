#include <rung/ladder/write.hpp>

#include <fmt/format.h>

#include <rung/ladder/defaults.hpp>
#include "yaml_text.hpp"

namespace rung {
namespace {

/// Writes lines at a depth of two spaces each.
class YamlWriter {
 public:
  explicit YamlWriter(const LadderComments& comments) : comments_(comments) {}

  void comment(std::size_t indent, const std::string& text) {
    for (const std::string& line : wrap_yaml_words(text, widest_yaml_line - indent - 2))
      out_ += fmt::format("{}# {}\n", std::string(indent, ' '), line);
  }

  void comment_above(std::size_t indent, const std::string& key) {
    const auto found = comments_.above.find(key);
    if (found != comments_.above.end()) comment(indent, found->second);
  }

  /// `key: text`; nothing when the text is empty.
  void text(std::size_t indent, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    const std::size_t used = indent + key.size() + 2;
    out_ += fmt::format("{}{}: {}\n", std::string(indent, ' '), key, write_yaml_text(value, indent, used));
  }

  /// The first key of a list item, so that its others stand two further in than `indent`.
  void first(std::size_t indent, std::string_view key, std::string_view value) {
    out_ += fmt::format("{}- {}: {}\n", std::string(indent, ' '), key,
                        write_yaml_text(value, indent + 2, indent + key.size() + 4));
  }

  void item(std::size_t indent, std::string_view value) {
    out_ += fmt::format("{}- {}\n", std::string(indent, ' '), write_yaml_text(value, indent, indent + 2));
  }

  void line(std::size_t indent, std::string_view content) {
    out_ += fmt::format("{}{}\n", std::string(indent, ' '), content);
  }

  void blank() { out_ += "\n"; }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  const LadderComments& comments_;
  std::string out_;
};

// Shares are written without an exponent, which the format does not know.
std::string write_share(double share) {
  std::string text = fmt::format("{}", share);
  return text.find('e') == std::string::npos ? text : fmt::format("{:.20f}", share);
}

void write_head(YamlWriter& writer, const Ladder& ladder) {
  writer.line(0, "format: rung-ladder/1");
  writer.text(0, "id", ladder.id);
  writer.text(0, "title", ladder.title);
  writer.text(0, "track", ladder.track);
  writer.text(0, "level", ladder.level);
  writer.text(0, "version", ladder.version);
  writer.text(0, "summary", ladder.summary);
  if (ladder.source == Provenance{}) return;
  writer.line(0, "source:");
  writer.text(2, "title", ladder.source.title);
  writer.text(2, "url", ladder.source.url);
  writer.text(2, "license", ladder.source.license);
}

void write_point(YamlWriter& writer, const ScalePoint& point) {
  std::string flow = fmt::format("- {{value: {}, label: {}", point.value, write_yaml_flow_text(point.label));
  if (!point.anchor.empty()) flow += fmt::format(", anchor: {}", write_yaml_flow_text(point.anchor));
  flow += "}";
  // Bytes are at least characters, so this errs towards the longer form.
  if (flow.size() + 2 <= widest_yaml_line) return writer.line(2, flow);
  writer.line(2, fmt::format("- value: {}", point.value));
  writer.text(4, "label", point.label);
  writer.text(4, "anchor", point.anchor);
}

void write_judgement(YamlWriter& writer, const Ladder& ladder) {
  const bool is_own_scale = ladder.scale != default_scale();
  const bool is_own_target = ladder.target != default_target(ladder.scale);
  Gates gates;
  gates.floor = default_floor(ladder.scale, ladder.target);
  const bool are_own_gates = ladder.gates != gates;
  if (!is_own_scale && !is_own_target && !are_own_gates) return;
  writer.blank();
  if (is_own_scale) {
    writer.line(0, "scale:");
    for (const ScalePoint& point : ladder.scale.points) write_point(writer, point);
  }
  if (is_own_target) writer.line(0, fmt::format("target: {}", ladder.target));
  if (!are_own_gates) return;
  writer.line(0, fmt::format("gates: {{coverage: {}, at_target: {}, pillar_at_target: {}, floor: {}}}",
                             write_share(ladder.gates.coverage), write_share(ladder.gates.at_target),
                             write_share(ladder.gates.pillar_at_target), ladder.gates.floor));
}

void write_terms(YamlWriter& writer, const std::vector<Term>& terms) {
  if (terms.empty()) return;
  writer.blank();
  writer.line(0, "terms:");
  for (const Term& term : terms) {
    writer.first(2, "term", term.term);
    writer.text(4, "meaning", term.meaning);
  }
}

void write_behavior(YamlWriter& writer, const Behavior& behavior) {
  writer.comment_above(10, behavior.key);
  writer.first(10, "id", behavior.id);
  writer.text(12, "text", behavior.text);
  if (!behavior.probes.empty()) {
    writer.line(12, "probes:");
    for (const std::string& probe : behavior.probes) writer.item(14, probe);
  }
  if (behavior.target) writer.line(12, fmt::format("target: {}", *behavior.target));
  if (!behavior.formerly.empty()) {
    writer.line(12, "formerly:");
    for (const std::string& key : behavior.formerly) writer.item(14, key);
  }
  writer.text(12, "source", behavior.source);
}

void write_pillar(YamlWriter& writer, const Pillar& pillar) {
  writer.comment_above(2, pillar.id);
  writer.first(2, "id", pillar.id);
  writer.text(4, "title", pillar.title);
  writer.text(4, "summary", pillar.summary);
  writer.line(4, "responsibilities:");
  for (const Responsibility& responsibility : pillar.responsibilities) {
    writer.comment_above(6, pillar.id + "." + responsibility.id);
    writer.first(6, "id", responsibility.id);
    writer.text(8, "title", responsibility.title);
    writer.text(8, "summary", responsibility.summary);
    writer.line(8, "behaviors:");
    for (const Behavior& behavior : responsibility.behaviors) write_behavior(writer, behavior);
  }
}

}  // namespace

std::string write_ladder(const Ladder& ladder, const LadderComments& comments) {
  YamlWriter writer(comments);
  for (const std::string& text : comments.head) writer.comment(0, text);
  write_head(writer, ladder);
  write_judgement(writer, ladder);
  write_terms(writer, ladder.terms);
  writer.blank();
  writer.line(0, "pillars:");
  for (std::size_t index = 0; index < ladder.pillars.size(); ++index) {
    if (index > 0) writer.blank();
    write_pillar(writer, ladder.pillars[index]);
  }
  return std::move(writer).take();
}

}  // namespace rung
