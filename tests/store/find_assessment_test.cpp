#include <rung/store/earlier.hpp>
#include <rung/store/find_assessment.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <rung/store/diagnosed_error.hpp>

#include "catch.hpp"
#include "store/faulty_filesystem.hpp"
#include "store/shelf.hpp"

using namespace rung;

namespace {

struct LatestShelf : Shelf {
  /// Judges the day `days` after 14 March 2026 and was finished in that minute; named as Rung does.
  std::string put(int days, const Rater& rater = {"Ann"}, const std::string& subject = "Ann", int minute = 60) {
    Assessment assessment = sample_finished("note", minute, rater.name);
    assessment.subject = {subject};
    assessment.rater = rater;
    assessment.on = Date(std::chrono::sys_days(assessment.on) + std::chrono::days(days));
    assessment.sitting = fmt::format("sitting-{}", heads.size());
    const std::string start =
        fmt::format("{}-{}", format_date(assessment.on), make_pair_slug(assessment.subject, rater));
    const auto is_taken = [&](const AssessmentHead& head) { return head.id == assessment.id; };
    assessment.id = start;
    for (int n = 2; std::any_of(heads.begin(), heads.end(), is_taken); ++n)
      assessment.id = fmt::format("{}-{}", start, n);
    scratch.write(fmt::format("assessments/ic3-mle/{}.json", assessment.id), to_json(assessment));
    heads.push_back(head_of(assessment));
    return assessment.id;
  }

  std::string find_id(const std::string& reference, const AssessmentFilter& filter = {}) {
    return find_assessment(filesystem, home, reference, filter).found.id;
  }

  std::vector<AssessmentHead> heads;
};

/// How many files of assessments an action opens.
template <class Action>
int count_opened(Filesystem& inner, const Action& action) {
  int opened = 0;
  FaultyFilesystem counted(inner, [&opened](int, const std::string& call, const std::string& name) {
    if (call == "open" && name.ends_with(".json")) ++opened;
    return 0;
  });
  action(counted);
  return opened;
}

}  // namespace

TEST_CASE("a reference is latest, one before it, an id, a unique prefix or a path", "[store]") {
  Shelf shelf;
  fill(shelf);
  CHECK(shelf.find("latest") == "ic3-mle/2026-03-14-ann-2");
  CHECK(shelf.find("latest~0") == "ic3-mle/2026-03-14-ann-2");
  CHECK(shelf.find("latest~1") == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("latest", {"ic4-mle"}) == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("latest~1", {.rater = "Ann"}) == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("2026-03-14-ann") == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("ic3-mle/2026-03-14-ann") == "ic3-mle/2026-03-14-ann");
  CHECK(shelf.find("2026-03-14-b") == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("ic4") == "ic4-mle/2026-03-14-bob");
  CHECK(shelf.find("ic3-mle-ann") == "drafts/ic3-mle-ann");
  const std::string path = shelf.scratch / "assessments/ic4-mle/2026-03-14-bob.json";
  CHECK(shelf.find(path) == path);
}

TEST_CASE("a label names an assessment unless it is an id", "[store]") {
  Shelf shelf;
  fill(shelf);
  const auto put_label = [&](const std::string& file, Assessment assessment, const std::string& label) {
    assessment.label = label;
    shelf.scratch.write(file, to_json(assessment));
  };
  put_label("assessments/ic3-mle/2026-03-15-ann.json", sample_finished("note", 95), "spring");
  put_label("drafts/ic3-mle/ann.json", sample_draft("note"), "spring");
  CHECK(shelf.find("spring") == "ic3-mle/2026-03-15-ann");
  put_label("drafts/ic3-mle/ann.json", sample_draft("note"), "summer/2026");
  CHECK(shelf.find("summer/2026") == "drafts/ic3-mle/ann");
  put_label("assessments/ic4-mle/2026-03-15-ann.json", sample_finished("note", 95), "spring");
  CHECK(shelf.refusal("spring").hint() == "write one of `ic3-mle/2026-03-15-ann`, `ic4-mle/2026-03-15-ann`");
  CHECK_THAT(shelf.refusal("sprin").what(), ContainsSubstring("there is no assessment `sprin`"));
  // An id comes before a label, and a label before the start of an id.
  put_label("assessments/ic3-mle/2026-03-16-ann.json", sample_finished("note", 96), "2026-03-14-ann-2");
  put_label("assessments/ic3-mle/2026-03-17-ann.json", sample_finished("note", 97), "2026-03");
  CHECK(shelf.find("2026-03-14-ann-2") == "ic3-mle/2026-03-14-ann-2");
  CHECK(shelf.find("2026-03") == "ic3-mle/2026-03-17-ann");
}

