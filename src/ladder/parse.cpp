#include <rung/ladder/parse.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/defaults.hpp>
#include <rung/ladder/fields.hpp>
#include <rung/ladder/locations.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>

namespace rung {
namespace {

constexpr std::size_t longest_id = 64;
constexpr int lowest_value = 1;
constexpr int highest_value = 9;

bool is_key(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
  return second != std::string_view::npos && is_id(text.substr(0, first)) &&
         is_id(text.substr(first + 1, second - first - 1)) && is_id(text.substr(second + 1));
}

bool is_later_version(std::string_view format) {
  constexpr std::string_view prefix = "rung-ladder/";
  if (!format.starts_with(prefix)) return false;
  format.remove_prefix(prefix.size());
  return format != "1" && format.find_first_not_of("0123456789") == std::string_view::npos && !format.empty() &&
         format.front() != '0';
}

// A ladder of a later version may correctly contain what looks wrong here, so this is the only diagnostic.
bool refuse_later_version(Reading& reading, const Node& ladder) {
  const Node* node = ladder.find("format");
  if (node == nullptr || node->kind != Node::Kind::scalar || !is_later_version(node->scalar)) return false;
  reading.complain(
      *node, fmt::format("`{}` is a later version of the format than this program knows", node->scalar),
      fmt::format("this program reads `{}`; a newer rung may read this ladder", record_facts<Ladder>.format));
  return true;
}

void check_format(Reading& reading, MapReader& map) {
  constexpr std::string_view known = record_facts<Ladder>.format;
  const std::string format = map.required_text("format");
  if (format.empty() || format == known) return;
  reading.complain(*map.optional("format"), fmt::format("`{}` is not the format of a ladder", format),
                   fmt::format("write `format: {}`", known));
}

/// Where names that must be unique were first given.
using FirstPositions = std::map<std::string, Position>;

void claim(Reading& reading, FirstPositions& names, const std::string& name, const Node& node, std::string message,
           std::string hint) {
  const auto [first, is_new] = names.emplace(name, node.at);
  if (is_new) return;
  Diagnostic diagnostic = reading.source().diagnose(node.at, node.length, std::move(message), std::move(hint));
  diagnostic.related = first->second;
  reading.add(std::move(diagnostic));
}

/// The name of an item in messages: its key if it has an id, otherwise its number in the list.
template <class Item>
std::string name_item(const Node& node, std::string_view parent, std::size_t index) {
  constexpr std::string_view name = record_facts<Item>.name;
  if constexpr (std::is_same_v<Item, ScalePoint>) return fmt::format("point {} of the scale", index + 1);
  const Node* id = node.find("id");
  const bool has_id = id != nullptr && id->kind == Node::Kind::scalar && is_id(id->scalar);
  if (std::is_same_v<Item, Term> || (!has_id && parent.empty())) return fmt::format("{} {}", name, index + 1);
  if (!has_id) return fmt::format("{} {} of `{}`", name, index + 1, parent);
  return fmt::format("{} `{}{}{}`", name, parent, parent.empty() ? "" : ".", id->scalar);
}

/// Reads a ladder by its lists of fields, so a field may depend on earlier fields of its list.
class LadderReader {
 public:
  explicit LadderReader(Reading& reading) : reading_(reading) {}

  Ladder read(const Node& node, const std::string& where) {
    Ladder ladder;
    if (refuse_later_version(reading_, node)) return ladder;
    MapReader map(reading_, node, "the ladder", where, field_names<Ladder>);
    if (!map.is_map()) return ladder;
    check_format(reading_, map);
    Frame frame{map, {}, {}, {}, {}};
    read_fields(frame, ladder);
    // If the scale was rejected, the target may be on no scale.
    if (ladder.scale.find(ladder.target) == nullptr) ladder.target = default_target(ladder.scale);
    if (!ladder.gates.floor.is_stated) ladder.gates.floor.threshold = default_floor(ladder.scale, ladder.target);
    check_formerly(ladder);
    return ladder;
  }

 private:
  /// The map that is being read, and its context.
  struct Frame {
    MapReader& map;
    std::string_view list;              ///< the key of the list that contains it, such as `pillars`
    FirstPositions* ids = nullptr;      ///< of the items of that list
    std::optional<std::string> parent;  ///< the key of the owner of the list; absent for a pillar
    std::string key;                    ///< its own key, once its id is read
  };

  template <class Record>
  void read_fields(Frame& frame, Record& record) {
    visit_fields<Record>([&](const auto& field) { read(frame, field, record.*field.member, field.kind); });
  }

  template <class Item>
  void read_items(const Frame& frame, const FieldFacts& field, const std::vector<Node>& nodes,
                  std::vector<Item>& items) {
    FirstPositions ids;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      MapReader map(reading_, nodes[i], name_item<Item>(nodes[i], frame.key, i),
                    fmt::format("{}/{}/{}", frame.map.where(), field.name, i), field_names<Item>);
      if (!map.is_map()) continue;
      const bool is_pillar = std::is_same_v<Item, Pillar>;
      Frame inner{map, field.name, &ids, is_pillar ? std::nullopt : std::optional(frame.key), {}};
      read_fields(inner, items.emplace_back());
    }
  }

