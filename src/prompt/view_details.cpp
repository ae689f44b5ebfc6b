#include <string>
#include <vector>

#include <rung/text/wrap.hpp>

#include "layout.hpp"
#include "screens.hpp"

namespace rung {
namespace {

void append_detail(Block& block, const Detail& detail, int width) {
  append(block, heading(detail.title, width));
  for (const std::string& line : detail.lines) {
    if (line.empty()) {
      block.push_back({});
      continue;
    }
    append(block, wrap({{line, Style::plain}}, width,
                       {{{std::string(text_indent + 1, ' ') + "· ", Style::muted}}, spaces(item_indent)}));
  }
}

}  // namespace

Block view_details(const Form& form, const State& state, int width) {
  std::vector<NamedText> anchors;
  for (const Choice& choice : form.choices) {
    anchors.push_back({{{std::to_string(choice.value), Style::key}, {" " + choice.label, Style::plain}}, {}});
    if (!choice.anchor.empty()) anchors.back().text = {{choice.anchor, Style::plain}};
  }
  Block block = heading("What each answer means", width);
  append(block, lay_out_names(anchors, width, item_indent));
  for (const Detail& detail : form.questions[state.at].details) append_detail(block, detail, width);
  const Response& response = state.responses[state.at];
  if (!response.remarks.empty()) append_detail(block, {"This time", response.remarks}, width);
  append(block, view_keys(form, Place::question, width));
  return block;
}

EntryText describe_entry(const Form& form, const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::reason:
      return {"reason", "Why? Enter alone cancels."};
    case EntryKind::remark:
      return {form.remark_label, form.remark_hint + (form.remark_hint.empty() ? "" : " ") + "Enter alone cancels."};
    case EntryKind::go_to:
      return {"number", "1 to " + std::to_string(form.questions.size()) + ". Enter alone cancels."};
    case EntryKind::search:
      return {"text", "A word of the question. Enter alone cancels."};
  }
  return {};
}

}  // namespace rung
