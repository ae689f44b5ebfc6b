#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/answer.hpp>
#include <rung/text/ascii.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

const Date today = std::chrono::year(2026) / 3 / 14;

/// Dated today if `on` is empty.
Evidence evidence_of(const std::string& text, const std::vector<std::string>& links, const std::string& on = {}) {
  return {text, links, on.empty() ? today : parse_date(on).value(), ""};
}

std::optional<Evidence> read(const std::string& line) { return read_evidence(line, today); }

}  // namespace

TEST_CASE("only web and mail addresses are links", "[assessment]") {
  for (const std::string text :
       {"http://x", "https://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG", "mailto:ann@example.org",
        "https://b\xC3\xBC"
        "cher.example/x",
        "https://example.org/Rung_(x)"}) {
    CAPTURE(text);
    CHECK(is_link(text));
  }
  for (const std::string text : {"",
                                 "http://",
                                 "https:///path",
                                 "https://?q",
                                 "mailto:",
                                 "https:/example.org",
                                 "ftp://example.org",
                                 "javascript:alert(1)",
                                 "data:text/html,x",
                                 "//example.org",
                                 "example.org",
                                 "https://a b",
                                 " https://a",
                                 "https://a\n",
                                 "https://a\x01",
                                 "https://a\x7F",
                                 "https://a\"b",
                                 "https://a<b",
                                 "https://a\xE2\x80\xAE",
                                 "https://a\\b",
                                 "xhttp://a"}) {
    CAPTURE(text);
    CHECK_FALSE(is_link(text));
  }
}

TEST_CASE("a typed line with a date or an address is evidence", "[assessment]") {
  CHECK(read("2026-02-20 Shipped it") == evidence_of("Shipped it", {}, "2026-02-20"));
  CHECK(read("2026-02-20: Shipped it") == evidence_of("Shipped it", {}, "2026-02-20"));
  CHECK(read("  2026-02-20\tShipped it ") == evidence_of("Shipped it", {}, "2026-02-20"));
  CHECK(read("Shipped it https://x.org/1") == evidence_of("Shipped it", {"https://x.org/1"}));
  CHECK(read("2026-02-20 see https://x.org/1, it held") ==
        evidence_of("see https://x.org/1, it held", {"https://x.org/1"}, "2026-02-20"));
  CHECK(read("Shipped it (https://x.org/1).") == evidence_of("Shipped it", {"https://x.org/1"}));
  CHECK(read("see https://x.org/Rung_(x)") == evidence_of("see", {"https://x.org/Rung_(x)"}));
}

TEST_CASE("every address of a typed line becomes a link", "[assessment]") {
  CHECK(read("https://a.org/1 then https://b.org/2 https://c.org") ==
        evidence_of("https://a.org/1 then", {"https://a.org/1", "https://b.org/2", "https://c.org"}));
  CHECK(read("see https://a.org/1 - https://b.org/2") == evidence_of("see https://a.org/1", {"https://b.org/2"}));
}

TEST_CASE("an address that is the only text stays in the text", "[assessment]") {
  CHECK(read("https://x.org/1") == evidence_of("https://x.org/1", {"https://x.org/1"}));
  CHECK(read("2026-02-20 <https://x.org/1>") == evidence_of("https://x.org/1", {"https://x.org/1"}, "2026-02-20"));
}

TEST_CASE("a line without date and address, or with a date alone, is a note", "[assessment]") {
  for (const std::string line : {"", "  ", "Shipped it", "Shipped on 2026-02-20", "2026-02-30 no such day",
                                 "2026-02-20x", "ftp://x.org/1", "2026-02-20", "2026-02-20:", "https://"}) {
    CAPTURE(line);
    CHECK_FALSE(read(line));
  }
}

TEST_CASE("any line can be made evidence, dated today unless it starts with a date", "[assessment]") {
  CHECK(make_evidence("Shipped it", today) == evidence_of("Shipped it", {}));
  CHECK(make_evidence("2026-02-20 Shipped it", today) == evidence_of("Shipped it", {}, "2026-02-20"));
  CHECK(make_evidence("2026-02-20", today) == evidence_of("2026-02-20", {}, "2026-02-20"));
}

TEST_CASE("evidence is written as the line that reads back as it", "[assessment]") {
  CHECK(write_evidence(evidence_of("Shipped", {"https://x.org"}, "2026-02-20")) == "2026-02-20 Shipped https://x.org");
  CHECK(write_evidence(evidence_of("https://x.org", {"https://x.org"})) == "2026-03-14 https://x.org");
  // All sequences of up to four of these words.
  const std::string words[] = {"",    "2026-02-20", "2026-02-21:", "https://a.org/x,", "(mailto:b@b.org)",
                               "did", "\t it."};
  int lines = 0;
  for (const auto& a : words) {
    for (const auto& b : words) {
      for (const auto& c : words) {
        for (const auto& d : words) {
          std::string line = a;
          line.append(" ").append(b).append("  ").append(c).append(" ").append(d);
          const auto evidence = read(line);
          if (!evidence) continue;
          ++lines;
          CAPTURE(line, write_evidence(*evidence));
          REQUIRE(read(write_evidence(*evidence)) == evidence);
        }
      }
    }
  }
  CHECK(lines > 1'000);
}

TEST_CASE("evidence reads back as written even if its text looks like a date or a link", "[assessment]") {
  CHECK(write_evidence(evidence_of("2026-02-20 Shipped", {"https://x.org"})) ==
        "2026-03-14 2026-02-20 Shipped https://x.org");
  CHECK(write_evidence(evidence_of("see https://x.org", {}, "2026-02-20")) == "2026-02-20 see https://x.org -");
  const std::string words[] = {"",   "-", "- -", "2026-02-20", "2026-02-21:", "https://a.org/x", "(https://b.org),",
                               "did"};
  int written = 0;
  for (const auto& a : words) {
    for (const auto& b : words) {
      for (const auto& c : words) {
        std::string text = a;
        text.append(" ").append(b).append(" ").append(c);
        text = trim(text);
        if (text.empty()) continue;
        for (const std::vector<std::string>& links : {std::vector<std::string>{},
                                                      {"https://a.org/x"},
                                                      {"https://b.org"},
                                                      {"mailto:b@b.org", "https://a.org/x"}}) {
          const Evidence evidence = evidence_of(text, links);
          ++written;
          CAPTURE(text, links, write_evidence(evidence));
          REQUIRE(make_evidence(write_evidence(evidence), today) == evidence);
        }
      }
    }
  }
  CHECK(written > 1'500);
}

TEST_CASE("the four states have their names and only a rating has a value", "[assessment]") {
  CHECK(state_of(Unrated{}) == "unrated");
  CHECK(state_of(NotApplicable{"x"}) == "not applicable");
  CHECK(state_of(NoOpportunity{}) == "no opportunity");
  CHECK(state_of(Rated{2}) == "rated");
  CHECK(rated_value(Rated{2}) == 2);
  CHECK_FALSE(rated_value(Unrated{}));
  CHECK_FALSE(rated_value(NotApplicable{"x"}));
  CHECK_FALSE(rated_value(NoOpportunity{}));
}
