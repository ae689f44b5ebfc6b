#include <rung/assessment/day_words.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("the age of a day is shown in a fitting unit", "[assessment]") {
  for (const auto& [days, words] : std::vector<std::pair<int, std::string>>{{0, "today"},
                                                                            {1, "yesterday"},
                                                                            {2, "2 days ago"},
                                                                            {13, "13 days ago"},
                                                                            {14, "2 weeks ago"},
                                                                            {62, "8 weeks ago"},
                                                                            {63, "2 months ago"},
                                                                            {189, "6 months ago"},
                                                                            {365, "12 months ago"},
                                                                            {729, "23 months ago"},
                                                                            {730, "2 years ago"},
                                                                            {2000, "5 years ago"}})
    CHECK(describe_days_ago(days) == words);
}