TEST_CASE("a draft is named with its directory, its ladder, or by its name alone", "[store]") {
  Shelf shelf;
  fill(shelf);
  shelf.scratch.write("drafts/ic4-mle/bob--by--ann.json", to_json(sample_draft("draft")));
  for (const char* reference : {"drafts/ic4-mle/bob--by--ann", "drafts/bob--by--ann", "ic4-mle/bob--by--ann",
                                "bob--by--ann", "drafts/bob", "bob"}) {
    INFO(reference);
    CHECK(shelf.find(reference) == "drafts/ic4-mle/bob--by--ann");
  }
  CHECK(shelf.find("drafts/ic3-mle-ann") == "drafts/ic3-mle-ann");
  shelf.scratch.write("drafts/ic3-mle/bob--by--ann.json", to_json(sample_draft("draft")));
  CHECK(shelf.refusal("drafts/bob--by--ann").hint() ==
        "write one of `drafts/ic3-mle/bob--by--ann`, `drafts/ic4-mle/bob--by--ann`");
}

TEST_CASE("what was removed is not found", "[store]") {
  Shelf shelf;
  fill(shelf);
  std::filesystem::create_directories(shelf.scratch / "removed/assessments/ic3-mle");
  std::filesystem::rename(shelf.scratch / "assessments/ic3-mle/2026-03-14-ann-2.json",
                          shelf.scratch / "removed/assessments/ic3-mle/2026-03-14-ann-2.json");
  CHECK(shelf.find("latest") == "ic3-mle/2026-03-14-ann");
  CHECK_THAT(shelf.refusal("2026-03-14-ann-2").what(), ContainsSubstring("there is no assessment"));
}

TEST_CASE("a prefix that several assessments share lists them", "[store]") {
  Shelf shelf;
  fill(shelf);
  const Error error = shelf.refusal("2026-03");
  CHECK(error.what() == std::string("`2026-03` can mean more than one assessment"));
  CHECK(error.hint() == "write one of `ic3-mle/2026-03-14-ann`, `ic3-mle/2026-03-14-ann-2`, `ic4-mle/2026-03-14-bob`");
}

TEST_CASE("an id that two ladders share asks for the ladder", "[store]") {
  Shelf shelf;
  shelf.put("2026-03-14-ann", 1);
  shelf.put("2026-03-14-ann", 2, "Ann", "ic4-mle");
  CHECK(shelf.refusal("2026-03-14-ann").hint() == "write one of `ic3-mle/2026-03-14-ann`, `ic4-mle/2026-03-14-ann`");
}

TEST_CASE("an unknown reference says what there is", "[store]") {
  Shelf shelf;
  CHECK(shelf.refusal("x").hint() == "`rung assess` makes one");
  fill(shelf);
  CHECK(shelf.refusal("2026-03-14-bbo").what() == std::string("there is no assessment `2026-03-14-bbo`"));
  CHECK(shelf.refusal("2026-03-14-bbo").hint() == "did you mean `2026-03-14-bob`?");
  CHECK(shelf.refusal("quite-another-thing").hint() ==
        "there is `ic4-mle/2026-03-14-bob`, `ic3-mle/2026-03-14-ann-2`, `ic3-mle/2026-03-14-ann`, "
        "`drafts/ic3-mle-ann`");
  CHECK(shelf.refusal("").what() == std::string("the name of the assessment is empty"));
  CHECK(shelf.refusal("no/such.json").what() == std::string("there is no file no/such.json"));
}

TEST_CASE("latest without a finished assessment says what to do", "[store]") {
  Shelf shelf;
  CHECK(shelf.refusal("latest").what() == std::string("there is no finished assessment yet"));
  CHECK(shelf.refusal("latest").hint() == "`rung assess` makes one");
  shelf.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("draft")));
  CHECK(shelf.refusal("latest").hint() == "`rung assess` goes on with the draft");
  fill(shelf);
  CHECK(shelf.refusal("latest", {"ic5", "Bob", "Eve", {}}).what() ==
        std::string("there is no finished assessment on the ladder `ic5` about `Bob` by `Eve` yet"));
}

