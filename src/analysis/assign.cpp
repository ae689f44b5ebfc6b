#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "similar_texts.hpp"

namespace rung {
namespace {

/// Which texts hang together through candidates: sets that are joined. Texts of both sides are numbered together.
class Components {
 public:
  explicit Components(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0U); }

  std::size_t find(std::size_t text) {
    while (parents_[text] != text) {
      parents_[text] = parents_[parents_[text]];
      text = parents_[text];
    }
    return text;
  }

  void join(std::size_t a, std::size_t b) { parents_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parents_;
};

std::vector<std::vector<SimilarTexts>> split_components(const std::vector<SimilarTexts>& candidates) {
  std::size_t before = 0;
  std::size_t after = 0;
  for (const SimilarTexts& pair : candidates) {
    before = std::max(before, pair.before + 1);
    after = std::max(after, pair.after + 1);
  }
  Components components(before + after);
  for (const SimilarTexts& pair : candidates) components.join(pair.before, before + pair.after);
  std::map<std::size_t, std::vector<SimilarTexts>> parts;
  for (const SimilarTexts& pair : candidates) parts[components.find(pair.before)].push_back(pair);
  std::vector<std::vector<SimilarTexts>> list;
  for (auto& [root, part] : parts) list.push_back(std::move(part));
  return list;
}

/// The places that occur, sorted, each once.
template <class Place>
std::vector<std::size_t> list_places(const std::vector<SimilarTexts>& part, Place place) {
  std::vector<std::size_t> places;
  for (const SimilarTexts& pair : part) places.push_back(place(pair));
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

std::size_t index_in(const std::vector<std::size_t>& places, std::size_t place) {
  return static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin());
}

/// Costs of rows and columns; no more rows than columns. What is no candidate costs 0, a candidate less.
using Costs = std::vector<std::vector<double>>;

/// The Hungarian method with potentials, row by row along shortest augmenting paths: O(rows² · columns).
class Hungarian {
 public:
  explicit Hungarian(const Costs& costs)
      : costs_(costs),
        columns_(costs.front().size()),
        row_potential_(costs.size() + 1, 0.0),
        column_potential_(columns_ + 1, 0.0),
        row_of_(columns_ + 1, 0),
        came_from_(columns_ + 1, 0) {}

  /// The column of each row.
  std::vector<std::size_t> solve() {
    for (std::size_t row = 1; row <= costs_.size(); ++row) give_back(reach_free_column(row));
    std::vector<std::size_t> column_of(costs_.size(), 0);
    for (std::size_t column = 1; column <= columns_; ++column)
      if (row_of_[column] != 0) column_of[row_of_[column] - 1] = column - 1;
    return column_of;
  }

 private:
  // Column 0 is where the new row stands until it has one of its own.
  std::size_t reach_free_column(std::size_t row) {
    row_of_[0] = row;
    std::vector<double> least(columns_ + 1, std::numeric_limits<double>::infinity());
    std::vector<char> reached(columns_ + 1, 0);
    std::size_t at = 0;
    do {
      reached[at] = 1;
      const std::size_t next = relax(at, least, reached);
      shift(least[next], least, reached);
      at = next;
    } while (row_of_[at] != 0);
    return at;
  }

  std::size_t relax(std::size_t at, std::vector<double>& least, const std::vector<char>& reached) {
    const std::size_t row = row_of_[at];
    std::size_t nearest = 0;
    for (std::size_t column = 1; column <= columns_; ++column) {
      if (reached[column] != 0) continue;
      const double distance = costs_[row - 1][column - 1] - row_potential_[row] - column_potential_[column];
      if (distance < least[column]) {
        least[column] = distance;
        came_from_[column] = at;
      }
      if (nearest == 0 || least[column] < least[nearest]) nearest = column;
    }
    return nearest;
  }

  void shift(double by, std::vector<double>& least, const std::vector<char>& reached) {
    for (std::size_t column = 0; column <= columns_; ++column) {
      if (reached[column] != 0) {
        row_potential_[row_of_[column]] += by;
        column_potential_[column] -= by;
      } else {
        least[column] -= by;
      }
    }
  }

  void give_back(std::size_t column) {
    while (column != 0) {
      const std::size_t previous = came_from_[column];
      row_of_[column] = row_of_[previous];
      column = previous;
    }
  }

  const Costs& costs_;
  std::size_t columns_;
  std::vector<double> row_potential_;
  std::vector<double> column_potential_;
  std::vector<std::size_t> row_of_;
  std::vector<std::size_t> came_from_;
};

struct Part {
  std::vector<SimilarTexts> candidates;
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
};

std::vector<SimilarTexts> assign_exactly(const Part& part) {
  const bool turned = part.before.size() > part.after.size();
  const std::vector<std::size_t>& rows = turned ? part.after : part.before;
  const std::vector<std::size_t>& columns = turned ? part.before : part.after;
  const auto row_of = [&](const SimilarTexts& pair) { return index_in(rows, turned ? pair.after : pair.before); };
  const auto column_of = [&](const SimilarTexts& pair) { return index_in(columns, turned ? pair.before : pair.after); };
  Costs costs(rows.size(), std::vector<double>(columns.size(), 0.0));
  for (const SimilarTexts& pair : part.candidates) costs[row_of(pair)][column_of(pair)] = -pair.similarity;
  const std::vector<std::size_t> chosen = Hungarian(costs).solve();
  std::vector<SimilarTexts> taken;
  for (const SimilarTexts& pair : part.candidates)
    if (chosen[row_of(pair)] == column_of(pair)) taken.push_back(pair);
  return taken;
}

std::vector<SimilarTexts> assign_best_first(const Part& part) {
  std::vector<SimilarTexts> sorted = part.candidates;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const SimilarTexts& a, const SimilarTexts& b) { return a.similarity > b.similarity; });
  std::vector<char> has_after(part.before.size(), 0);
  std::vector<char> has_before(part.after.size(), 0);
  std::vector<SimilarTexts> taken;
  for (const SimilarTexts& pair : sorted) {
    char& left = has_after[index_in(part.before, pair.before)];
    char& right = has_before[index_in(part.after, pair.after)];
    if (left != 0 || right != 0) continue;
    left = right = 1;
    taken.push_back(pair);
  }
  return taken;
}

}  // namespace

std::vector<SimilarTexts> assign(const std::vector<SimilarTexts>& candidates, std::size_t most_exact) {
  std::vector<SimilarTexts> all;
  for (std::vector<SimilarTexts>& candidates_of_part : split_components(candidates)) {
    Part part;
    part.candidates = std::move(candidates_of_part);
    part.before = list_places(part.candidates, [](const SimilarTexts& pair) { return pair.before; });
    part.after = list_places(part.candidates, [](const SimilarTexts& pair) { return pair.after; });
    const bool is_small = std::min(part.before.size(), part.after.size()) <= most_exact;
    const auto taken = is_small ? assign_exactly(part) : assign_best_first(part);
    all.insert(all.end(), taken.begin(), taken.end());
  }
  return all;
}

}  // namespace rung
