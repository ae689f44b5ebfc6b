#pragma once

#include <string>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/store/find_assessment.hpp>

#include "catch.hpp"
#include "store/sample.hpp"
#include "store/scratch.hpp"

namespace rung {

/// A home on the disk, and what is found in it.
struct Shelf {
  Scratch scratch;
  PosixFilesystem filesystem;
  Home home{scratch.path()};

  void put(const std::string& id, int minutes, const std::string& rater = "Ann",
           const std::string& ladder = "ic3-mle") const {
    Assessment assessment = sample_finished(id, minutes, rater, ladder);
    assessment.id = id;
    scratch.write(fmt::format("assessments/{}/{}.json", ladder, id), to_json(assessment));
  }
  std::string find(const std::string& reference, const AssessmentFilter& filter = {}) {
    return find_assessment(filesystem, home, reference, filter).found.reference;
  }
  Error refusal(const std::string& reference, const AssessmentFilter& filter = {}) {
    Error error = error_of([&] { find(reference, filter); });
    CHECK(error.code() == ExitCode::bad_input);
    return error;
  }
};

/// Three finished ones, finished in another order than their names are in, and a draft.
inline void fill(Shelf& shelf) {
  shelf.put("2026-03-14-ann", 60);
  shelf.put("2026-03-14-ann-2", 90);
  shelf.put("2026-03-14-bob", 30, "Bob", "ic4-mle");
  shelf.scratch.write("drafts/ic3-mle-ann.json", to_json(sample_draft("draft")));
}

}  // namespace rung
