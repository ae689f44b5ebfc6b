#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/assessment/fields.hpp>
#include <rung/diagnostic/node.hpp>
#include <rung/diagnostic/node_reader.hpp>

/// Reading and writing of the kinds of fields that assessments and log entries share.
namespace rung {

Node write_value(const Date& day, DateField kind);
Node write_value(const Timestamp& moment, TimestampField kind);

/// Reads a field that depends on no other field. An invalid value becomes a diagnostic, and the member is unchanged.
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
