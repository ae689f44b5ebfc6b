#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <rung/analysis/fitting.hpp>
#include <rung/assessment/json.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/write.hpp>
#include <rung/ladder/yaml.hpp>
#include <rung/report/render.hpp>
#include <rung/report/report.hpp>

#include "../catch.hpp"
#include "made.hpp"
#include "work_table.hpp"

namespace bench {
namespace {

using namespace rung;

constexpr int sizes[] = {53, 530, 1'000, 5'300, 10'000};

// The largest of these ladders are beyond what a ladder's file may hold: here, what it costs is asked, not whether.
constexpr YamlLimits no_limits{1U << 30U, 32, 1 << 30, 16U << 10U};

Ladder load_ladder(const std::string& yaml) {
  const Source source("made", yaml);
  const Parsed<Node> tree = parse_yaml(source, no_limits);
  Reading reading(source, UnknownKeys::refuse);
  return read_ladder(reading, tree.value.value(), "");
}

// What yaml-cpp costs when nobody wants to know.
class Ignore final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

bool read_events(const std::string& yaml) {
  std::istringstream stream(yaml);
  YAML::Parser parser(stream);
  Ignore ignore;
  return parser.HandleNextDocument(ignore);
}

template <class Run>
void measure(const Work& work, Run run) {
  BENCHMARK(enter(work)) { return run(); };
}

void measure_render(const std::string& what, int behaviors, const Report& report, Format format) {
  measure({what, behaviors, render(report, format).size()}, [&] { return render(report, format); });
}

TEST_CASE("ladders") {
  for (const int size : sizes) {
    const std::string yaml = write_ladder(make_ladder(size));
    measure({"yaml-cpp reads the events", size, yaml.size()}, [&] { return read_events(yaml); });
  }
  for (const int size : sizes) {
    const std::string yaml = write_ladder(make_ladder(size));
    REQUIRE(load_ladder(yaml) == make_ladder(size));
    measure({"load a ladder", size, yaml.size(), "yaml-cpp reads the events"}, [&] { return load_ladder(yaml); });
  }
}

TEST_CASE("assessments") {
  for (const int size : sizes) {
    const std::string json = to_json(make_assessment(make_ladder(size), 1));
    measure({"nlohmann_json accepts the text", size, json.size()}, [&] { return nlohmann::json::accept(json); });
  }
  for (const int size : sizes) {
    const Assessment assessment = make_assessment(make_ladder(size), 1);
    const std::string json = to_json(assessment);
    REQUIRE(parse_assessment(json, "made").value == assessment);
    measure({"load an assessment", size, json.size(), "nlohmann_json accepts the text"},
            [&] { return parse_assessment(json, "made"); });
  }
  for (const int size : sizes) {
    const Assessment assessment = make_assessment(make_ladder(size), 1);
    measure({"write an assessment", size, to_json(assessment).size()}, [&] { return to_json(assessment); });
  }
}

TEST_CASE("reports") {
  constexpr std::pair<Format, const char*> formats[] = {
      {Format::text, "text"}, {Format::markdown, "Markdown"}, {Format::html, "HTML"}, {Format::json, "JSON"}};
  for (const auto& [format, name] : formats) {
    for (const int size : sizes) {
      const Report report = make_gap_report(make_assessment(make_ladder(size), 1));
      measure_render(std::string("gap report as ") + name, size, report, format);
    }
  }
  for (const int size : sizes) {
    const Ladder ladder = make_ladder(size);
    const Assessment before = make_assessment(ladder, 1);
    const Assessment after = make_assessment(ladder, 2);
    const auto run = [&] { return render(make_change_report(before, after), Format::text); };
    measure({"change report, compared and as text", size, run().size()}, run);
  }
}

TEST_CASE("fitting") {
  constexpr std::string_view entry =
      "Postmortm for the outage w/ infra, shared the lessons and added an alert (REC-88)";
  const auto find_anew = [&](const Ladder& ladder) { return BehaviorFinder(ladder).find(entry); };
  for (const int size : sizes) {
    const Ladder ladder = make_ladder(size);
    measure({"index a ladder and find what an entry fits", size, entry.size()}, [&] { return find_anew(ladder); });
  }
  int behaviors = 0;
  std::vector<BehaviorFinder> finders;
  for (const BuiltinLadder& builtin : builtin_ladders()) {
    const Ladder ladder = parse_ladder(std::string(builtin.yaml), std::string(builtin.id)).value.value();
    const auto size = static_cast<int>(list_behaviors(ladder).size());
    measure({"index " + ladder.id + " and find", size, entry.size()}, [&] { return find_anew(ladder); });
    behaviors += size;
    finders.emplace_back(ladder);
  }
  measure({"find in all built-in ladders, indexed", behaviors, entry.size()}, [&] {
    std::size_t found = 0;
    for (const BehaviorFinder& finder : finders) found += finder.find(entry).size();
    return found;
  });
}

}  // namespace
}  // namespace bench
