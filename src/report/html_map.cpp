#include "html_map.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "html_parts.hpp"
#include "inline_text.hpp"

namespace rung {
namespace {

/// The marks that occur and need an explanation.
struct Occurrence {
  std::set<TargetSide> sides;
  bool evidence = false;
  bool gate = false;

  void add(const std::vector<Square>& squares) {
    for (const Square& square : squares) {
      sides.insert(square.standpoint.side);
      evidence = evidence || square.standpoint.has_evidence;
    }
  }
};

Occurrence look_over(const Map& map) {
  Occurrence seen;
  for (const MapRow& row : map.rows) {
    seen.gate = seen.gate || row.gate;
    for (const MapGroup& group : row.groups) seen.add(group.squares);
  }
  return seen;
}

Occurrence look_over(const Matrix& matrix) {
  Occurrence seen;
  for (const MatrixRow& row : matrix.rows) seen.add(row.squares);
  return seen;
}

std::string write_html_legend(const Occurrence& seen, const std::vector<Tag>& letters) {
  std::string out;
  const auto add = [&out](std::string_view classes, std::string_view words) {
    out += fmt::format("<span><i class=\"{}\"></i> {}</span> ", classes, words);
  };
  if (seen.sides.contains(TargetSide::below)) add("sq lo", "below target");
  if (seen.sides.contains(TargetSide::at)) add("sq at", "at target");
  if (seen.sides.contains(TargetSide::above)) add("sq hi", "above target");
  if (seen.evidence) add("dot", "evidence");
  if (seen.gate) add("tick", "gate");
  for (const Tag& letter : letters) out += fmt::format("<span>{}</span> ", escape_html(letter.text));
  return out.empty() ? out : fmt::format("<p class=\"legend\">{}</p>\n", out);
}

std::string name_square(const Square& square) {
  return fmt::format("{}{}", escape_html(square.name), square.standpoint.has_evidence ? ", evidence" : "");
}

// The mark is hidden from screen readers, so that the title is the name of the square, and is written once.
std::string write_square(const Square& square, const Anchors& anchors) {
  const auto classes = classes_of(square.standpoint);
  const auto name = name_square(square);
  const auto mark = escape_html(square.mark);
  const auto link = fmt::format("#{}", square.id);
  if (anchors.leads_somewhere(link)) {
    return fmt::format("<a class=\"{}\" href=\"{}\" title=\"{}\"><i aria-hidden=\"true\">{}</i></a>", classes, link,
                       name, mark);
  }
  return fmt::format("<span class=\"{}\" role=\"img\" aria-label=\"{}\" title=\"{}\">{}</span>", classes, name, name,
                     mark);
}

std::string write_gate(const std::optional<double>& gate) {
  return gate ? fmt::format("--g:{:g}%", *gate * 100) : std::string();
}

// A value that most rows share is shown once, on the map.
std::optional<double> find_common_gate(const Map& map) {
  const bool same = std::all_of(map.rows.begin(), map.rows.end(),
                                [&map](const MapRow& row) { return row.gate == map.rows.front().gate; });
  return same && !map.rows.empty() ? map.rows.front().gate : std::nullopt;
}

std::string write_bar(const MapRow& row, bool shares_gate) {
  if (!row.share || !row.share->has_basis()) return "<span></span><span class=\"fig\">–</span>";
  std::string style = fmt::format("--w:{}%", percent(*row.share));
  if (row.gate && !shares_gate) style += fmt::format(";{}", write_gate(row.gate));
  return fmt::format("<span class=\"{}\" style=\"{}\"></span><span class=\"fig\">{}/{}</span>", row.gate ? "m t" : "m",
                     style, row.share->part, row.share->whole);
}

std::string write_map_row(const MapRow& row, bool shares_gate, const Anchors& anchors) {
  std::string out = fmt::format("<li{}><b>{}</b>\n<span class=\"sqs\">", write_class(row.remark.empty() ? "" : "short"),
                                escape_html(row.title));
  for (const MapGroup& group : row.groups) {
    out += fmt::format("<span class=\"g\" role=\"group\" aria-label=\"{}\">", escape_html(group.title));
    for (const Square& square : group.squares) out += write_square(square, anchors);
    out += "</span>\n";
  }
  out += fmt::format("</span>{}<span class=\"rem\">{}</span></li>\n", write_bar(row, shares_gate),
                     escape_html(row.remark));
  return out;
}

std::string write_figure(const Share& share) {
  return share.has_basis() ? fmt::format("{}/{}", share.part, share.whole) : std::string("–");
}

std::string draw_dumbbell(const Dumbbell& dumbbell) {
  std::string style;
  const auto add = [&style](std::string_view name, const Share& share) {
    if (share.has_basis()) style += fmt::format("--{}:{}%;", name, percent(share));
  };
  add("a", dumbbell.before);
  add("b", dumbbell.after);
  if (style.empty()) return {};
  style += write_gate(dumbbell.gate);
  const bool both = dumbbell.before.has_basis() && dumbbell.after.has_basis();
  return fmt::format("<span class=\"d{}\" style=\"{}\">{}{}{}</span>", dumbbell.gate ? " t" : "", style,
                     both ? "<i></i>" : "", dumbbell.before.has_basis() ? "<i class=\"a\"></i>" : "",
                     dumbbell.after.has_basis() ? "<i class=\"b\"></i>" : "");
}

std::string write_dumbbell(const Dumbbell& dumbbell) {
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td class=\"r\">{}</td><td class=\"ax\">{}</td><td>{}</td><td>{}</td></tr>\n",
      escape_html(dumbbell.title), write_figure(dumbbell.before), draw_dumbbell(dumbbell), write_figure(dumbbell.after),
      escape_html(dumbbell.remark));
}

std::string open_scroll(std::string_view label, std::string_view table) {
  return fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" {}>\n<table class=\"{}\">\n<thead><tr>",
                     label, table);
}

