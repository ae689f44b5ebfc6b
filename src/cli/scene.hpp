#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/cli/environment.hpp>
#include <rung/cli/invocation.hpp>
#include <rung/diagnostic.hpp>
#include <rung/error.hpp>
#include <rung/store/assessments.hpp>
#include <rung/store/home.hpp>
#include <rung/text/block.hpp>
#include <rung/text/paint.hpp>

namespace rung::cli {

/// What every command works with: the world, and how to write to it.
struct Scene {
  const Environment& environment;
  const Ports& ports;
  Home home;
  Paint out;  ///< for standard output
  Paint err;  ///< for standard error
  int width;  ///< cells to lay text out in
};

Scene set_scene(const Environment& environment, const Ports& ports, ColourChoice colour);

/// The message of `error` with its way out, as one sentence without a full stop.
std::string explain(const Error& error);

/// Prints to standard error.
void say(const Scene& scene, const Block& block);
/// A sentence to standard error, wrapped.
void say(const Scene& scene, const std::string& sentence, Style style = Style::plain);
void say(const Scene& scene, const Diagnostics& diagnostics);
/// Files that were passed over, each with its reason.
void warn_unreadable(const Scene& scene, const std::vector<UnreadableFile>& files);

/// Throws Error(usage) when `file` is among the answers: a report must not take the place of what it is made from.
void refuse_answers_as_output(const Scene& scene, const std::string& file);

}  // namespace rung::cli
