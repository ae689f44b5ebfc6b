#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <rung/analysis/trend.hpp>
#include <rung/error.hpp>
#include <rung/report/render.hpp>
#include <rung/report/rows.hpp>
#include <rung/text/width.hpp>

#include "fuzz/expect.hpp"
#include "fuzz/made.hpp"

using namespace rung;

namespace {

void expect_fits(std::string_view text, int width) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    fuzz::expect(cell_width(text.substr(0, end)) <= width, "no line of a report is wider than asked");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void render_everywhere(const Report& report) {
  for (const int width : {20, 40, 80}) {
    const std::string text = render(report, Format::text, {width, {}, {}});
    fuzz::expect(fuzz::is_inert(text), "a report in the terminal is inert");
    expect_fits(text, width);
  }
  for (const Format format : {Format::markdown, Format::html, Format::json}) {
    const std::string bytes = render(report, format);
    fuzz::expect(fuzz::is_inert(bytes), "a report is inert in every format");
    if (format == Format::html) fuzz::expect(bytes.find("<script") == std::string::npos, "a page holds no script");
    if (format == Format::json) fuzz::expect(nlohmann::json::accept(bytes), "JSON is JSON");
  }
  render(report, Format::csv);
}

}  // namespace

/// Reports in every format about ladders and assessments with any bytes in their texts, those that no file may hold
/// too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  fuzz::Maker maker(bytes, fuzz::Texts::any);
  const Assessment before = maker.assessment(maker.ladder());
  const Assessment after = maker.assessment(bytes.ConsumeBool() ? before.ladder : maker.ladder());
  const GapReport report = make_gap_report(after);
  render_everywhere(report);
  try {
    render(report, Format::svg);
  } catch (const Error& error) {
    fuzz::expect(error.code() == ExitCode::usage, "only a report without a chart cannot be drawn");
  }
  render_everywhere(redact(report));
  render_everywhere(make_change_report(before, after));
  render_everywhere(LadderDiffReport{compare_ladders(before.ladder, after.ladder)});
  render_everywhere(NextLevelReport{judge_against(before, after.ladder)});
  render_everywhere(LadderPage{after.ladder});
  for (const AnswerRow& row : list_rows(after, "made/one", Disclosure::full))
    fuzz::expect(fuzz::is_inert(to_json_line(row)), "a row is inert");
  return 0;
}
