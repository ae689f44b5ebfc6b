#include <rung/analysis/state_counts.hpp>

#include <variant>

namespace rung {
namespace {

struct StateCounter {
  StateCounts& counts;
  void operator()(const Unrated&) const { ++counts.unrated; }
  void operator()(const NotApplicable&) const { ++counts.not_applicable; }
  void operator()(const NoOpportunity&) const { ++counts.no_opportunity; }
  void operator()(const Rated&) const { ++counts.rated; }
};

}  // namespace

void StateCounts::add(const Rating& rating) { std::visit(StateCounter{*this}, rating); }

}  // namespace rung
