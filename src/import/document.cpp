#include "document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <rung/diagnostic/source.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Signature {
  std::string_view bytes;
  std::string_view name;
  std::string_view hint;
};

constexpr std::string_view save_as_text = "save the page as HTML, or copy it as Markdown, and import that";

constexpr std::array signatures = {
    Signature{"%PDF-", "a PDF", "import the page it was made from: saved as HTML, or copied as Markdown"},
    Signature{"PK\x03\x04", "a ZIP archive or an Office document",
              "export it as HTML, Markdown or CSV and import that"},
    Signature{"\xD0\xCF\x11\xE0", "an Office document", "export it as HTML, Markdown or CSV and import that"},
    Signature{"{\\rtf", "an RTF document", "export it as HTML or Markdown and import that"},
    Signature{"bplist00", "a web archive", "save the page as HTML (page source) and import that"},
    Signature{"\x1F\x8B", "a gzip archive", "unpack it first"},
    Signature{"\x89PNG", "a picture", "import the page it was made from"},
    Signature{"\xFF\xD8\xFF", "a picture", "import the page it was made from"},
    Signature{"GIF8", "a picture", "import the page it was made from"},
};

/// In UTF-16, every second byte of Latin text is NUL.
bool looks_like_utf16(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE"sv || bytes.substr(0, 2) == "\xFE\xFF"sv) return true;
  const std::string_view start = bytes.substr(0, 4096);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t at = 0; at < start.size(); ++at) nuls[at % 2] += start[at] == '\0' ? 1U : 0U;
  const auto [few, many] = std::minmax(nuls[0], nuls[1]);
  return start.size() >= 4 && many * 4 >= start.size() && few * 20 <= many;
}

std::optional<Diagnostic> refuse_other_formats(std::string_view bytes, std::string_view source) {
  for (const Signature& signature : signatures)
    if (bytes.substr(0, signature.bytes.size()) == signature.bytes)
      return diagnose_document(source, 0, fmt::format("this is {}, not a text", signature.name), signature.hint);
  if (looks_like_utf16(bytes))
    return diagnose_document(source, 0, "this text is UTF-16, not UTF-8", "save the file as UTF-8");
  const std::size_t nul = bytes.find('\0');
  if (nul == std::string_view::npos) return std::nullopt;
  const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n') + 1;
  return diagnose_document(source, static_cast<int>(line), "this is not a text: it has a NUL byte", save_as_text);
}

/// Removes characters that are unsafe to show, because one stray control character is no reason to reject a page.
/// Malformed bytes stay, so that the check can report them.
std::string drop_unsafe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t bytes = 0; !text.empty(); text.remove_prefix(bytes)) {
    const auto decoded = decode_utf8(text);
    bytes = decoded ? decoded->bytes : 1;
    const char32_t value = decoded ? decoded->value : 0;
    if (!decoded || value == '\n' || value == '\t' || !is_unsafe_to_show(value))
      out.append(text.substr(0, bytes));
    else if (value == '\f' || (value == '\r' && text.substr(1, 1) != "\n"))
      out += ' ';
  }
  return out;
}

}  // namespace

Diagnostic diagnose_document(std::string_view source, int line, std::string message, std::string_view hint) {
  Diagnostic diagnostic;
  diagnostic.source = source;
  diagnostic.at = {line, line == 0 ? 0 : 1};
  diagnostic.message = std::move(message);
  diagnostic.hint = hint;
  return diagnostic;
}

Parsed<std::string> read_document(std::string_view bytes, std::string_view source, const ImportLimits& limits) {
  if (bytes.size() > limits.bytes) {
    return refuse<std::string>(
        source, 0,
        fmt::format("the document has {} bytes, more than the {} that can be imported", bytes.size(), limits.bytes),
        "copy the part that holds the ladder into a file of its own");
  }
  if (auto refused = refuse_other_formats(bytes, source)) return {std::nullopt, {*std::move(refused)}};
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
  std::string text = drop_unsafe(bytes);
  if (Diagnostics diagnostics = check_characters(Source(source, text)); !diagnostics.empty())
    return {std::nullopt, std::move(diagnostics)};
  if (text.find_first_not_of(" \t\n") == std::string::npos)
    return refuse<std::string>(source, 0, "the document is empty", save_as_text);
  return {std::move(text), {}};
}

}  // namespace rung
