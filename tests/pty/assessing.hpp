#pragma once

#include <string>
#include <vector>

#include <rung/assessment/assessment.hpp>

#include "pty/session.hpp"
#include "store/scratch.hpp"

// What the tests that drive the real program have in common.

/// Assesses the built-in ladder as Kim.
std::vector<std::string> assess();

/// Assesses the ladder in `path` as Kim.
std::vector<std::string> assess(const std::string& path);

/// Writes a ladder with that many behaviors, rated from 1 to `points`, into `scratch`; its id is `tiny`. Its path.
std::string write_ladder(const rung::Scratch& scratch, int behaviors, int points = 4);

/// Writes a ladder that asks `texts`; its id is `tiny`. Its path.
std::string write_ladder(const rung::Scratch& scratch, const std::vector<std::string>& texts, int points = 4);

rung::Assessment read_assessment(const std::string& path);

/// Kim's draft of the ladder with that id.
std::string draft_path(const std::string& home, const std::string& ladder = "tiny");
rung::Assessment read_draft(const std::string& home, const std::string& ladder = "tiny");

/// How many behaviors are answered in Kim's draft; 0 when there is none.
int count_saved(const std::string& home, const std::string& ladder = "tiny");

/// The one finished assessment of the ladder with that id.
rung::Assessment read_finished(const std::string& home, const std::string& ladder = "tiny");

/// The value of each answer as a digit, `n` for not applicable, `o` for no opportunity, `-` for unrated.
std::string ratings(const rung::Assessment& assessment);

/// Without what tells when it was made.
rung::Assessment without_times(rung::Assessment assessment);

/// The files below `home`, sorted, with their paths below it.
std::vector<std::string> files_in(const std::string& home);

/// How the question with that number begins on the screen, styles included.
std::string numbered(int number);

/// Quits with the key and checks that the session ends as one that can be resumed.
void quit(Session& session);
