#pragma once

#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "scene.hpp"

#include <rung/store/assessments.hpp>

namespace rung::cli {

/// Whose assessments `latest` chooses from: --about and --as.
struct Whose {
  std::optional<std::string> subject;
  std::optional<std::string> rater;
  std::optional<RaterRole> role;

  void declare(Options& options);
  /// Throws Error(usage) if one is given, and one of `references` chooses by itself: neither empty nor `latest`.
  void check(const std::vector<std::string>& references) const;
  /// What names the assessment on a command line again; empty for the latest of all.
  [[nodiscard]] std::string arguments(const std::string& reference) const;
  [[nodiscard]] AssessmentFilter filter() const { return {{}, subject, rater, role}; }
};

/// ` about NAME` if somebody else than the subject rates, for a sentence; empty otherwise.
std::string about_somebody_else(const Assessment& assessment);

/// The same of the assessment at `path`; empty if it cannot be read.
std::string about_somebody_else(const Scene& scene, const std::string& path);

}  // namespace rung::cli
