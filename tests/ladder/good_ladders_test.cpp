#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <rung/ladder/fields.hpp>
#include <rung/ladder/parse.hpp>

#include "catch.hpp"

namespace {

std::string read_good(const std::string& name) {
  std::ifstream in(std::filesystem::path(RUNG_TEST_DATA) / "ladder/good" / name, std::ios::binary);
  REQUIRE(in.is_open());
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

rung::Ladder load(const std::string& name) {
  auto parsed = rung::parse_ladder(read_good(name), name);
  for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(parsed.diagnostics.empty());
  REQUIRE(parsed.value.has_value());
  return *std::move(parsed.value);
}

std::vector<int> values_of(const rung::Scale& scale) {
  std::vector<int> values;
  for (const auto& point : scale.points) values.push_back(point.value);
  return values;
}

}  // namespace

TEST_CASE("every good ladder loads without a diagnostic", "[ladder]") {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(RUNG_TEST_DATA) / "ladder/good")) {
    INFO(entry.path().filename().string());
    load(entry.path().filename().string());
    ++count;
  }
  CHECK(count >= 8);
}

TEST_CASE("a ladder of only the required keys gets the default scale, target and gates", "[ladder]") {
  const auto ladder = load("minimal.yaml");
  CHECK(ladder.id == "baker");
  CHECK(ladder.title == "Baker");
  CHECK(ladder.track.empty());
  CHECK(ladder.level.empty());
  CHECK(ladder.version.empty());
  CHECK(ladder.summary.empty());
  CHECK(ladder.source == rung::Provenance{});
  CHECK(ladder.terms.empty());
  CHECK(ladder.neighbors == rung::Neighbors{});
  REQUIRE(values_of(ladder.scale) == std::vector<int>{1, 2, 3, 4});
  CHECK(ladder.scale.points[0].label == "Not yet");
  CHECK(ladder.scale.points[1].label == "Sometimes");
  CHECK(ladder.scale.points[2].label == "Consistently");
  CHECK(ladder.scale.points[3].label == "Beyond");
  for (const auto& point : ladder.scale.points) CHECK_FALSE(point.anchor.empty());
  CHECK(ladder.target == 3);
  rung::Gates defaults;
  defaults.floor.threshold = 2;
  CHECK(ladder.gates == defaults);
  CHECK(ladder.gates.coverage.threshold == 0.9);
  CHECK(ladder.gates.not_applicable.threshold == 0.15);
  CHECK(ladder.gates.at_target.threshold == 0.8);
  CHECK(ladder.gates.pillar_at_target.threshold == 0.6);
  CHECK(ladder.gates.responsibility_at_target.threshold == true);
  CHECK(ladder.gates.shown.threshold == 0.5);
  CHECK(is_empty(ladder.gates));
  REQUIRE(rung::list_behaviors(ladder).size() == 1);
  const auto& behavior = *rung::list_behaviors(ladder).front().behavior;
  CHECK(behavior.key == "dough.mixing.weigh");
  CHECK(behavior.text == "I weigh every ingredient.");
  CHECK(behavior.title.empty());
  CHECK(behavior.probes.empty());
  CHECK(behavior.hints.empty());
  CHECK_FALSE(behavior.target.has_value());
  CHECK(rung::target_of(ladder, behavior) == 3);
}

TEST_CASE("every key of the format reaches its field", "[ladder]") {
  const auto ladder = load("full.yaml");
  CHECK(ladder.id == "senior-baker");
  CHECK(ladder.track == "Bakery");
  CHECK(ladder.level == "B2");
  CHECK(ladder.version == "2024.1");
  CHECK(ladder.summary == "I run a shift.\nOthers learn from me.");
  CHECK(ladder.source == rung::Provenance{"The bakers' handbook", "https://example.org/bakers", "CC0-1.0"});
  CHECK(values_of(ladder.scale) == std::vector<int>{1, 3, 5, 9});
  CHECK(ladder.scale.points[1] == rung::ScalePoint{3, "Warm", ""});
  CHECK(ladder.scale.points[2] == rung::ScalePoint{5, "Hot", "Every day."});
  CHECK(ladder.target == 9);
  CHECK(ladder.gates.coverage.threshold == 1.0);
  CHECK(ladder.gates.not_applicable.threshold == 0.2);
  CHECK(ladder.gates.at_target.threshold == 0.75);
  CHECK(ladder.gates.pillar_at_target.threshold == 0.0);
  CHECK(ladder.gates.responsibility_at_target == rung::GateSetting<bool>{});
  CHECK(ladder.gates.floor.threshold == 3);
  CHECK(ladder.gates.shown == rung::GateSetting<double>{});
  CHECK(ladder.gates.shown.is_stated);
  CHECK(ladder.neighbors == rung::Neighbors{"baker", "head-baker"});
  CHECK(ladder.terms == std::vector<rung::Term>{{"crumb", "The inside of a loaf."}});
  REQUIRE(ladder.pillars.size() == 2);
  CHECK(ladder.pillars[0].summary == "Before the oven.");
  CHECK(ladder.pillars[0].responsibilities[0].summary == "What goes in.");
  const rung::Behavior weigh{"weigh",
                             "dough.mixing.weigh",
                             "I weigh every ingredient.",
                             {"What did you weigh today?", "Which scale: the small one?"},
                             5,
                             {"dough.mixing.measure", "prep.mixing.measure"},
                             "handbook / 3",
                             {"2023.2", "2023"},
                             "Weigh it all",
                             {"scale", "grams", "1:1"}};
  CHECK(ladder.pillars[0].responsibilities[0].behaviors[0] == weigh);
  CHECK(rung::target_of(ladder, weigh) == 5);
}

