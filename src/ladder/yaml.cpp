#include <rung/ladder/yaml.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <rung/diagnostic/node_reader.hpp>

#include "yaml_errors.hpp"
#include "yaml_mask.hpp"

namespace rung {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The end of the scalar that starts at an offset of a YAML text.
struct ScalarExtent {
  std::size_t bytes = 1;
  bool quoted = false;
  bool closed = true;  ///< false for a quoted scalar whose closing quote is missing
};
// In double quotes, a backslash escapes the next character; in single quotes, two quotes are one.
ScalarExtent measure_quoted(std::string_view text, char quote) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return {at + 1, true, true};
      ++at;
    }
  }
  return {1, true, false};
}

/// `decoded` is the parser's value of the scalar at `offset`, which gives the length of a plain scalar.
ScalarExtent measure_scalar(std::string_view text, std::size_t offset, std::string_view decoded) {
  const std::string_view rest = text.substr(std::min(offset, text.size()));
  if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) return measure_quoted(rest, rest.front());
  const std::string_view first_line = decoded.substr(0, decoded.find('\n'));
  const bool verbatim = !first_line.empty() && rest.substr(0, first_line.size()) == first_line;
  return {verbatim ? first_line.size() : 1, false, true};
}

/// Thrown out of the YAML parser if a limit is exceeded; the diagnostic has been added.
struct YamlLimitPassed {};

/// Builds the tree from parser events and reports anything that a Rung file must not contain.
class YamlTreeBuilder final : public YAML::EventHandler {
 public:
  /// `masked` is the text that the parser reads, and `mark_offset` is its offset in the source.
  YamlTreeBuilder(const Source& source, const YamlLimits& limits, std::string_view masked, std::size_t mark_offset)
      : source_(source), limits_(limits), masked_(masked), mark_offset_(mark_offset) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& read) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  void complain(const YAML::Mark& mark, int length, std::string message, std::string hint);
  void complain(Diagnostic diagnostic);

  /// The byte offset of `mark`; 0 for a mark without a position.
  [[nodiscard]] std::size_t offset_of(const YAML::Mark& mark) const {
    return mark_offset_ + static_cast<std::size_t>(std::max(mark.pos, 0));
  }
  [[nodiscard]] const std::optional<QuotedSpan>& last_quoted() const noexcept { return last_quoted_; }

  Node root;
  Diagnostics diagnostics;

 private:
  /// A collection that is still open and, for a map, the key whose value comes next.
  struct Level {
    Node node;
    std::optional<Token> key;
    std::set<std::string, std::less<>> keys;
  };

  void check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void check_beginning(const YAML::Mark& mark, std::string_view plain);
  void count_node(const YAML::Mark& mark);
  void open(const YAML::Mark& mark, Node::Kind kind);
  void close();
  void add(Node node);
  void add_key(Level& level, Node key);
  Node make_node(const YAML::Mark& mark, Node::Kind kind) const;
  Node make_missing(const YAML::Mark& mark) const;

  const Source& source_;
  const YamlLimits& limits_;
  std::string_view masked_;
  std::size_t mark_offset_;
  std::vector<Level> open_;
  std::optional<QuotedSpan> last_quoted_;
  int nodes_ = 0;
};

void YamlTreeBuilder::OnDocumentStart(const YAML::Mark&) {
  root = Node{};
  open_.clear();
}

void YamlTreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  check_properties(mark, {}, anchor);
  count_node(mark);
  add(make_missing(mark));
}

void YamlTreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  complain(mark, 1, "an alias (`*name`) is not allowed", "write the value out; text that begins with `*` needs quotes");
  count_node(mark);
  add(make_node(mark, Node::Kind::null));
}

void YamlTreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                               const std::string& read) {
  check_properties(mark, tag, anchor);
  count_node(mark);
  if (read.size() > limits_.scalar_bytes) {
    complain(mark, 1, fmt::format("this text has {} bytes; at most {} are allowed", read.size(), limits_.scalar_bytes),
             "shorten it");
    throw YamlLimitPassed{};
  }
  const std::size_t begin = offset_of(mark) - mark_offset_;
  const ScalarExtent extent = measure_scalar(masked_, begin, read);
  if (!extent.closed) {
    complain(mark, 1, "the text in quotes that begins here never ends", "add the missing quote");
    throw YamlLimitPassed{};
  }
  if (extent.quoted) last_quoted_ = QuotedSpan{offset_of(mark), offset_of(mark) + extent.bytes};
  Node node = make_node(mark, Node::Kind::scalar);
  // The parser calls every scalar that is not plain `!`: quoted ones and blocks.
  node.spelling = extent.quoted || tag == "!" ? Node::Spelling::quoted : Node::Spelling::plain;
  const std::string_view written = masked_.substr(std::min(begin, masked_.size()), extent.bytes);
  const std::size_t end = offset_of(mark) + std::min(written.find('\n'), written.size());
  node.length = std::max(1, source_.position_of(end).column - node.at.column);
  std::string value = unmask_yaml(read, extent.quoted ? written : std::string_view());
  if (node.spelling == Node::Spelling::plain) check_beginning(mark, value);
  const std::string forbidden = find_forbidden_character(value);
  if (!forbidden.empty()) {
    complain(mark, node.length, fmt::format("this text contains the character {}, which is not allowed", forbidden),
             "remove the escape that stands for it");
  }
  node.scalar = std::move(value);
  add(std::move(node));
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value) {
  check_properties(mark, tag, anchor);
  open(mark, Node::Kind::sequence);
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value) {
  check_properties(mark, tag, anchor);
  open(mark, Node::Kind::map);
}

void YamlTreeBuilder::complain(const YAML::Mark& mark, int length, std::string message, std::string hint) {
  complain(source_.diagnose(source_.position_of(offset_of(mark)), length, std::move(message), std::move(hint)));
}

void YamlTreeBuilder::complain(Diagnostic diagnostic) {
  if (diagnostics.size() < max_diagnostics) diagnostics.push_back(std::move(diagnostic));
}

void YamlTreeBuilder::check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor)
    complain(mark, 1, "an anchor (`&name`) is not allowed", "remove it; text that begins with `&` needs quotes");
  // The parser also reports `!` for a quoted scalar; only the text shows which one it is.
  const bool is_named = !tag.empty() && tag != "?" && tag != "!";
  const bool is_bare = tag == "!" && source_.text().substr(offset_of(mark), 1) == "!";
  if (is_named || is_bare)
    complain(mark, 1, "a tag (`!name`) is not allowed", "remove it; text that begins with `!` needs quotes");
}

void YamlTreeBuilder::check_beginning(const YAML::Mark& mark, std::string_view plain) {
  if (plain.starts_with('#'))
    complain(mark, 1, "text cannot begin with `#`",
             "put the whole text in quotes, or put a space before the `#` if it begins a comment");
  else if (plain.starts_with('%'))
    complain(mark, 1, "text cannot begin with `%`", "put the text in quotes");
}

void YamlTreeBuilder::count_node(const YAML::Mark& mark) {
  if (++nodes_ <= limits_.nodes) return;
  complain(mark, 1, fmt::format("more than {} keys and values", limits_.nodes), "a ladder is smaller than that");
  throw YamlLimitPassed{};
}

void YamlTreeBuilder::open(const YAML::Mark& mark, Node::Kind kind) {
  count_node(mark);
  if (static_cast<int>(open_.size()) >= limits_.depth) {
    complain(mark, 1, fmt::format("nested deeper than {} levels", limits_.depth), {});
    throw YamlLimitPassed{};
  }
  Level level;
  level.node = make_node(mark, kind);
  open_.push_back(std::move(level));
}

void YamlTreeBuilder::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  // A map without braces starts where its first key does; underlining that key shows which map is meant.
  if (node.kind == Node::Kind::map && !node.entries.empty() && node.entries.front().key.at == node.at)
    node.length = node.entries.front().key.length;
  add(std::move(node));
}

void YamlTreeBuilder::add(Node node) {
  if (open_.empty()) {
    root = std::move(node);
    return;
  }
  Level& level = open_.back();
  if (level.node.kind == Node::Kind::sequence)
    level.node.items.push_back(std::move(node));
  else if (level.key)
    level.node.entries.push_back({*std::exchange(level.key, std::nullopt), std::move(node)});
  else
    add_key(level, std::move(node));
}

