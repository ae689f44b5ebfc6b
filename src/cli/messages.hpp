#pragma once

#include <string>
#include <vector>

#include "scene.hpp"

#include <rung/diagnostic.hpp>
#include <rung/error.hpp>
#include <rung/store/assessments.hpp>
#include <rung/text/block.hpp>

namespace rung::cli {

/// The message of `error` and its hint, as one sentence without a full stop.
std::string explain(const Error& error);

/// Prints to standard error.
void say(const Scene& scene, const Block& block);
/// A sentence, wrapped.
void say(const Scene& scene, const std::string& sentence, Style style = Style::plain);
void say(const Scene& scene, const Diagnostics& diagnostics);
/// An error that ends the program: its diagnostics, its message, its hint.
void say(const Scene& scene, const Error& error);
/// Warns of files that were passed over, each with its reason.
void warn_unreadable(const Scene& scene, const std::vector<UnreadableFile>& files);

}  // namespace rung::cli