  void read(Frame& frame, const FieldFacts& field, std::string& id, IdField /*kind*/) {
    id.clear();
    if (field.requirement == Requirement::optional && frame.map.optional(field.name) == nullptr) return;
    id = frame.map.required_text(field.name);
    if (!id.empty() && !is_id(id)) {
      const std::string meant = slug(id, longest_id);
      reading_.complain(*frame.map.optional(field.name), "an id is 1 to 64 of a-z, 0-9 and -, not beginning with -",
                        meant.empty() ? "such as `on-time-delivery`" : fmt::format("for example `{}`", meant));
      id.clear();
    }
    if (frame.ids == nullptr) return;
    frame.key = frame.parent ? fmt::format("{}.{}", *frame.parent, id) : id;
    if (id.empty()) return;
    claim(reading_, *frame.ids, id, *frame.map.optional(field.name),
          fmt::format("two {} have the id `{}`", frame.list, id), "give one of them another id");
  }

  void read(Frame& frame, const FieldFacts& /*field*/, std::string& key, DerivedField /*kind*/) { key = frame.key; }

  // Trimmed, a text is the same with any kind of quotes.
  void read(Frame& frame, const FieldFacts& field, std::string& text, ProseField /*kind*/) {
    const bool is_required = field.requirement == Requirement::required;
    text = trim(is_required ? frame.map.required_text(field.name) : frame.map.text(field.name));
  }

  void read(Frame& frame, const FieldFacts& field, std::string& line, LineField /*kind*/) {
    read(frame, field, line, ProseField{});
    if (line.find('\n') == std::string::npos) return;
    reading_.complain(*frame.map.optional(field.name),
                      fmt::format("`{}` of {} must be a single line", field.name, frame.map.what()),
                      "write it on one line, or fold its lines with `>-`");
    line.clear();
  }

  void read(Frame& frame, const FieldFacts& field, std::string& title, TitleField /*kind*/) {
    read(frame, field, title, LineField{});
    if (title.empty()) return;
    const Node& node = *frame.map.optional(field.name);
    const int cells = cell_width(title);
    if (cells > widest_behavior_title)
      reading_.complain(node, fmt::format("`{}` of {} is {} cells wide", field.name, frame.map.what(), cells),
                        fmt::format("use at most {} cells", widest_behavior_title));
    claim(reading_, titles_, to_lower(title), node, fmt::format("two behaviors have the title `{}`", title),
          "give one of them another title");
  }

  void read(Frame& frame, const FieldFacts& field, std::vector<std::string>& texts, TextsField /*kind*/) {
    texts = frame.map.texts(field.name);
  }

  void read(Frame& frame, const FieldFacts& field, std::vector<std::string>& keys, KeysField /*kind*/) {
    keys = frame.map.texts(field.name);
    const Node* node = frame.map.optional(field.name);
    if (node == nullptr) return;
    for (const Node& item : node->items)
      if (is_key(item.scalar))
        formerly_.push_back(&item);
      else if (item.kind == Node::Kind::scalar && item.scalar.find_first_not_of(" \t\n") != std::string::npos)
        reading_.complain(item, fmt::format("`{}` is not the key of a behavior", item.scalar),
                          "a key is pillar.responsibility.behavior");
  }

  void read(Frame& frame, const FieldFacts& field, GateSetting<double>& gate, ShareField /*kind*/) {
    if (turns_off(frame, field))
      gate = std::nullopt;
    else if (const auto share = frame.map.number(field.name, 0, 1))
      gate = *share;
  }

  void read(Frame& frame, const FieldFacts& field, GateSetting<int>& gate, ScaleValueField kind) {
    std::optional<int> value;
    if (turns_off(frame, field))
      gate = std::nullopt;
    else if (read(frame, field, value, kind); value)
      gate = *value;
  }

  void read(Frame& frame, const FieldFacts& field, GateSetting<bool>& gate, SwitchField /*kind*/) {
    const auto is_on = frame.map.boolean(field.name);
    if (is_on && *is_on)
      gate = true;
    else if (is_on)
      gate = std::nullopt;
  }

  /// Whether the gate has the value `false`.
  static bool turns_off(const Frame& frame, const FieldFacts& field) {
    const Node* node = frame.map.optional(field.name);
    return node != nullptr && as_boolean(*node) == false;
  }

  void read(Frame& frame, const FieldFacts& field, int& value, PointValueField /*kind*/) {
    if (frame.map.required(field.name) != nullptr)
      value = frame.map.integer(field.name, lowest_value, highest_value).value_or(0);
  }

  void read(Frame& frame, const FieldFacts& field, std::optional<int>& value, ScaleValueField /*kind*/) {
    const auto number = frame.map.integer(field.name, lowest_value, highest_value);
    if (number && scale_ != nullptr && scale_->find(*number) == nullptr) {
      std::string values;
      for (const ScalePoint& point : scale_->points)
        values += fmt::format("{}{}", values.empty() ? "" : ", ", point.value);
      reading_.complain(*frame.map.optional(field.name),
                        fmt::format("`{}` is {}, which is not on the scale", field.name, *number),
                        fmt::format("the scale has {}", values));
    } else {
      value = number;
    }
  }

