#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// What one benchmark does. The table is printed when all have run: time, time of one behavior, bytes a second, how
/// many times the floor, and how the time grows with the number of behaviors.
struct Work {
  std::string what;
  int behaviors = 0;
  std::size_t bytes = 0;   ///< read or written by it
  std::string floor = {};  ///< another `what`, of the same number of behaviors, that does the least there is to do
};

/// The name to give the benchmark; what it measures is then a line of the table.
std::string enter(const Work& work);

}  // namespace bench
