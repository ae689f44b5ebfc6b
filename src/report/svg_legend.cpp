#include "svg_legend.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "html_text.hpp"
#include "svg_text.hpp"

namespace rung {
namespace {

constexpr double size = 13;
constexpr double row_height = 20;
constexpr double sample_width = 34;
constexpr double between = 24;

struct Entry {
  std::string sample;  ///< drawn around the origin of its own
  std::string text;
};

std::vector<Entry> list_entries(const Radar& radar) {
  std::vector<Entry> entries;
  for (const auto& series : radar.series) {
    const bool is_latest = &series == &radar.series.back();
    entries.push_back({is_latest
                           ? "<path class=\"now\" d=\"M0 0H26\"/><path class=\"now-mark\" d=\"M9 -4h8v8h-8z\"/>"
                           : "<path class=\"then\" d=\"M0 0H26\"/><circle class=\"then-mark\" cx=\"13\" r=\"6.5\"/>",
                       series.name});
  }
  entries.push_back({"<path class=\"target\" d=\"M0 0H26\"/>", "Target"});
  entries.push_back({"<circle class=\"dot\" cx=\"5\" r=\"4\"/><circle class=\"dot\" cx=\"19\" r=\"7\"/>",
                     radar.series.size() > 1 ? "Ratings after, by their share" : "Ratings, by their share"});
  return entries;
}

class Rows {
 public:
  explicit Rows(const LegendSpace& space) : left_(-space.half_width), right_(space.half_width), y_(space.top) {}

  void add(Entry entry) {
    const auto lines = wrap_for_drawing(entry.text, right_, size, 1);
    entry.text = lines.empty() ? "" : lines.front();
    const double wide = sample_width + estimate_width(entry.text, size);
    if (!row_.empty() && taken_ + between + wide > right_ - left_) end_row();
    row_.push_back({std::move(entry), wide});
    taken_ += wide + (row_.size() > 1 ? between : 0);
  }

  void end_row() {
    double x = -taken_ / 2;
    for (const auto& [entry, wide] : row_) {
      out_ += fmt::format("<g transform=\"translate({} {})\">{}</g><text class=\"small\" x=\"{}\" y=\"{}\">{}</text>\n",
                          write_number(x), write_number(y_ - 4), entry.sample, write_number(x + sample_width),
                          write_number(y_), escape_html(entry.text));
      x += wide + between;
    }
    row_.clear();
    taken_ = 0;
    y_ += row_height;
  }

  void add_lines(const std::string& text) {
    for (const auto& line : wrap_for_drawing(text, right_ - left_, size, 6)) {
      out_ += fmt::format("<text class=\"small\" x=\"0\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", write_number(y_),
                          escape_html(line));
      y_ += row_height;
    }
  }

  [[nodiscard]] Legend take() { return {std::move(out_), y_ - row_height}; }

 private:
  struct Placed {
    Entry entry;
    double width = 0;
  };

  double left_;
  double right_;
  double y_;
  double taken_ = 0;
  std::vector<Placed> row_;
  std::string out_;
};

}  // namespace

Legend draw_legend(const Radar& radar, const LegendSpace& space) {
  Rows rows(space);
  for (auto& entry : list_entries(radar)) rows.add(std::move(entry));
  rows.end_row();
  std::string points;
  for (const auto& point : radar.points) points += (points.empty() ? "Rings, from the inside: " : " · ") + point;
  rows.add_lines(points);
  return rows.take();
}

}  // namespace rung
