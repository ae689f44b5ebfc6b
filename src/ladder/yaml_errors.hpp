#pragma once

#include <string>
#include <string_view>

namespace rung {

struct YamlComplaint {
  std::string message;
  std::string hint;
};

/// What a message of the YAML parser means to somebody who writes a ladder.
YamlComplaint explain_yaml_error(std::string_view message);

}  // namespace rung