void YamlTreeBuilder::add_key(Level& level, Node key) {
  if (diagnostics.size() < max_diagnostics) {
    if (key.kind != Node::Kind::scalar) {
      const bool is_missing = key.kind == Node::Kind::null;
      diagnostics.push_back(is_missing
                                ? source_.diagnose(key.at, 1, "a key is missing before this `:`", "write `key: value`")
                                : source_.diagnose(key.at, 1, fmt::format("a key must be text, not {}", describe(key)),
                                                   "text that begins with `[` or `{` needs quotes"));
    } else if (!level.keys.insert(key.scalar).second) {
      const auto first = std::find_if(level.node.entries.begin(), level.node.entries.end(),
                                      [&key](const Node::Entry& entry) { return entry.key.scalar == key.scalar; });
      Diagnostic diagnostic = source_.diagnose(
          key.at, key.length, fmt::format("the key `{}` is there twice", key.scalar), "keep one of the two");
      diagnostic.related = first->key.at;
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  level.key = static_cast<Token&&>(key);
}

Node YamlTreeBuilder::make_node(const YAML::Mark& mark, Node::Kind kind) const {
  Node node;
  node.kind = kind;
  node.at = source_.position_of(offset_of(mark));
  return node;
}

// The parser places a missing value at the next token, which may be many lines below.
Node YamlTreeBuilder::make_missing(const YAML::Mark& mark) const {
  Node node = make_node(mark, Node::Kind::null);
  if (open_.empty()) return node;
  const Level& level = open_.back();
  if (level.key) {
    node.at = level.key->at;
    node.length = level.key->length;
  } else if (level.node.kind == Node::Kind::sequence && offset_of(mark) > 0) {
    const std::size_t before = source_.text().find_last_not_of(" \t\r\n", offset_of(mark) - 1);
    if (before != std::string_view::npos && source_.text()[before] == '-') node.at = source_.position_of(before);
  }
  return node;
}

// Receives the events after the document: any of them is an error.
class TextAfterEnd final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& mark) override { at = mark; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { stop(); }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    stop();
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { stop(); }
  void OnMapEnd() override {}

  YAML::Mark at;

 private:
  [[noreturn]] static void stop() { throw YamlLimitPassed{}; }
};

void check_end(YAML::Parser& parser, YamlTreeBuilder& builder) {
  constexpr const char* message = "text after the end of the document";
  constexpr const char* hint = "one file holds one ladder: remove what follows, and check the indentation of this line";
  TextAfterEnd rest;
  try {
    if (parser.HandleNextDocument(rest)) builder.complain(rest.at, 1, message, hint);
  } catch (const YamlLimitPassed&) {
    builder.complain(rest.at, 1, message, hint);
  }
}

void parse_into(YamlTreeBuilder& builder, const Source& source, const std::string& masked) {
  std::istringstream stream(masked);
  try {
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) {
      check_end(parser, builder);
    } else {
      builder.complain(YAML::Mark(), 1, "there is nothing in this file",
                       "`rung help ladder-format` shows the smallest ladder");
    }
  } catch (const YamlLimitPassed&) {
  } catch (const YAML::ParserException& exception) {
    builder.complain(
        explain_yaml_error(source, exception.msg, builder.offset_of(exception.mark), builder.last_quoted()));
  }
}

}  // namespace

Parsed<Node> parse_yaml(const Source& source, const YamlLimits& limits) {
  std::string_view text = source.text();
  if (text.size() > limits.bytes) {
    Diagnostic diagnostic;
    diagnostic.source = source.name();
    diagnostic.message = fmt::format("{} bytes; at most {} are allowed", text.size(), limits.bytes);
    return {std::nullopt, {std::move(diagnostic)}};
  }
  Diagnostics characters = check_characters(source);
  if (!characters.empty()) return {std::nullopt, std::move(characters)};

  const std::size_t mark = text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
  const std::string masked = mask_yaml(text.substr(mark));
  YamlTreeBuilder builder(source, limits, masked, mark);
  parse_into(builder, source, masked);
  sort_by_position(builder.diagnostics);
  if (!builder.diagnostics.empty()) return {std::nullopt, std::move(builder.diagnostics)};
  return {std::move(builder.root), {}};
}

}  // namespace rung
