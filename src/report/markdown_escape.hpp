#pragma once

#include <string>
#include <string_view>

namespace rung {

/// `text`, one line without line breaks, as Markdown that reads as that text and nothing else: no emphasis, HTML, link,
/// image, list or heading. A bare address does not become a link. Unsafe characters come out visible.
std::string escape_markdown(std::string_view text);

/// `text` as a code span, with a fence that it does not contain.
std::string write_code_span(std::string_view text);

/// An address as the target of a link: whatever could end it is percent-encoded.
std::string write_link_target(std::string_view address);

}  // namespace rung
