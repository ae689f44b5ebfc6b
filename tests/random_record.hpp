#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/fields.hpp>
#include <rung/ladder/defaults.hpp>
#include <rung/log/fields.hpp>

namespace rung {

/// Numbers and texts for random records from a seed.
class SeededSource {
 public:
  explicit SeededSource(unsigned seed) : engine_(seed) {}

  int between(int lowest, int highest) { return std::uniform_int_distribution(lowest, highest)(engine_); }

  /// A text that a file may hold, without white space at its ends.
  std::string text() {
    static const std::vector<std::string> words{
        "I",       "weigh", "\u00FCber", "#",   ": x", "\"quoted\"", "- dash", "null",       "1e5",
        "{brace}", "it's",  "漢",        "a,b", "\\",  "%",          "|",      "2026-02-20", "https://example.org/x",
        "e\u0301"};
    std::string text = words[static_cast<std::size_t>(between(0, static_cast<int>(words.size()) - 1))];
    for (int more = between(0, 40); more > 30 || (more > 0 && more < 6); --more)
      text += fmt::format(" {}", words[static_cast<std::size_t>(between(0, static_cast<int>(words.size()) - 1))]);
    return text;
  }

 private:
  std::mt19937 engine_;
};

/// Makes records that a file may hold by walking their lists of fields. `Source` gives numbers and texts.
template <class Source>
class RandomRecord {
 public:
  explicit RandomRecord(Source& source) : source_(source) {}

  Ladder ladder() {
    Ladder ladder;
    // The scale first: targets are chosen from it.
    scale_.points.resize(static_cast<std::size_t>(source_.between(2, 9)));
    int value = 0;
    for (ScalePoint& point : scale_.points) {
      fill(point);
      point.value = ++value;
      point.label += fmt::format(" {}", value);
    }
    fill(ladder);
    // These have a value even where a file leaves them out.
    ladder.scale = scale_;
    make(ladder.target, ScaleValueField{});
    if (!ladder.gates.floor.is_stated) ladder.gates.floor.threshold = default_floor(ladder.scale, ladder.target);
    for (Pillar& pillar : ladder.pillars)
      for (Responsibility& responsibility : pillar.responsibilities)
        for (Behavior& behavior : responsibility.behaviors)
          behavior.key = fmt::format("{}.{}.{}", pillar.id, responsibility.id, behavior.id);
    return ladder;
  }

  Entry entry() {
    Entry entry;
    fill(entry);
    return entry;
  }

  Assessment assessment(const Ladder& ladder) {
    Assessment assessment;
    scale_ = ladder.scale;
    fill(assessment);
    assessment.ladder = ladder;
    assessment.answers.clear();
    for (const PlacedBehavior& placed : list_behaviors(ladder)) {
      fill(assessment.answers.emplace_back());
      assessment.answers.back().behavior = placed.behavior->key;
    }
    return assessment;
  }

 private:
  template <class Record>
  void fill(Record& record) {
    visit_fields<Record>([&](const auto& field) {
      if (field.requirement == Requirement::required || flip()) make(record.*field.member, field.kind);
    });
  }

  bool flip() { return source_.between(0, 1) == 1; }

