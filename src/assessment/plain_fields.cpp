#include <rung/assessment/plain_fields.hpp>

#include <utility>

#include <fmt/format.h>

#include <rung/diagnostic/node_writer.hpp>

namespace rung {

Node write_value(const Date& day, DateField /*kind*/) { return json_text(format_date(day)); }
Node write_value(const Timestamp& moment, TimestampField /*kind*/) { return json_text(format_timestamp(moment)); }

void PlainFieldReader::read(MapReader& map, const FieldFacts& field, std::string& text, TextField /*kind*/) {
  text = field.requirement == Requirement::required ? map.required_text(field.name) : map.text(field.name);
}

void PlainFieldReader::read(MapReader& map, const FieldFacts& field, std::string& id, IdField /*kind*/) {
  id = map.required_text(field.name);
  if (id.empty() || is_id(id)) return;
  reading_.complain(*map.optional(field.name), fmt::format("`{}` is no id", id),
                    "an id is up to 64 lower-case letters, digits and dashes, and starts with a letter or a digit");
}

void PlainFieldReader::read(MapReader& map, const FieldFacts& field, std::vector<std::string>& links,
                            LinksField /*kind*/) {
  const auto* items = map.list(field.name);
  for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
    const Node& item = (*items)[i];
    auto link = read_text(reading_, item, fmt::format("an item of `{}`", field.name));
    if (!link) continue;
    if (is_link(*link))
      links.push_back(*std::move(link));
    else
      reading_.complain(item, fmt::format("`{}` is not a link", *link),
                        "a link starts with http://, https:// or mailto: and holds no spaces");
  }
}

void PlainFieldReader::read(MapReader& map, const FieldFacts& field, Date& day, DateField /*kind*/) {
  const std::string text = map.required_text(field.name);
  if (text.empty()) return;
  if (const auto date = parse_date(text))
    day = *date;
  else
    reading_.complain(*map.optional(field.name), fmt::format("`{}` is not a date", text), "write it like 2026-03-14");
}

void PlainFieldReader::read(MapReader& map, const FieldFacts& field, std::optional<Timestamp>& moment,
                            TimestampField /*kind*/) {
  const Node* node = map.optional(field.name);
  if (node == nullptr) return;
  const auto text = read_text(reading_, *node, fmt::format("`{}`", field.name));
  if (!text) return;
  moment = parse_timestamp(*text);
  if (!moment)
    reading_.complain(*node, fmt::format("`{}` is no time with date and offset: `{}`", field.name, *text),
                      "write it like 2026-03-14T09:26:53+01:00");
}

void PlainFieldReader::read(MapReader& map, const FieldFacts& field, Timestamp& moment, TimestampField kind) {
  if (map.required(field.name) == nullptr) return;
  std::optional<Timestamp> found;
  read(map, field, found, kind);
  moment = found.value_or(moment);
}

}  // namespace rung
