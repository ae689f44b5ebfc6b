#include <rung/terminal/key_decoder.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

#include <rung/prompt/line_editor.hpp>
#include <rung/text/utf8.hpp>

using namespace rung;

namespace {

std::vector<Event> drain(KeyDecoder& decoder) {
  std::vector<Event> events;
  while (auto event = decoder.next()) events.push_back(std::move(*event));
  return events;
}

std::vector<Event> decode(std::string_view bytes) {
  KeyDecoder decoder;
  decoder.feed(bytes);
  return drain(decoder);
}

std::vector<Event> keys(std::initializer_list<KeyName> names) {
  std::vector<Event> events;
  for (const KeyName name : names) events.emplace_back(Pressed{name});
  return events;
}

int count_typed(const std::vector<Event>& events) {
  int typed = 0;
  for (const Event& event : events) typed += std::holds_alternative<Typed>(event) ? 1 : 0;
  return typed;
}

/// Everything a terminal sends that is no typed character; each holds digits or letters that would answer.
const std::vector<std::string>& sequences() {
  static const std::vector<std::string> all{
      "\x1b[A",
      "\x1b[1;5C",
      "\x1b[3~",
      "\x1b[15;2~",
      "\x1bOP",
      "\x1bO3",
      "\x1b[[A",
      "\x1b[M !!",
      "\x1b[M123",
      "\x1b[<0;12;34M",
      "\x1b[<0;1;2m",
      "\x1b[32;10;20M",
      "\x1b[?1;2c",
      "\x1b[>41;354;0c",
      "\x1b[24;80R",
      "\x1b[I",
      "\x1b[O",
      "\x1b[0n",
      "\x1b]11;rgb:1111/2222/3333\x1b\\",
      "\x1b]10;rgb:1/2/3\a",
      "\x1bP1$r3 q\x1b\\",
      "\x1bP>|XTerm(354)\x1b\\",
      "\x1b_Gi=31;OK\x1b\\",
      "\x1b^3\x1b\\",
      "\x1bX3\x1b\\",
      "\x1b[?2026;2$y",
      "\x1b[97;5u",
      "\x1b[27;5;51~",
      "\x1b"
      "3",
      "\x1bs",
      "\x1b\xc3\xa9",
  };
  return all;
}

}  // namespace

TEST_CASE("every single byte is a key, a character, or nothing", "[terminal]") {
  for (int byte = 0; byte <= 0xff; ++byte) {
    INFO(byte);
    const std::vector<Event> events = decode(std::string(1, static_cast<char>(byte)));
    if (byte >= 0x20 && byte < 0x7f)
      CHECK(events == std::vector<Event>{Typed{static_cast<char32_t>(byte)}});
    else if (byte == '\n' || byte == '\r')
      CHECK(events == keys({KeyName::enter}));
    else if (byte == 0x08 || byte == 0x7f)
      CHECK(events == keys({KeyName::backspace}));
    else if (byte == 0x04)
      CHECK(events == keys({KeyName::end_of_input}));
    else if (byte == '\t')
      CHECK(events == keys({KeyName::tab}));
    else if (byte == 0x15)
      CHECK(events == keys({KeyName::erase_line}));
    else if (byte == 0x17)
      CHECK(events == keys({KeyName::erase_word}));
    else if (byte == 0x01)
      CHECK(events == keys({KeyName::home}));
    else if (byte == 0x05)
      CHECK(events == keys({KeyName::end}));
    else if (byte == 0x0b)
      CHECK(events == keys({KeyName::erase_rest}));
    else if (byte == 0x0c)
      CHECK(events == keys({KeyName::show_again}));
    else
      CHECK(events.empty());
  }
}

TEST_CASE("every pair of bytes leaves the decoder able to read what follows", "[terminal]") {
  for (int first = 0; first <= 0xff; ++first) {
    for (int second = 0; second <= 0xff; ++second) {
      KeyDecoder decoder;
      decoder.feed(std::string{static_cast<char>(first), static_cast<char>(second)});
      decoder.feed("\r\x18\r\r\rz");
      const std::vector<Event> events = drain(decoder);
      if (events.empty() || events.back() != Event{Typed{U'z'}}) FAIL_CHECK(first << " " << second);
    }
  }
}