  void make(std::string& id, IdField /*kind*/) { id = fmt::format("id-{}", ++ids_); }
  void make(std::string& text, TextField /*kind*/) { text = source_.text(); }
  void make(std::string& text, ProseField /*kind*/) {
    text = source_.text();
    if (source_.between(0, 3) == 0) text += fmt::format("\n{}", source_.text());
  }
  void make(std::string& line, LineField /*kind*/) { line = source_.text(); }
  void make(std::string& title, TitleField /*kind*/) { title = fmt::format("Title {}", ++ids_); }
  void make(std::vector<std::string>& texts, TextsField /*kind*/) {
    for (int more = source_.between(1, 3); more > 0; --more) texts.push_back(source_.text());
  }
  void make(std::vector<std::string>& keys, KeysField /*kind*/) {
    for (int more = source_.between(1, 2); more > 0; --more) keys.push_back(fmt::format("old.old.id-{}", ++ids_));
  }
  void make(int& revision, RevisionField /*kind*/) { revision = source_.between(1, max_revision); }
  void make(EntryState& state, EntryStateField /*kind*/) { state = flip() ? EntryState::kept : EntryState::removed; }
  void make(int& value, PointValueField /*kind*/) { value = source_.between(1, 9); }
  void make(int& value, ScaleValueField /*kind*/) { value = source_.between(scale_.lowest(), scale_.highest()); }
  void make(std::optional<int>& value, ScaleValueField kind) { make(value.emplace(), kind); }
  void make(GateSetting<double>& gate, ShareField /*kind*/) {
    if (gate = source_.between(0, 1'000) / 1'000.0; source_.between(0, 4) == 0) gate = std::nullopt;
  }
  void make(GateSetting<bool>& gate, SwitchField /*kind*/) {
    if (gate = true; flip()) gate = std::nullopt;
  }
  void make(GateSetting<int>& gate, ScaleValueField kind) {
    int floor = 0;
    make(floor, kind);
    if (gate = floor; source_.between(0, 4) == 0) gate = std::nullopt;
  }
  void make(Scale& /*scale*/, RecordsField /*range*/) {}
  void make(std::vector<std::string>& links, LinksField /*kind*/) {
    for (int more = source_.between(1, 3); more > 0; --more)
      links.push_back(fmt::format("https://example.org/{}", source_.between(0, 99)));
  }
  void make(Date& day, DateField /*kind*/) { day = date_of(moment()); }
  void make(std::string& sitting, SittingField /*kind*/) { sitting = fmt::format("{:032x}", ++ids_); }
  void make(std::optional<std::vector<std::string>>& keys, AskedField /*kind*/) { make(keys.emplace(), KeysField{}); }
  void make(std::vector<int>& values, ValuesField /*kind*/) {
    for (const ScalePoint& point : scale_.points) values.push_back(point.value);
  }
  void make(Origin& origin, OriginField /*kind*/) { origin = static_cast<Origin>(source_.between(0, 3)); }
  void make(Timestamp& made, TimestampField /*kind*/) { made = moment(); }
  void make(std::optional<Timestamp>& made, TimestampField /*kind*/) { made = moment(); }
  void make(RaterRole& role, RoleField /*kind*/) { role = static_cast<RaterRole>(source_.between(0, 3)); }

  void make(Rating& rating, StateField /*kind*/) {
    const Rating states[] = {Unrated{}, NotApplicable{source_.text()}, NoOpportunity{},
                             Rated{source_.between(scale_.lowest(), scale_.highest())}};
    rating = states[source_.between(0, 3)];
  }
  void make(Rating& /*rating*/, RatedValueField /*kind*/) {}
  void make(Rating& /*rating*/, ReasonField /*kind*/) {}

  template <class Record>
  void make(Record& record, RecordField /*kind*/) {
    fill(record);
  }
  template <class Record>
  void make(std::optional<Record>& record, RecordField kind) {
    make(record.emplace(), kind);
  }
  template <class Item>
  void make(std::vector<Item>& items, RecordsField range) {
    for (int more = source_.between(static_cast<int>(range.least), 3); more > 0; --more) fill(items.emplace_back());
  }

  // Made by the caller, or from the rest.
  void make(Ladder& /*ladder*/, FrozenLadderField /*kind*/) {}
  template <class Value>
  void make(Value& /*value*/, DerivedField /*kind*/) {}

  Timestamp moment() {
    return {std::chrono::sys_seconds(std::chrono::seconds(std::int64_t{4} * source_.between(0, 1'000'000'000))),
            std::chrono::minutes(source_.between(-720, 720))};
  }

  Source& source_;
  Scale scale_;
  int ids_ = 0;
};

}  // namespace rung
