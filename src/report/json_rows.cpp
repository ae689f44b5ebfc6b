#include <rung/report/rows.hpp>

#include <fmt/format.h>

#include <rung/text/utf8.hpp>

namespace rung {
namespace {

void append_escape(std::string& out, char32_t value) {
  const auto unit = [&out](char32_t one) { out += fmt::format("\\u{:04x}", static_cast<unsigned>(one)); };
  if (value <= U'\uFFFF') return unit(value);
  unit(0xD800 + ((value - 0x10000) >> 10U));
  unit(0xDC00 + ((value - 0x10000) & 0x3FFU));
}

bool is_plain(char byte) { return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\'; }

/// What cannot be plain: quotes, line breaks, other scripts, and whatever could drive a terminal.
void append_character(std::string& out, std::string_view& text) {
  const auto decoded = decode_utf8(text);
  const std::string_view bytes = text.substr(0, decoded ? decoded->bytes : 1);
  text.remove_prefix(bytes.size());
  if (!decoded) {
    out += "\uFFFD";
  } else if (bytes == "\"" || bytes == "\\") {
    out.append("\\").append(bytes);
  } else if (bytes == "\n") {
    out += "\\n";
  } else if (bytes == "\t") {
    out += "\\t";
  } else if (bytes.size() == 1 || is_unsafe_to_show(decoded->value)) {
    append_escape(out, decoded->value);
  } else {
    out += bytes;
  }
}

/// Rows come by the hundred thousand: building a tree for each of them would be most of the work of an export.
class ObjectWriter {
 public:
  void add(std::string_view key, std::string_view text) {
    begin(key);
    out_ += '"';
    while (!text.empty()) {
      std::size_t plain = 0;
      while (plain < text.size() && is_plain(text[plain])) ++plain;
      out_ += text.substr(0, plain);
      text.remove_prefix(plain);
      if (!text.empty()) append_character(out_, text);
    }
    out_ += '"';
  }

  void add(std::string_view key, const std::optional<int>& number) {
    begin(key);
    out_ += number ? std::to_string(*number) : "null";
  }

  std::string take() { return std::move(out_) + "}\n"; }

 private:
  void begin(std::string_view key) {
    out_ += out_.empty() ? "{\"" : ",\"";
    out_.append(key).append("\":");
  }

  std::string out_;
};

}  // namespace

std::string to_json_line(const AnswerRow& row) {
  ObjectWriter writer;
  writer.add("assessment", row.assessment);
  writer.add("rater", row.rater);
  writer.add("role", row.role);
  writer.add("date", row.date);
  writer.add("ladder", row.ladder);
  writer.add("pillar", row.pillar);
  writer.add("responsibility", row.responsibility);
  writer.add("behavior", row.behavior);
  writer.add("text", row.text);
  writer.add("state", row.state);
  writer.add("rating", row.rating);
  writer.add("target", std::optional(row.target));
  writer.add("gap", row.gap);
  writer.add("reason", row.reason);
  writer.add("note", row.note);
  writer.add("evidence", row.evidence);
  return writer.take();
}

}  // namespace rung