TEST_CASE("a sequence types nothing, and the key behind it is read", "[terminal]") {
  for (const std::string& sequence : sequences()) {
    INFO(make_visible(sequence));
    const std::vector<Event> events = decode(sequence + "7");
    REQUIRE(events.size() == 2);
    CHECK(std::holds_alternative<Pressed>(events[0]));
    CHECK(events[1] == Event{Typed{U'7'}});
  }
}

TEST_CASE("the keys that edit a line are known by the sequences of every terminal", "[terminal]") {
  const auto check = [](KeyName key, std::initializer_list<const char*> all) {
    for (const char* sequence : all) {
      INFO(make_visible(sequence));
      CHECK(decode(sequence) == keys({key}));
    }
  };
  check(KeyName::up, {"\x1b[A", "\x1bOA"});
  check(KeyName::down, {"\x1b[B", "\x1bOB"});
  check(KeyName::right, {"\x1b[C", "\x1bOC"});
  check(KeyName::left, {"\x1b[D", "\x1bOD"});
  check(KeyName::home, {"\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"});
  check(KeyName::end, {"\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"});
  check(KeyName::erase_next, {"\x1b[3~"});
  check(KeyName::other, {"\x1b[2~", "\x1b[5~", "\x1bOP", "\x1b[Z"});
}

TEST_CASE("a sequence types nothing wherever the reads split it, even when the rest is late", "[terminal]") {
  for (const std::string& sequence : sequences()) {
    for (std::size_t at = 1; at < sequence.size(); ++at) {
      INFO(make_visible(sequence) << " split at " << at);
      KeyDecoder decoder;
      decoder.feed(sequence.substr(0, at));
      const bool is_alt = at == 1 && std::string("[OP]X^_").find(sequence[1]) == std::string::npos;
      if (decoder.is_undecided() && !is_alt) decoder.flush();
      decoder.feed(sequence.substr(at));
      CHECK(count_typed(drain(decoder)) == 0);
    }
  }
}

TEST_CASE("Escape alone is a key once nothing follows", "[terminal]") {
  KeyDecoder decoder;
  decoder.feed("\x1b");
  CHECK(decoder.is_undecided());
  CHECK(drain(decoder).empty());
  decoder.flush();
  CHECK_FALSE(decoder.is_undecided());
  CHECK(drain(decoder) == keys({KeyName::escape}));
  decoder.feed("3");
  CHECK(drain(decoder) == std::vector<Event>{Typed{U'3'}});
}

TEST_CASE("an unfinished sequence is broken off by Enter", "[terminal]") {
  CHECK(decode("\x1b[12\r3") == std::vector<Event>{Pressed{KeyName::other}, Pressed{KeyName::enter}, Typed{U'3'}});
  CHECK(decode("\x1b]11;12\r3") == std::vector<Event>{Pressed{KeyName::other}, Typed{U'3'}});
}

TEST_CASE("a paste is one event, whatever it holds", "[terminal]") {
  CHECK(decode("\x1b[200~3\r\n4\x1b[A\x1b\x1b[201~5") == std::vector<Event>{Pasted{"3\r\n4\x1b[A\x1b"}, Typed{U'5'}});
  CHECK(decode("\x1b[200~\x1b[201~") == std::vector<Event>{Pasted{""}});
  CHECK(decode("\x1b[201~3") == std::vector<Event>{Pressed{KeyName::other}, Typed{U'3'}});
}

TEST_CASE("a paste is one event wherever the reads split it, even when its start is late", "[terminal]") {
  const std::string bytes = "\x1b[200~3\x1b[20s\x1b[2\x1b[201~5";
  const std::vector<Event> expected{Pasted{"3\x1b[20s\x1b[2"}, Typed{U'5'}};
  for (std::size_t at = 1; at < bytes.size(); ++at) {
    INFO("split at " << at);
    KeyDecoder decoder;
    decoder.feed(bytes.substr(0, at));
    decoder.feed(bytes.substr(at));
    CHECK(drain(decoder) == expected);
  }
  KeyDecoder late;
  late.feed("\x1b");
  late.flush();
  late.feed(bytes.substr(1));
  CHECK(drain(late) == std::vector<Event>{Pressed{KeyName::escape}, expected[0], expected[1]});
}

