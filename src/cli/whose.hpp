#pragma once

#include <optional>
#include <string>
#include <vector>

#include "options.hpp"

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

}  // namespace rung::cli
