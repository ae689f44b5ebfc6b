#pragma once

namespace rung {

/// The descriptors a console works on. Questions go to standard error, so that standard output holds results alone.
struct ConsoleStreams {
  int input = 0;
  int output = 2;
};

}  // namespace rung