  void read(Frame& frame, const FieldFacts& field, int& value, ScaleValueField kind) {
    std::optional<int> number;
    read(frame, field, number, kind);
    value = number.value_or(value);
  }

  template <class Record>
  void read(Frame& frame, const FieldFacts& field, Record& record, RecordField /*kind*/) {
    const Node* node = frame.map.optional(field.name);
    if (node == nullptr) return;
    MapReader map(reading_, *node, fmt::format("`{}`", field.name), fmt::format("{}/{}", frame.map.where(), field.name),
                  field_names<Record>);
    Frame inner{map, {}, {}, {}, {}};
    read_fields(inner, record);
  }

  template <class Item>
  void read(Frame& frame, const FieldFacts& field, std::vector<Item>& items, RecordsField range) {
    if (field.requirement == Requirement::required && frame.map.required(field.name) == nullptr) return;
    const std::vector<Node>* nodes = frame.map.list(field.name);
    if (nodes == nullptr) return;
    if (nodes->size() < range.least)
      reading_.complain(*frame.map.optional(field.name),
                        fmt::format("`{}` of {} is empty", field.name, frame.map.what()), "add at least one");
    read_items(frame, field, *nodes, items);
  }

  void read(Frame& frame, const FieldFacts& field, Scale& scale, RecordsField range) {
    const Node* node = frame.map.optional(field.name);
    const std::size_t before = reading_.diagnostics.size();
    const std::vector<Node>* nodes = frame.map.list(field.name);
    if (nodes != nullptr) {
      read_items(frame, field, *nodes, scale.points);
      check_points(*nodes, scale);
      if (nodes->size() < range.least || nodes->size() > range.most)
        reading_.complain(*node,
                          fmt::format("a scale has {} to {} points, not {}", range.least, range.most, nodes->size()));
    }
    // At the limit, diagnostics are dropped, so their number is meaningless.
    const bool is_refused =
        node != nullptr && (nodes == nullptr || reading_.diagnostics.size() != before || before >= max_diagnostics);
    if (node == nullptr || is_refused) scale = default_scale();
    scale_ = is_refused ? nullptr : &scale;
  }

  // A value of 0 and an empty label have already been reported.
  void check_points(const std::vector<Node>& nodes, const Scale& scale) {
    FirstPositions labels;
    const ScalePoint* before = nullptr;
    auto point = scale.points.begin();
    for (const Node& node : nodes) {
      if (node.kind != Node::Kind::map) continue;
      if (before != nullptr && point->value != 0 && before->value >= point->value)
        reading_.complain(*node.find(name_of(&ScalePoint::value)),
                          fmt::format("the scale value {} does not come after {}", point->value, before->value),
                          "list the points in ascending order, each value once");
      if (!point->label.empty())
        claim(reading_, labels, to_lower(point->label), *node.find(name_of(&ScalePoint::label)),
              fmt::format("the scale has two points labeled `{}`", point->label), "give each a label of its own");
      before = &*point++;
    }
  }

  // An old key may join the history of only two behaviors; otherwise, the wrong ones would be joined.
  void check_formerly(const Ladder& ladder) {
    std::set<std::string> current;
    for (const PlacedBehavior& placed : list_behaviors(ladder)) current.insert(placed.behavior->key);
    FirstPositions names;
    for (const Node* item : formerly_) {
      if (current.count(item->scalar) > 0)
        reading_.complain(*item, fmt::format("`{}` is the key of a behavior that this ladder still has", item->scalar),
                          "`formerly` lists keys that are no longer in use");
      claim(reading_, names, item->scalar, *item, fmt::format("the old key `{}` is there twice", item->scalar),
            "an old key leads to one behavior only");
    }
  }

  Reading& reading_;
  const Scale* scale_ = nullptr;       ///< absent if it was rejected: no value can be checked against it
  std::vector<const Node*> formerly_;  ///< the old keys found so far
  FirstPositions titles_;              ///< of the behaviors found so far, in lowercase
};

}  // namespace

Ladder read_ladder(Reading& reading, const Node& node, const std::string& where) {
  return LadderReader(reading).read(node, where);
}

Parsed<Ladder> parse_ladder(std::string_view yaml, std::string_view source_name) {
  // Most texts are identical to one that the build has checked.
  const auto builtin = builtin_ladders();
  const auto known =
      std::find_if(builtin.begin(), builtin.end(), [yaml](const BuiltinLadder& ladder) { return ladder.yaml == yaml; });
  if (known != builtin.end()) return {unpack_ladder(known->packed), {}};

  Parsed<LocatedLadder> located = parse_located_ladder(yaml, source_name);
  if (!located) return {std::nullopt, std::move(located.diagnostics)};
  return {std::move(located.value->ladder), {}};
}

}  // namespace rung