TEST_CASE("a paste may hold the start of a paste, and no other sequence starts one", "[terminal]") {
  CHECK(decode("\x1b[200~a\x1b[200~b\x1b[201~c") == std::vector<Event>{Pasted{"a\x1b[200~b"}, Typed{U'c'}});
  for (const char* sequence : {"\x1b[20~", "\x1b[2000~", "\x1b[1200~", "\x1b[200;1~", "\x1b[201~", "\x1b[200u"})
    CHECK(decode(std::string(sequence) + "7") == std::vector<Event>{Pressed{KeyName::other}, Typed{U'7'}});
  CHECK(decode("\x1b[20\x1b[200~x\x1b[201~") == std::vector<Event>{Pressed{KeyName::other}, Pasted{"x"}});
}

TEST_CASE("a paste after one that was cut is whole", "[terminal]") {
  const std::vector<Event> events = decode("\x1b[200~" + std::string(20'000, 'w') + "\x1b[201~\x1b[200~next\x1b[201~");
  REQUIRE(events.size() == 2);
  CHECK(events[1] == Event{Pasted{"next", Arrival::whole}});
}

TEST_CASE("a canceled sequence ends at once, and Escape in a string begins the next one", "[terminal]") {
  for (const char* cancel : {"\x18", "\x1a"}) {
    CHECK(decode("\x1b[12" + std::string(cancel) + "3") == std::vector<Event>{Pressed{KeyName::other}, Typed{U'3'}});
    CHECK(decode("\x1b]0;1" + std::string(cancel) + "3") == std::vector<Event>{Pressed{KeyName::other}, Typed{U'3'}});
  }
  CHECK(decode("\x1b]0;1\x1b[2~3") ==
        std::vector<Event>{Pressed{KeyName::other}, Pressed{KeyName::other}, Typed{U'3'}});
}

TEST_CASE("a paste without its end types nothing", "[terminal]") {
  CHECK(decode("\x1b[200~1234 sss\r\x1b[20").empty());
}

TEST_CASE("a paste that is longer than any line stays longer than any line", "[terminal]") {
  const std::vector<Event> events = decode("\x1b[200~" + std::string(1'000'000, 'x') + "\x1b[201~");
  REQUIRE(events.size() == 1);
  const std::string& text = std::get<Pasted>(events.front()).text;
  CHECK(text.size() < 20'000);
  CHECK(count_characters(text) > static_cast<int>(max_line_characters));
}

TEST_CASE("a character is read wherever the reads split it", "[terminal]") {
  const std::string bytes = "é日🍰";
  for (std::size_t at = 0; at <= bytes.size(); ++at) {
    KeyDecoder decoder;
    decoder.feed(bytes.substr(0, at));
    decoder.feed(bytes.substr(at));
    CHECK(drain(decoder) == std::vector<Event>{Typed{U'é'}, Typed{U'日'}, Typed{U'🍰'}});
  }
}

TEST_CASE("malformed characters and those that could drive a terminal are dropped", "[terminal]") {
  for (const char* bytes : {"\xff", "\xc3", "\xc0\xb3", "\xe0\x80\xb3", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xc2\x9b",
                            "\xe2\x80\xae", "\xb3\xb3"})
    CHECK(decode(std::string(bytes) + "a") == std::vector<Event>{Typed{U'a'}});
}

TEST_CASE("a paste that is far too long says that its end is missing", "[terminal]") {
  const auto paste = [](std::size_t bytes) {
    const std::vector<Event> events = decode("\x1b[200~" + std::string(bytes, 'w') + "\x1b[201~");
    REQUIRE(events.size() == 1);
    return std::get<Pasted>(events.front()).arrival;
  };
  CHECK(paste(16'004) == Arrival::whole);
  CHECK(paste(16'005) == Arrival::cut);
}
