#include <rung/prompt/editor_page.hpp>

#include "catch.hpp"
#include "prompt/sample_form.hpp"

#include <rung/prompt/line_editor.hpp>

using namespace rung;

namespace {

State noted(std::vector<std::string> remarks) {
  State state = start_form(sample_form());
  state.responses[0].remarks = std::move(remarks);
  return state;
}

EditorPage page_of(std::vector<std::string> remarks) {
  return write_editor_page(sample_form(), noted(std::move(remarks)));
}

std::vector<std::string> read_back(const std::string& edited, const EditorPage& page) {
  const EndEditing end = read_editor_page(edited, page);
  INFO(end.message);
  REQUIRE(end.remarks.has_value());
  return *end.remarks;
}

}  // namespace

TEST_CASE("the page holds the remarks, then the question and what helps as comments", "[prompt]") {
  CHECK(page_of({"late twice", "", "2026-02-01 baked alone"}).text ==
        "late twice\n"
        "\n"
        "2026-02-01 baked alone\n"
        "\n"
        "# [1/5] I bake the bread that the day needs and have it ready before the doors\n"
        "# open, even when a colleague is ill.\n"
        "#\n"
        "# Questions that help\n"
        "# - When was the bread late, and why?\n"
        "# - Who baked while you were away?\n"
        "#\n"
        "# Last time (2025-11-02)\n"
        "# - late twice in October\n"
        "#\n"
        "# Write evidence above. One line: a fact or a note. These lines are left out.\n");
}

TEST_CASE("comments are left out wherever they stand, other lines with # stay", "[prompt]") {
  const EditorPage page = page_of({"#12 was mine"});
  CHECK(read_back(page.text, page) == std::vector<std::string>{"#12 was mine", ""});
  CHECK(read_back("# Questions that help\n#13 too\n#\nlast, without a line feed", page) ==
        std::vector<std::string>{"#13 too", "last, without a line feed"});
}

TEST_CASE("a remark that looks like a comment stays a remark", "[prompt]") {
  const EditorPage page = page_of({"#", "# Questions that help"});
  // Lines that are equal cannot be told apart: as many stay as were not comments.
  CHECK(read_back(page.text + "more\n", page) == std::vector<std::string>{"", "# Questions that help", "#", "more"});
}

TEST_CASE("line ends of another system, a byte order mark and tabs do no harm", "[prompt]") {
  CHECK(read_back("\xef\xbb\xbfone\r\ntwo\tthree\r\n", page_of({})) == std::vector<std::string>{"one", "two three"});
}

TEST_CASE("what cannot be kept is refused with its line, never cut", "[prompt]") {
  const EditorPage page = page_of({});
  const auto refusal = [&page](const std::string& edited) {
    const EndEditing end = read_editor_page(edited, page);
    CHECK_FALSE(end.remarks.has_value());
    return end.message;
  };
  const std::string unkept =
      " was not taken. It holds characters that cannot be kept: control characters, or bytes that "
      "are not UTF-8.";
  CHECK(refusal("fine\nbell \a\n") == "Line 2" + unkept);
  CHECK(refusal("caf\xe9\n") == "Line 1" + unkept);
  CHECK(refusal("turned \xe2\x80\xae round\n") == "Line 1" + unkept);
  CHECK(refusal(std::string(max_line_characters + 1, 'x')) ==
        "Line 1 was not taken. That makes 4,001 characters, and a line holds 4,000. It was not added.");
}

TEST_CASE("the page does not show an earlier answer", "[prompt]") {
  Form form = sample_form();
  form.questions[0].answers = {"Last time (2025-11-02): 2"};
  const EditorPage page = write_editor_page(form, start_form(form));
  CHECK(page.text.find("(2025-11-02): 2") == std::string::npos);
}
