#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <rung/diagnostic/node.hpp>
#include <rung/ladder/yaml.hpp>

#include "yaml_errors.hpp"

namespace rung {

/// Thrown out of the YAML parser when a limit is passed; the diagnostic is already noted.
struct YamlLimitPassed {};

/// Builds the tree from parser events and notes whatever a Rung file must not contain.
class YamlTreeBuilder final : public YAML::EventHandler {
 public:
  YamlTreeBuilder(const Source& source, const YamlLimits& limits, std::size_t mark_offset)
      : source_(source), limits_(limits), mark_offset_(mark_offset) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  void complain(const YAML::Mark& mark, int length, std::string message, std::string hint);
  void complain(Diagnostic diagnostic);

  /// The byte of the text that `mark` stands for; the start for a mark that says nothing.
  [[nodiscard]] std::size_t offset_of(const YAML::Mark& mark) const {
    return mark_offset_ + static_cast<std::size_t>(std::max(mark.pos, 0));
  }
  [[nodiscard]] const std::optional<QuotedSpan>& last_quoted() const noexcept { return last_quoted_; }

  Node root;
  Diagnostics diagnostics;

 private:
  /// A collection that is still open, and for a map the key that waits for its value.
  struct Level {
    Node node;
    std::optional<Token> key;
    std::set<std::string, std::less<>> keys;
  };

  void check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void count_node(const YAML::Mark& mark);
  void open(const YAML::Mark& mark, Node::Kind kind);
  void close();
  void add(Node node);
  void add_key(Level& level, Node key);
  Node make_node(const YAML::Mark& mark, Node::Kind kind) const;
  Node make_missing(const YAML::Mark& mark) const;

  const Source& source_;
  const YamlLimits& limits_;
  std::size_t mark_offset_;
  std::vector<Level> open_;
  std::optional<QuotedSpan> last_quoted_;
  int nodes_ = 0;
};

}  // namespace rung