TEST_CASE("latest with a number too large or none says what can be written", "[store]") {
  Shelf shelf;
  fill(shelf);
  CHECK(
      shelf.refusal("latest~2").what() ==
      std::string("`latest~2` is further back than the 2 assessments there are on the ladder `ic3-mle` about `Ann` by "
                  "`Ann`"));
  CHECK(shelf.refusal("latest~2").hint() == "the first one is `latest~1`");
  CHECK(shelf.refusal("latest~1", {"ic4-mle"}).what() ==
        std::string("`latest~1` is further back than the 1 assessment there is on the ladder `ic4-mle` about `Bob` by "
                    "`Bob`"));
  for (const auto* reference : {"latest~", "latest~x", "latest~-1", "latest~1x", "latest~99999999999999999999999"})
    CHECK(shelf.refusal(reference).hint() == "write `latest~1` for the one before the latest");
}

TEST_CASE("a bad file that is meant by its whole name does not give way to another", "[store]") {
  Shelf shelf;
  fill(shelf);
  shelf.scratch.write("assessments/ic3-mle/2026-03-14-ann.json", "{");
  CHECK_THROWS_AS(shelf.find("2026-03-14-ann"), DiagnosedError);
  CHECK_THROWS_AS(shelf.find("ic3-mle/2026-03-14-ann"), DiagnosedError);
  CHECK_THROWS_AS(shelf.find(shelf.scratch / "assessments/ic3-mle/2026-03-14-ann.json"), DiagnosedError);
  const FoundAssessment latest = find_assessment(shelf.filesystem, shelf.home, "latest");
  CHECK(latest.unreadable.size() == 1);
}

TEST_CASE("the latest is the latest self-rating, by the date judged, its end and its id", "[store]") {
  LatestShelf shelf;
  shelf.put(-3);
  const std::string earlier = shelf.put(0, {"Ann"}, "Ann", 50);
  const std::string later = shelf.put(0, {"Ann"}, "Ann", 40);
  shelf.put(5, {"Bob", RaterRole::manager});
  CHECK(shelf.find_id("latest") == earlier);
  CHECK(shelf.find_id("latest~1") == later);
  CHECK(shelf.find_id("latest", {.subject = "Ann", .rater = "Bob"}) == "2026-03-19-ann--by--bob");
  CHECK(shelf.find_id("latest", {.subject = "Ann"}) == earlier);
}

TEST_CASE("without any self-rating the latest is the latest at all", "[store]") {
  LatestShelf shelf;
  shelf.put(0, {"Ines", RaterRole::peer});
  shelf.put(1, {"Bob", RaterRole::manager});
  const std::string before = shelf.put(-1, {"Bob", RaterRole::manager});
  CHECK(shelf.find_id("latest") == "2026-03-15-ann--by--bob");
  CHECK(shelf.find_id("latest~1") == before);
  CHECK(shelf.refusal("latest~2").hint() == "the first one is `latest~1`");
  CHECK(shelf.find_id("latest", {.rater = "Ines", .role = RaterRole::peer}) == "2026-03-14-ann--by--ines");
}

TEST_CASE("the name of an undated file does not say when it was", "[store]") {
  LatestShelf shelf;
  shelf.put(0);
  shelf.put(9);
  Assessment renamed = sample_finished("note", 60);
  renamed.on = parse_date("2026-03-20").value();
  shelf.scratch.write("assessments/ic3-mle/renamed.json", to_json(renamed));
  CHECK(shelf.find_id("latest") == "2026-03-23-ann");
  CHECK(shelf.find_id("latest~1") == "renamed");
  CHECK(shelf.find_id("latest~2") == "2026-03-14-ann");
}

TEST_CASE("a bad file that could be the latest is named", "[store]") {
  LatestShelf shelf;
  shelf.put(0);
  shelf.put(-1);
  std::string torn = to_json(sample_finished("note", 90));
  torn.resize(torn.size() - 10);
  shelf.scratch.write("assessments/ic3-mle/2026-03-13-ann.json", "{");
  shelf.scratch.write("assessments/ic3-mle/2026-03-14-ann-2.json", torn);
  shelf.scratch.write("assessments/ic3-mle/copy.json", "{");
  const FoundAssessment found = find_assessment(shelf.filesystem, shelf.home, "latest");
  CHECK(found.found.id == "2026-03-14-ann");
  REQUIRE(found.unreadable.size() == 2);
  CHECK(found.unreadable[0].path.ends_with("/copy.json"));
  CHECK(found.unreadable[1].path.ends_with("/2026-03-14-ann-2.json"));
}

