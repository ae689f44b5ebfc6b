#include <rung/assessment/json_parse.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_between_tokens(char byte) {
  return byte == ' ' || byte == '\n' || byte == ',' || byte == ':' || byte == '\t' || byte == '\r';
}

/// The end of the well-formed token that starts at `from`.
std::size_t end_of_token(std::string_view text, std::size_t from) {
  if (text[from] == '"') {
    std::size_t at = from + 1;
    while (text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
    return at + 1;
  }
  if (std::string_view("[]{},:").find(text[from]) != std::string_view::npos) return from + 1;
  // Everything else is a number or a literal, which ends at the next character that cannot belong to one.
  return std::min(text.find_first_of(" \t\r\n,:[]{}\"", from), text.size());
}

/// The library's message about a syntax error, without its error numbers, positions, and copies of the input.
std::string explain(const nlohmann::json::exception& failure) {
  std::string text = failure.what();
  if (const auto number = text.find("number overflow"); number != std::string::npos) return "this number is too large";
  // Some versions have another message for this case.
  if (text.find("empty input") != std::string::npos) return "this is not valid JSON: unexpected end of input";
  if (const auto from = text.find("syntax error"); from != std::string::npos) {
    const auto dash = text.find("- ", from);
    text.erase(0, dash == std::string::npos ? from : dash + 2);
  }
  if (const auto from = text.find("; last read: '"); from != std::string::npos) {
    const auto to = text.rfind('\'');
    text.erase(from, to - from + 1);
  }
  return fmt::format("this is not valid JSON: {}", text);
}

/// Builds the tree from the library's events. An event comes after its token was read, so the place follows from the
/// previous token. Events need no recursion, so deep nesting cannot overflow the stack.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const Source& source, const JsonLimits& limits) : source_(source), limits_(limits) {
    if (source.text().starts_with("\xEF\xBB\xBF")) end_ = 3;
  }

  bool null() override { return place(read_token(Node::Kind::null, Node::Spelling::plain)) != nullptr; }
  bool boolean(bool value) override {
    Node node = read_token(Node::Kind::scalar, Node::Spelling::boolean);
    node.scalar = value ? "true" : "false";
    return place(std::move(node)) != nullptr;
  }
  bool number_integer(number_integer_t /*value*/) override { return place_number(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return place_number(); }
  bool number_float(number_float_t /*value*/, const string_t& /*spelling*/) override { return place_number(); }
  bool string(string_t& value) override {
    return place({read_string(value), Node::Kind::scalar, Node::Spelling::quoted, {}, {}}) != nullptr;
  }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(Node::Kind::map); }
  bool start_array(std::size_t /*size*/) override { return open(Node::Kind::sequence); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Frame& frame = open_.back();
    Token key = read_string(name);
    if (const auto first = frame.find(name)) {
      Diagnostic duplicate =
          source_.diagnose(key.at, key.length, fmt::format("the key `{}` appears twice", name),
                           fmt::format("the first one is in line {}; keep one of them", first->line));
      duplicate.related = first;
      add(std::move(duplicate));
    }
    frame.add(std::move(key));
    return !is_full();
  }

  bool parse_error(std::size_t consumed, const std::string& /*token*/,
                   const nlohmann::json::exception& failure) override {
    const std::string message = explain(failure);
    const auto end = std::min(consumed, source_.text().size());
    const auto culprit = find_culprit(end, message);
    add(source_.diagnose(source_.position_of(culprit), 1, message, hint_for(message, culprit)));
    return false;
  }

  Parsed<Node> take() {
    if (!diagnostics_.empty()) return {std::nullopt, std::move(diagnostics_)};
    return {std::move(root_), {}};
  }

 private:
  /// An open container.
  struct Frame {
    Node* node;
    std::unordered_map<std::string, Position> keys = {};  ///< of a large map

    [[nodiscard]] std::optional<Position> find(const std::string& name) const {
      if (keys.empty()) {
        const auto same = std::find_if(node->entries.begin(), node->entries.end(),
                                       [&name](const Node::Entry& entry) { return entry.key.scalar == name; });
        return same == node->entries.end() ? std::nullopt : std::optional(same->key.at);
      }
      const auto same = keys.find(name);
      return same == keys.end() ? std::nullopt : std::optional(same->second);
    }

    void add(Token key) {
      // Nearly all maps are small, and a linear search is faster than hashing.
      constexpr std::size_t small = 16;
      if (node->entries.size() == small)
        for (const Node::Entry& entry : node->entries) keys.emplace(entry.key.scalar, entry.key.at);
      if (!keys.empty()) keys.emplace(key.scalar, key.at);
      if (node->entries.empty()) node->entries.reserve(small / 2);
      node->entries.push_back({std::move(key), Node{}});
    }
  };

  [[nodiscard]] bool is_full() const { return diagnostics_.size() >= max_diagnostics; }

  void add(Diagnostic diagnostic) {
    if (!is_full()) diagnostics_.push_back(std::move(diagnostic));
  }

  /// Goes to the next token: `begin_` and `end_` are its bytes afterwards.
  void pass_token() {
    const auto text = source_.text();
    begin_ = end_;
    while (is_between_tokens(text[begin_])) ++begin_;
    end_ = end_of_token(text, begin_);
  }

  /// The position of the next token.
  Token read_place() {
    pass_token();
    Token token;
    token.at = source_.position_of(begin_);
    token.length = source_.position_of(end_).column - token.at.column;
    return token;
  }

  /// The next token as a node without a value.
  Node read_token(Node::Kind kind, Node::Spelling spelling) { return {read_place(), kind, spelling, {}, {}}; }

  /// The next token, a text with the value `value`.
  Token read_string(const std::string& value) {
    Token token = read_place();
    // Literal characters were checked with the whole text; an escape is longer than its character.
    const bool has_escapes = value.size() + 2 != end_ - begin_;
    if (const auto forbidden = has_escapes ? find_forbidden_character(value) : std::string(); !forbidden.empty()) {
      add(source_.diagnose(token.at, token.length, fmt::format("the text holds {}, which is not allowed", forbidden),
                           "remove the escape"));
    }
    token.scalar = value;
    return token;
  }

  bool place_number() {
    Node node = read_token(Node::Kind::scalar, Node::Spelling::number);
    node.scalar = source_.text().substr(begin_, end_ - begin_);
    return place(std::move(node)) != nullptr;
  }

  /// Adds the node to its container; nullptr if reading has to stop.
  Node* place(Node node) {
    if (++nodes_ > limits_.nodes) {
      add(source_.diagnose(node.at, node.length, fmt::format("there are more than {} values", limits_.nodes)));
      return nullptr;
    }
    if (is_full()) return nullptr;
    if (open_.empty()) {
      root_ = std::move(node);
      return &*root_;
    }
    Node& parent = *open_.back().node;
    if (parent.kind == Node::Kind::map) {
      parent.entries.back().value = std::move(node);
      return &parent.entries.back().value;
    }
    parent.items.push_back(std::move(node));
    return &parent.items.back();
  }

  bool open(Node::Kind kind) {
    Node node = read_token(kind, Node::Spelling::plain);
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
      add(source_.diagnose(node.at, node.length,
                           fmt::format("values are nested deeper than {} levels", limits_.depth)));
      return false;
    }
    Node* placed = place(std::move(node));
    if (placed == nullptr) return false;
    // An open container does not move, because its siblings come later.
    open_.push_back({placed});
    return true;
  }

  bool close() {
    pass_token();
    open_.pop_back();
    return true;
  }

  /// The start of the token that could not be read; `end` is the offset that the library had reached.
  [[nodiscard]] std::size_t find_culprit(std::size_t end, std::string_view message) const {
    const auto text = source_.text();
    if (message.find("unexpected end of input") != std::string_view::npos) return text.size();
    if (message.find("invalid string") != std::string_view::npos &&
        message.find("missing closing quote") == std::string_view::npos)
      return end == 0 ? 0 : end - 1;
    auto from = std::min(text.find_first_not_of(white_space, end_), text.size());
    while (from < text.size() && (text[from] == ',' || text[from] == ':')) {
      const auto next = std::min(text.find_first_not_of(white_space, from + 1), text.size());
      if (next >= end) break;
      from = next;
    }
    // Characters right after a number, as in 01, were read as a part of it.
    return from >= end && end > 0 ? end - 1 : from;
  }

  [[nodiscard]] std::string hint_for(std::string_view message, std::size_t culprit) const {
    if (message.find("U+000A") != std::string_view::npos || message.find("U+000D") != std::string_view::npos)
      return "a text ends in the line it starts in; write a line break in it as \\n";
    const auto before = source_.text().substr(0, culprit);
    const auto last = before.find_last_not_of(white_space);
    const bool is_closing = message.find("unexpected '}'") != std::string_view::npos ||
                            message.find("unexpected ']'") != std::string_view::npos;
    if (is_closing && last != std::string_view::npos && before[last] == ',')
      return "no comma may stand before a closing bracket";
    if (message.find("expected end of input") != std::string_view::npos) return "one value is all that a file may hold";
    return {};
  }

  const Source& source_;
  const JsonLimits& limits_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  int nodes_ = 0;
  std::optional<Node> root_;
  std::vector<Frame> open_;
  Diagnostics diagnostics_;
};

}  // namespace

Parsed<Node> parse_json(const Source& source, const JsonLimits& limits) {
  const auto text = source.text();
  if (text.size() > limits.bytes)
    return {std::nullopt, {source.diagnose({}, 1, fmt::format("the text is larger than {} bytes", limits.bytes))}};
  if (auto forbidden = check_characters(source); !forbidden.empty()) return {std::nullopt, std::move(forbidden)};
  TreeBuilder builder(source, limits);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

}  // namespace rung