// A date is broken after its year, so that its column is as narrow as possible.
std::string write_time(const std::string& time) {
  auto out = escape_html(time);
  if (out.size() == 10 && out[4] == '-' && out[7] == '-') out.insert(5, "<br/>");
  return out;
}

std::string write_matrix_row(const MatrixRow& row, const Matrix& matrix, bool has_remarks) {
  if (row.squares.empty()) {
    return fmt::format("<tr><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n",
                       matrix.times.size() + (has_remarks ? 2 : 1), escape_html(row.title));
  }
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", escape_html(row.title));
  for (const Square& square : row.squares) {
    out += fmt::format("<td><span class=\"{}\" title=\"{}\">{}</span></td>", classes_of(square.standpoint),
                       name_square(square), escape_html(square.mark));
  }
  if (has_remarks) out += fmt::format("<td>{}</td>", escape_html(row.remark));
  out += "</tr>\n";
  return out;
}

}  // namespace

std::string write_filter() {
  return "<fieldset class=\"filter\"><legend class=\"vh\">Show</legend>"
         "<input type=\"radio\" name=\"f\" id=\"_a\" checked=\"\"/><label for=\"_a\">All</label>"
         "<input type=\"radio\" name=\"f\" id=\"_g\"/><label for=\"_g\">Gaps</label>"
         "<input type=\"radio\" name=\"f\" id=\"_e\"/><label for=\"_e\">Without evidence</label></fieldset>\n";
}

bool has_squares(const Map& map) { return !look_over(map).sides.empty(); }

std::string write_html_map(const Map& map, const Anchors& anchors) {
  if (map.rows.empty()) return {};
  const auto gate = find_common_gate(map);
  std::string out = "<ul class=\"map\"";
  if (gate) out += fmt::format(" style=\"{}\"", write_gate(gate));
  out += ">\n";
  for (const MapRow& row : map.rows) out += write_map_row(row, gate.has_value(), anchors);
  out += "</ul>\n";
  out += write_html_legend(look_over(map), map.legend);
  return out;
}

std::string write_html_dumbbells(const Dumbbells& dumbbells, std::string_view label) {
  std::string out = open_scroll(label, "dumbbells");
  out += fmt::format(
      "<th scope=\"col\">{}</th><th scope=\"col\" class=\"r\">{}</th><td class=\"ax\"><span>0%</span> "
      "<span>100%</span></td><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
      escape_html(dumbbells.headings[0]), escape_html(dumbbells.headings[1]), escape_html(dumbbells.headings[2]),
      escape_html(dumbbells.headings[3]));
  for (const Dumbbell& dumbbell : dumbbells.rows) out += write_dumbbell(dumbbell);
  out += "</tbody>\n</table>\n</div>\n";
  return out;
}

std::string write_html_matrix(const Matrix& matrix, std::string_view label) {
  const bool has_remarks =
      std::any_of(matrix.rows.begin(), matrix.rows.end(), [](const MatrixRow& row) { return !row.remark.empty(); });
  std::string out =
      fmt::format("{}<th scope=\"col\">{}</th>", open_scroll(label, "matrix"), escape_html(matrix.heading));
  for (const auto& time : matrix.times) out += fmt::format("<th scope=\"col\">{}</th>", write_time(time));
  out += fmt::format("{}</tr></thead>\n<tbody>\n", has_remarks ? "<td></td>" : "");
  for (const MatrixRow& row : matrix.rows) {
    if (row.squares.empty() && &row != &matrix.rows.front()) out += "</tbody>\n<tbody>\n";
    out += write_matrix_row(row, matrix, has_remarks);
  }
  out += "</tbody>\n</table>\n</div>\n";
  out += write_html_legend(look_over(matrix), matrix.legend);
  return out;
}

}  // namespace rung
