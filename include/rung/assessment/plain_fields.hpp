#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/fields.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/node_reader.hpp>

/// The kinds of fields that assessments and log entries share, both ways.
namespace rung {

Node write_value(const Date& day, DateField kind);
Node write_value(const Timestamp& moment, TimestampField kind);

/// Reads a field whose kind needs no other field. What does not fit becomes a diagnostic, and the member stays as it
/// was.
class PlainFieldReader {
 protected:
  explicit PlainFieldReader(Reading& reading) : reading_(reading) {}

  void read(MapReader& map, const FieldFacts& field, std::string& text, TextField kind);
  void read(MapReader& map, const FieldFacts& field, std::string& id, IdField kind);
  void read(MapReader& map, const FieldFacts& field, std::vector<std::string>& links, LinksField kind);
  void read(MapReader& map, const FieldFacts& field, Date& day, DateField kind);
  void read(MapReader& map, const FieldFacts& field, Timestamp& moment, TimestampField kind);
  void read(MapReader& map, const FieldFacts& field, std::optional<Timestamp>& moment, TimestampField kind);

  Reading& reading_;
};

}  // namespace rung
