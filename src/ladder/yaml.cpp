#include <rung/ladder/yaml.hpp>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "yaml_errors.hpp"
#include "yaml_tree.hpp"

namespace rung {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Stands in for what comes after the document: whatever it is, it is one thing too many.
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

void parse_into(YamlTreeBuilder& builder, const Source& source, std::string_view text) {
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) {
      check_end(parser, builder);
    } else {
      builder.complain(YAML::Mark(), 1, "there is nothing in this file",
                       "docs/ladder-format.md shows the smallest ladder");
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
  YamlTreeBuilder builder(source, limits, mark);
  parse_into(builder, source, text.substr(mark));
  std::stable_sort(builder.diagnostics.begin(), builder.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
  if (!builder.diagnostics.empty()) return {std::nullopt, std::move(builder.diagnostics)};
  return {std::move(builder.root), {}};
}

}  // namespace rung
