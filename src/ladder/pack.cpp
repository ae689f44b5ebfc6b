#include <rung/ladder/pack.hpp>

#include <cassert>
#include <cstdint>
#include <cstring>
#include <optional>
#include <type_traits>
#include <vector>

namespace rung {
namespace {

// One list of fields serves both directions, so that what is written is what is read.

template <typename Archive, typename T>
void pass_each(Archive& archive, T& value) {
  using Type = std::remove_const_t<T>;
  if constexpr (std::is_same_v<Type, ScalePoint>) {
    archive(value.value, value.label, value.anchor);
  } else if constexpr (std::is_same_v<Type, Behavior>) {
    archive(value.id, value.key, value.text, value.probes, value.target, value.formerly, value.source);
  } else if constexpr (std::is_same_v<Type, Responsibility>) {
    archive(value.id, value.title, value.summary, value.behaviors);
  } else if constexpr (std::is_same_v<Type, Pillar>) {
    archive(value.id, value.title, value.summary, value.responsibilities);
  } else if constexpr (std::is_same_v<Type, Term>) {
    archive(value.term, value.meaning);
  } else {
    static_assert(std::is_same_v<Type, Ladder>);
    archive(value.id, value.title, value.track, value.level, value.version, value.summary, value.source.title,
            value.source.url, value.source.license, value.scale.points, value.target, value.gates.coverage,
            value.gates.at_target, value.gates.pillar_at_target, value.gates.floor, value.pillars, value.terms);
  }
}

class Packer {
 public:
  template <typename... Fields>
  void operator()(const Fields&... fields) {
    (pass(fields), ...);
  }

  std::string take() { return std::move(bytes_); }

 private:
  template <typename Number>
  void append(Number number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }

  void pass(int number) { append(number); }
  void pass(double number) { append(number); }
  void pass(const std::string& text) {
    append(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void pass(const std::optional<int>& number) {
    append(static_cast<std::uint32_t>(number.has_value()));
    if (number) append(*number);
  }
  template <typename T>
  void pass(const std::vector<T>& list) {
    append(static_cast<std::uint32_t>(list.size()));
    for (const T& item : list) pass(item);
  }
  template <typename T>
  void pass(const T& value) {
    pass_each(*this, value);
  }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <typename... Fields>
  void operator()(Fields&... fields) {
    (pass(fields), ...);
  }

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view cut(std::size_t size) {
    assert(size <= rest_.size());
    const std::string_view piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }

  template <typename Number>
  Number number() {
    Number number{};
    std::memcpy(&number, cut(sizeof number).data(), sizeof number);
    return number;
  }

  void pass(int& field) { field = number<int>(); }
  void pass(double& field) { field = number<double>(); }
  void pass(std::string& text) { text = cut(number<std::uint32_t>()); }
  void pass(std::optional<int>& field) {
    if (number<std::uint32_t>() != 0) field = number<int>();
  }
  template <typename T>
  void pass(std::vector<T>& list) {
    list.resize(number<std::uint32_t>());
    for (T& item : list) pass(item);
  }
  template <typename T>
  void pass(T& value) {
    pass_each(*this, value);
  }

  std::string_view rest_;
};

}  // namespace

std::string pack_ladder(const Ladder& ladder) {
  Packer packer;
  packer(ladder);
  return packer.take();
}

Ladder unpack_ladder(std::string_view bytes) {
  Ladder ladder;
  Unpacker unpacker(bytes);
  unpacker(ladder);
  assert(unpacker.is_at_end());
  return ladder;
}

}  // namespace rung