TEST_CASE("behaviors are listed in ladder order, and an id may repeat under another parent", "[ladder]") {
  const auto ladder = load("full.yaml");
  std::vector<std::string> keys;
  for (const auto& placed : rung::list_behaviors(ladder)) {
    keys.push_back(placed.behavior->key);
    CHECK(placed.behavior->key == placed.pillar->id + "." + placed.responsibility->id + "." + placed.behavior->id);
  }
  CHECK(keys == std::vector<std::string>{"dough.mixing.weigh", "dough.mixing.fold", "oven.mixing.weigh"});
}

TEST_CASE("a custom scale without a target expects the second-highest point", "[ladder]") {
  const auto ladder = load("two-points.yaml");
  CHECK(ladder.target == 4);
  CHECK(ladder.gates.floor.threshold == 4);
  CHECK_FALSE(ladder.gates.floor.is_stated);
}

TEST_CASE("non-ASCII letters and escapes are read correctly", "[ladder]") {
  const auto ladder = load("unicode.yaml");
  CHECK(ladder.title == "Bäcker 🥖");
  CHECK(ladder.summary == "面包 and Brötchen");
  CHECK(ladder.pillars[0].title == "Über den Teig");
  CHECK(rung::list_behaviors(ladder)[0].behavior->text == "Ich knete lange — und gern.");
}

TEST_CASE("comments and document marks do not become content", "[ladder]") {
  const auto ladder = load("comments.yaml");
  CHECK(ladder.title == "Baker");
  CHECK(ladder.summary == "We are the no#1 bakery");
  CHECK(ladder.pillars[0].title == "Dough # 1");
  CHECK(rung::list_behaviors(ladder)[0].behavior->text == "I weigh every ingredient.");
}

TEST_CASE("line endings, a byte order mark, JSON spelling and empty values make no difference", "[ladder]") {
  const auto minimal = load("minimal.yaml");
  CHECK(load("crlf.yaml") == minimal);
  CHECK(load("byte-order-mark.yaml") == minimal);
  CHECK(load("empty-values.yaml") == minimal);
  auto flow = load("flow.yaml");
  CHECK(rung::list_behaviors(flow)[0].behavior->probes == std::vector<std::string>{"When?"});
  flow.pillars[0].responsibilities[0].behaviors[0].probes.clear();
  CHECK(flow == minimal);
}

TEST_CASE("places are correct after a byte order mark, CRLF, and wide letters", "[ladder]") {
  const std::string text =
      "\xEF\xBB\xBF"
      "format: rung-ladder/1\r\nid: baker\r\ntitle: Bäcker\r\nsource: {title: Bröt, oops: 1}\r\n";
  const auto parsed = rung::parse_ladder(text, "x.yaml");
  REQUIRE(parsed.diagnostics.size() == 2);
  CHECK(parsed.diagnostics[0].at == rung::Position{1, 1});
  CHECK(parsed.diagnostics[1].at == rung::Position{4, 23});
  CHECK(parsed.diagnostics[1].line == "source: {title: Bröt, oops: 1}");
}

TEST_CASE("ids are up to 64 lowercase letters, digits, and hyphens", "[ladder]") {
  for (const char* id : {"a", "0", "ic3-mle", "a-", "a--b"}) CHECK(rung::is_id(id));
  CHECK(rung::is_id(std::string(64, 'x')));
  CHECK_FALSE(rung::is_id(std::string(65, 'x')));
  for (const char* id : {"", "-a", "A", "a_b", "a.b", "a b", "a/b", "..", "ä", "a\n"}) CHECK_FALSE(rung::is_id(id));
}

TEST_CASE("a scale finds its points by value", "[ladder]") {
  const rung::Scale scale{{{2, "Low", ""}, {5, "High", ""}}};
  CHECK(scale.find(5)->label == "High");
  CHECK(scale.find(3) == nullptr);
  CHECK(scale.index_of(2) == 0);
  CHECK(scale.index_of(5) == 1);
  CHECK(scale.lowest() == 2);
  CHECK(scale.highest() == 5);
}
