#include "campaign/trials.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string_view>

#include "campaign/scenario.hpp"
#include "catch.hpp"

namespace {

/// Whether a terminal, a page or a pager can be driven by `bytes`. Written down once more, apart from what the program
/// has for it: control characters, C1 among them, bidirectional controls and line separators.
bool is_inert(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte >= 0x20 && byte < 0x7F) continue;
    if ((byte < 0x20 && byte != '\n' && byte != '\r') || byte == 0x7F) return false;
    if (byte == '\r' && bytes.substr(at + 1, 1) != "\n") return false;
    // Everything else starts with one of these three bytes.
    if (byte != 0xC2 && byte != 0xD8 && byte != 0xE2) continue;
    const std::string_view two = bytes.substr(at, 2);
    if (two >= "\xC2\x80" && two <= "\xC2\x9F") return false;
    if (two == "\xD8\x9C") return false;
    const std::string_view three = bytes.substr(at, 3);
    for (const std::string_view control : {"\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
                                           "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
      if (three == control) return false;
  }
  return true;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

void Trials::Worst::take(double other, const std::string& at) {
  if (other > figure) *this = {other, at};
}

void Trials::begin(const HostileFile& file, const std::string& place) {
  file_ = file;
  place_ = place;
  ++files_;
}

int Trials::run(const std::vector<std::string>& arguments) {
  std::vector<std::string> words{RUNG_PROGRAM};
  for (const std::string& argument : arguments) words.push_back(settle(argument));
  const MeasuredRun done = run_measured(words, {{"RUNG_HOME", place_ + "/home"}, {"USER", "kim"}, {"LANG", "C.UTF-8"}});
  ++runs_;
  const std::string where = file_.name + ": rung " + join(arguments);
  slowest_.take(done.milliseconds, where);
  largest_.take(static_cast<double>(done.peak_kibibytes) / 1024, where);
  judge(done, where);
  return done.exit_code;
}

void Trials::run_some(const std::vector<std::vector<std::string>>& commands, std::size_t most) {
  const std::size_t count = is_long_form() ? commands.size() : std::min(most, commands.size());
  const std::size_t first = static_cast<std::size_t>(files_) * count;
  for (std::size_t index = 0; index < count; ++index) run(commands[(first + index) % commands.size()]);
}

void Trials::look_at(const std::string& name) {
  INFO(file_.name << ": " << name);
  judge_bytes(read_bytes(place_ + "/" + name));
}

void Trials::print() const {
  std::printf("%-12s %-12s %4d files %5d runs %3d crashes %3d forbidden %3d vague\n", "hostile", name_.c_str(), files_,
              runs_, crashes_, forbidden_, vague_);
  std::printf("%-12s %-12s slowest %.0f ms: %s\n", "", "", slowest_.figure, slowest_.where.c_str());
  std::printf("%-12s %-12s largest %.0f MiB: %s\n", "", "", largest_.figure, largest_.where.c_str());
  std::fflush(stdout);
}

std::string Trials::settle(std::string argument) const {
  for (const auto& [mark, text] : {std::pair{std::string("{file}"), file_.path}, {std::string("{place}"), place_}})
    if (const std::size_t at = argument.find(mark); at != std::string::npos) argument.replace(at, mark.size(), text);
  return argument;
}

void Trials::judge(const MeasuredRun& done, const std::string& where) {
  INFO(where << "\nexit code " << done.exit_code << "\n" << done.errors.substr(0, 2000));
  const bool ends_well = done.exit_code >= 0 && done.exit_code <= 5;
  CHECK(ends_well);
  if (!ends_well) ++crashes_;
  judge_bytes(done.output);
  judge_bytes(done.errors);
  const bool says_why = done.exit_code <= 1 || !done.errors.empty() || !done.output.empty();
  CHECK(says_why);
  if (!says_why) ++vague_;
  CHECK(list_temporaries(place_).empty());
}

void Trials::judge_bytes(const std::string& bytes) {
  const bool stays_inert = is_inert(bytes);
  CHECK(stays_inert);
  if (!stays_inert) ++forbidden_;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}
