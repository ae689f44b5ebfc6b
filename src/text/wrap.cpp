#include <rung/text/wrap.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <rung/text/width.hpp>

namespace rung {
namespace {

constexpr int narrowest = 8;

enum class Joint { glued, spaced, new_line };

// A piece of text that is broken only if it is wider than a line, as a range of spans.
struct Piece {
  Joint before = Joint::glued;
  std::size_t first_span = 0;
  std::size_t begin = 0;  // in the first span
  std::size_t last_span = 0;
  std::size_t end = 0;  // in the last span
  int width = 0;

  [[nodiscard]] bool is_empty() const { return first_span == last_span && begin == end; }
};

struct StyledView {
  std::string_view text;
  Style style = Style::plain;
};

// Calls `visit` with each part of the piece that has one style.
template <typename Visit>
void visit_parts(const Line& text, const Piece& piece, const Visit& visit) {
  for (std::size_t index = piece.first_span; index <= piece.last_span; ++index) {
    std::string_view part = text[index].text;
    if (index == piece.last_span) part = part.substr(0, piece.end);
    if (index == piece.first_span) part.remove_prefix(piece.begin);
    if (!part.empty()) visit(StyledView{part, text[index].style});
  }
}

void append_text(Line& line, std::string_view text, Style style) {
  if (line.empty() || line.back().style != style) line.push_back({std::string(), style});
  line.back().text += text;
}

constexpr std::string_view no_break_space = "\u00A0";

// Wide characters may be separated without a space, as usual in CJK text, but not at a no-break space.
class PieceSplitter {
 public:
  explicit PieceSplitter(const Line& text) {
    constexpr std::size_t usual_word = 5;
    std::size_t bytes = 0;
    for (const Span& span : text) bytes += span.text.size();
    pieces.reserve(bytes / usual_word + 1);
    for (const Span& span : text) {
      at_ = 0;
      take_span(span.text);
      ++span_;
    }
    finish();
  }

  std::vector<Piece> pieces;

 private:
  void take_span(std::string_view text) {
    while (true) {
      const std::size_t plain = count_plain_graphemes(text);
      take_plain_words(text.substr(0, plain));
      text.remove_prefix(plain);
      if (text.empty()) return;
      const std::string_view grapheme = first_grapheme(text);
      take(grapheme);
      text.remove_prefix(grapheme.size());
    }
  }

  void take_plain_words(std::string_view text) {
    while (!text.empty()) {
      const std::size_t space = std::min(text.find(' '), text.size());
      if (space == 0) {
        take(" ");
        text.remove_prefix(1);
        continue;
      }
      if (seam_ == Seam::after_wide) finish();
      append(space, static_cast<int>(space));
      seam_ = Seam::none;
      text.remove_prefix(space);
    }
  }

  // Text that is not appended lies between pieces.
  void take(std::string_view grapheme) {
    if (grapheme == "\n" || grapheme == "\r\n") {
      finish();
      if (next_ == Joint::new_line) pieces.push_back({Joint::new_line, span_, at_, span_, at_, 0});
      next_ = Joint::new_line;
      at_ += grapheme.size();
    } else if (grapheme == " " || grapheme == "\t" || grapheme == "\r") {
      finish();
      if (next_ == Joint::glued) next_ = Joint::spaced;
      at_ += grapheme.size();
    } else if (grapheme == no_break_space) {
      append(grapheme.size(), 1);
      seam_ = Seam::glued;
    } else {
      const int width = cell_width(grapheme);
      if (seam_ == Seam::after_wide || (width == 2 && seam_ != Seam::glued)) finish();
      append(grapheme.size(), width);
      seam_ = width == 2 ? Seam::after_wide : Seam::none;
    }
  }

  void append(std::size_t bytes, int width) {
    if (current_.is_empty()) current_ = {next_, span_, at_, span_, at_, 0};
    at_ += bytes;
    current_.last_span = span_;
    current_.end = at_;
    current_.width += width;
  }

  void finish() {
    seam_ = Seam::none;
    if (current_.is_empty()) return;
    current_.before = next_;
    pieces.push_back(current_);
    current_ = {};
    next_ = Joint::glued;
  }

  // How the next grapheme relates to the current piece.
  enum class Seam { none, after_wide, glued };

  std::size_t span_ = 0;
  std::size_t at_ = 0;  // in the span
  Piece current_;
  Seam seam_ = Seam::none;
  Joint next_ = Joint::glued;
};

struct Cluster {
  std::string_view text;
  Style style = Style::plain;
  int width = 0;
};

class LineFiller {
 public:
  LineFiller(const Line& text, int width, const Indent& indent) : text_(text), width_(width), indent_(indent) {
    begin(indent_.first);
  }

  void add(const Piece& piece) {
    if (piece.before == Joint::new_line) break_line();
    const int space = piece.before == Joint::spaced && !is_fresh() ? 1 : 0;
    if (used_ + space + piece.width > width_ && !is_fresh())
      break_line();
    else if (space == 1)
      append_space(piece);
    if (used_ + piece.width <= width_) {
      visit_parts(text_, piece, [this](StyledView part) { append_text(line_, part.text, part.style); });
      used_ += piece.width;
    } else {
      add_by_graphemes(piece);
    }
  }

  Block take() {
    block_.push_back(std::move(line_));
    return std::move(block_);
  }

 private:
  [[nodiscard]] bool is_fresh() const { return used_ == indent_width_; }

  void begin(const Line& indent) {
    line_ = indent;
    indent_width_ = used_ = cell_width(indent);
  }

  void break_line() {
    block_.push_back(std::move(line_));
    begin(indent_.rest);
  }

  void append_space(const Piece& piece) {
    const bool same_style = !line_.empty() && line_.back().style == text_[piece.first_span].style;
    append_text(line_, " ", same_style ? line_.back().style : Style::plain);
    ++used_;
  }

  void add_by_graphemes(const Piece& piece) {
    std::vector<Cluster> clusters;
    visit_parts(text_, piece, [&clusters](StyledView part) {
      for (const std::string_view grapheme : split_graphemes(part.text))
        clusters.push_back({grapheme, part.style, cell_width(grapheme)});
    });
    for (auto at = clusters.cbegin(); at != clusters.cend();) {
      const auto end = choose_break(at, clusters.cend());
      for (; at != end; ++at) {
        append_text(line_, at->text, at->style);
        used_ += at->width;
      }
      if (at != clusters.cend()) break_line();
    }
  }

  // Keys, paths, and references break after a separator, unless that wastes much of the line or leaves a short rest.
  [[nodiscard]] std::vector<Cluster>::const_iterator choose_break(std::vector<Cluster>::const_iterator from,
                                                                  std::vector<Cluster>::const_iterator last) const {
    constexpr std::ptrdiff_t scrap = 3;
    auto end = from;
    auto behind_sign = from;
    for (int used = used_; end != last && (used + end->width <= width_ || (end == from && is_fresh()));) {
      used += end->width;
      const bool joins = std::string_view("/.-_").find(end->text) != std::string_view::npos;
      ++end;
      if (joins && last - end >= scrap) behind_sign = end;
    }
    return end != last && behind_sign - from > (end - from) / 3 ? behind_sign : end;
  }

  const Line& text_;
  int width_;
  const Indent& indent_;
  Block block_;
  Line line_;
  int used_ = 0;
  int indent_width_ = 0;
};

}  // namespace

Block wrap(const Line& text, int width, const Indent& indent) {
  LineFiller filler(text, std::max(width, narrowest), indent);
  for (const Piece& piece : PieceSplitter(text).pieces) filler.add(piece);
  return filler.take();
}

}  // namespace rung
