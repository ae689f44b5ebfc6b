#include <rung/ladder/pack.hpp>

#include <cassert>
#include <cstdint>
#include <cstring>
#include <optional>
#include <type_traits>

#include <rung/ladder/fields.hpp>

namespace rung {
namespace {

class Packer {
 public:
  template <class Value>
  void pass(const Value& value) {
    if constexpr (std::is_arithmetic_v<Value>) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else if constexpr (std::is_same_v<Value, std::string>) {
      pass(static_cast<std::uint32_t>(value.size()));
      bytes_ += value;
    } else if constexpr (is_gate_setting<Value>) {
      pass(value.is_stated);
      pass(value.threshold);
    } else if constexpr (IsRecord<Value>) {
      visit_fields<Value>([&](const auto& field) { pass(value.*field.member); });
    } else if constexpr (IsList<Value>) {
      pass(static_cast<std::uint32_t>(items_of(value).size()));
      for (const auto& item : items_of(value)) pass(item);
    } else {
      pass(value.has_value());
      if (value) pass(*value);
    }
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class Value>
  void pass(Value& value) {
    if constexpr (std::is_arithmetic_v<Value>) {
      std::memcpy(&value, cut(sizeof value).data(), sizeof value);
    } else if constexpr (std::is_same_v<Value, std::string>) {
      value = cut(take<std::uint32_t>());
    } else if constexpr (is_gate_setting<Value>) {
      pass(value.is_stated);
      pass(value.threshold);
    } else if constexpr (IsRecord<Value>) {
      visit_fields<Value>([&](const auto& field) { pass(value.*field.member); });
    } else if constexpr (IsList<Value>) {
      items_of(value).resize(take<std::uint32_t>());
      for (auto& item : items_of(value)) pass(item);
    } else if (take<bool>()) {
      pass(value.emplace());
    } else {
      value.reset();
    }
  }

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  template <class Value>
  Value take() {
    Value value{};
    pass(value);
    return value;
  }

  std::string_view cut(std::size_t size) {
    assert(size <= rest_.size());
    const std::string_view piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }

  std::string_view rest_;
};

}  // namespace

std::string pack_ladder(const Ladder& ladder) {
  Packer packer;
  packer.pass(ladder);
  return packer.take();
}

Ladder unpack_ladder(std::string_view bytes) {
  Ladder ladder;
  Unpacker unpacker(bytes);
  unpacker.pass(ladder);
  assert(unpacker.is_at_end());
  return ladder;
}

}  // namespace rung
