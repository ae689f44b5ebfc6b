#include "../../src/import/html_budget.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include <catch.hpp>

#include "../../src/import/html_tree.hpp"

using namespace rung;

namespace {

constexpr std::string_view pieces[] = {"<div>",
                                       "<div>",
                                       "<div>",
                                       "</div>",
                                       "<svg>",
                                       "</svg>",
                                       "<svg/>",
                                       "<math>",
                                       "</math>",
                                       "<g>",
                                       "</g>",
                                       "<path/>",
                                       "<desc>",
                                       "</desc>",
                                       "<title>",
                                       "</title>",
                                       "<style>",
                                       "</style>",
                                       "<script>",
                                       "</script>",
                                       "<mi>",
                                       "<annotation-xml>",
                                       "<a>",
                                       "</a>",
                                       "<select>",
                                       "</select>",
                                       "<option>",
                                       "<table>",
                                       "</table>",
                                       "<td>",
                                       "<b>",
                                       "</b>",
                                       "<p>",
                                       "<ul>",
                                       "<li>",
                                       "</ul>",
                                       "<!--",
                                       "-->",
                                       "<!-- --!>",
                                       "<a b=c=\">",
                                       "\"",
                                       "<foreignObject>",
                                       "<template>",
                                       "</template>",
                                       "<textarea>",
                                       "</textarea>",
                                       "<![CDATA[",
                                       "]]>",
                                       "<frameset>",
                                       "<button>",
                                       "</p>",
                                       "<h1>",
                                       "<font>",
                                       "<br/>",
                                       "<plaintext-x>",
                                       "text"};

/// A page of so many pieces, one run of which is repeated.
std::string make_page(std::mt19937& random) {
  const auto pick = [&random](std::size_t below) { return random() % below; };
  std::string run;
  for (std::size_t left = 2 + pick(14); left > 0; --left) run += pieces[pick(std::size(pieces))];
  std::string page;
  for (std::size_t left = pick(6); left > 0; --left) page += pieces[pick(std::size(pieces))];
  for (int time = 0; time < 300; ++time) page += run;
  return page;
}

int measure_depth(const HtmlTree& tree) {
  int depth = 0;
  int deepest = 0;
  walk(
      tree.root(),
      [&](const GumboNode&) {
        deepest = std::max(deepest, ++depth);
        return Visit::children;
      },
      [&](const GumboNode&) { --depth; });
  return deepest;
}

}  // namespace

TEST_CASE("no page of a few hundred tags is parsed deeper than the limit allows", "[import]") {
  ImportLimits limits;
  limits.depth = 4;
  // Tags that count as one may imply others, as a cell its row and the body of its table; what is taken for text may be
  // tags, 40 for each level.
  const int most = (4 + 40) * limits.depth + 20;
  for (unsigned seed = 0; seed < 3'000; ++seed) {
    std::mt19937 random(seed);
    const std::string page = make_page(random);
    const auto limited = limit_nesting(page, limits);
    if (!limited) continue;
    INFO(page.substr(0, 400));
    CHECK(measure_depth(HtmlTree(*limited)) <= most);
  }
}