TEST_CASE("what is named by its id or is the latest is found among many in few files", "[store]") {
  LatestShelf shelf;
  for (int day = 0; day < 60; ++day) {
    shelf.put(-day);
    shelf.put(-day, {"Bob", RaterRole::manager});
  }
  const auto opened = [&](const std::string& reference, const AssessmentFilter& filter = {}) {
    return count_opened(shelf.filesystem,
                        [&](Filesystem& files) { find_assessment(files, shelf.home, reference, filter); });
  };
  CHECK(opened("ic3-mle/2026-03-01-ann") == 1);
  CHECK(opened("2026-03-01-ann") == 1);
  CHECK(opened("latest") <= 4);
  CHECK(opened("latest~3") <= 8);
  CHECK(opened("latest", {.subject = "Ann", .rater = "Bob"}) <= 4);
  CHECK(opened("latest~3", {.subject = "Ann", .rater = "Bob"}) <= 8);
  const Assessment after = find_assessment(shelf.filesystem, shelf.home, "2026-02-10-ann--by--bob").found.assessment;
  CHECK(count_opened(shelf.filesystem, [&](Filesystem& files) { find_previous(files, shelf.home, after); }) <= 4);
}

TEST_CASE("the previous one is of the same ladder, subject and rater", "[store]") {
  LatestShelf shelf;
  const auto previous_of = [&](const Assessment& after) {
    const auto found = find_previous(shelf.filesystem, shelf.home, after);
    return found ? found->id : "none";
  };
  const auto load = [&](const std::string& id) {
    return find_assessment(shelf.filesystem, shelf.home, id).found.assessment;
  };
  const std::string first = shelf.put(0);
  const std::string second = shelf.put(2);
  const std::string third = shelf.put(4);
  shelf.put(3, {"Bob", RaterRole::manager});
  shelf.put(3, {"Bob"}, "Bob");
  CHECK(previous_of(load(third)) == second);
  CHECK(previous_of(load(second)) == first);
  CHECK(previous_of(load(first)) == "none");
  CHECK(previous_of(load("2026-03-17-bob")) == "none");

  Assessment draft = sample_draft("draft");
  CHECK(previous_of(draft) == first);
  draft.on = load(third).on;
  CHECK(previous_of(draft) == third);
  // The draft of an amendment is not compared with what it amends.
  draft.sitting = load(third).sitting;
  CHECK(previous_of(draft) == second);
}

TEST_CASE("opening few files or all of them gives the same assessment", "[store]") {
  std::mt19937 numbers(7);
  const std::vector<Rater> raters{{"Ann"}, {"Bob"}, {"Ann", RaterRole::peer}, {"Zoë Müller-Lüdenscheidt the 2nd"}};
  for (int round = 0; round < 20; ++round) {
    LatestShelf shelf;
    for (int i = 0; i < 12; ++i) {
      const Rater& rater = raters[numbers() % raters.size()];
      const std::string subject = numbers() % 3 == 0 ? "Bob" : rater.name;
      shelf.put(static_cast<int>(numbers() % 8), rater, subject, static_cast<int>(numbers() % 5));
    }
    std::vector<AssessmentHead> all = shelf.heads;
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return is_earlier(b, a); });
    for (const AssessmentHead& one : all) {
      const AssessmentFilter series = same_series(one);
      std::vector<std::string> expected;
      for (const AssessmentHead& other : all)
        if (passes(other, series)) expected.push_back(other.id);
      for (std::size_t back = 0; back < expected.size(); ++back) {
        INFO("round " << round << ", " << back << " back in the series of " << one.id);
        REQUIRE(shelf.find_id(fmt::format("latest~{}", back), series) == expected[back]);
      }
    }
    const auto self = std::find_if(all.begin(), all.end(), is_self_rating);
    REQUIRE(self != all.end());
    REQUIRE(shelf.find_id("latest") == self->id);
  }
}
