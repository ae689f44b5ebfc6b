#include "work_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include "../catch.hpp"

namespace bench {
namespace {

#if __has_include(<catch2/catch_all.hpp>)
using Listener = Catch::EventListenerBase;
#else
using Listener = Catch::TestEventListenerBase;
#endif

struct Line {
  Work work;
  double nanoseconds = 0;  ///< median
};

std::map<std::string, Work>& works() {
  static std::map<std::string, Work> all;
  return all;
}

double find_floor(const std::vector<Line>& lines, const Line& of) {
  for (const Line& line : lines)
    if (line.work.what == of.work.floor && line.work.behaviors == of.work.behaviors) return line.nanoseconds;
  return 0;
}

void print(const std::vector<Line>& lines, const Line& line) {
  const auto behaviors = static_cast<double>(line.work.behaviors);
  std::printf("%-34s %9d %11.3f ms %8.2f us %8.1f MB/s", line.work.what.c_str(), line.work.behaviors,
              line.nanoseconds / 1e6, line.nanoseconds / 1e3 / behaviors,
              static_cast<double>(line.work.bytes) / line.nanoseconds * 1e3);
  if (const double floor = find_floor(lines, line); floor > 0)
    std::printf("  %5.2f of: %s", line.nanoseconds / floor, line.work.floor.c_str());
  std::printf("\n");
}

// The slope of the line that fits the logarithms best: 1 where the cost is in proportion to the work.
double fit_exponent(const std::vector<Line>& lines) {
  double sum_x = 0;
  double sum_y = 0;
  double sum_xx = 0;
  double sum_xy = 0;
  for (const Line& line : lines) {
    const double x = std::log(line.work.behaviors);
    const double y = std::log(line.nanoseconds);
    sum_x += x;
    sum_y += y;
    sum_xx += x * x;
    sum_xy += x * y;
  }
  const auto count = static_cast<double>(lines.size());
  return (count * sum_xy - sum_x * sum_y) / (count * sum_xx - sum_x * sum_x);
}

/// Collects what Catch2 measured and prints it in our terms.
class Table : public Listener {
 public:
  using Listener::Listener;

  void benchmarkEnded(const Catch::BenchmarkStats<>& stats) override {
    std::vector<double> samples;
    for (const auto& sample : stats.samples) samples.push_back(sample.count());
    std::sort(samples.begin(), samples.end());
    if (const auto work = works().find(stats.info.name); work != works().end() && !samples.empty())
      lines_.push_back({work->second, samples[samples.size() / 2]});
  }

  void testRunEnded(const Catch::TestRunStats& stats) override {
    Listener::testRunEnded(stats);
    std::printf("%-34s %9s %14s %11s %13s\n", "medians", "behaviors", "time", "each", "bytes");
    std::vector<Line> same;
    for (const Line& line : lines_) {
      if (!same.empty() && same.front().work.what != line.work.what) print_exponent(same);
      print(lines_, line);
      same.push_back(line);
    }
    print_exponent(same);
  }

 private:
  static void print_exponent(std::vector<Line>& same) {
    if (same.size() > 1) std::printf("%-34s exponent %.3f\n", same.front().work.what.c_str(), fit_exponent(same));
    same.clear();
  }

  std::vector<Line> lines_;
};

CATCH_REGISTER_LISTENER(Table)

}  // namespace

std::string enter(const Work& work) {
  const std::string name = work.what + " of " + std::to_string(work.behaviors);
  works()[name] = work;
  return name;
}

}  // namespace bench
