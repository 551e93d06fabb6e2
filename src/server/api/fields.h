// The body of a request: a JSON object, read strictly.  A field that is not asked for, is of
// another type, too long, or written twice is refused, with its JSON pointer.
//
//   Fields fields(body);
//   const auto title = fields.text("title", 300, Fields::required);
//   if (const auto trouble = fields.trouble()) ...
//
// Texts are UTF-8 without control characters but line ends and tabs.  The first mistake is kept,
// and everything asked for after reads as nothing.  Not thread-safe.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "logbook/entry.h"
#include "server/api/trouble.h"

namespace digue::server {

inline constexpr std::size_t max_json_body_bytes = 256 << 10;
inline constexpr std::size_t max_body_depth = 8;
inline constexpr std::size_t max_list = 10'000;

class Fields {
 public:
  enum Presence : std::uint8_t { optional, required };

  explicit Fields(std::string_view body);

  // At most so many bytes; "" when it is not there.  A required one is not blank.
  std::string text(std::string_view name, std::size_t most, Presence presence = optional);
  std::string word(std::string_view name, std::span<const std::string_view> words,
                   Presence presence = optional);
  bool flag(std::string_view name);
  std::optional<bool> choice(std::string_view name);  // nothing when it is not there
  std::optional<std::uint64_t> count(std::string_view name, std::uint64_t most);
  std::optional<logbook::Moment> moment(std::string_view name);
  // Of at most `most` texts, each of at most 2048 bytes and not empty.
  std::vector<std::string> texts(std::string_view name, std::size_t most,
                                 Presence presence = optional);
  bool is_text(std::string_view name) const;
  // Those of a list of objects, one to `most`; tell the trouble of each with take().
  std::vector<Fields> parts(std::string_view name, std::size_t most);
  // The fields of an object; tell its trouble with take().
  std::optional<Fields> part(std::string_view name);
  void take(const Fields& part);

  // The caller's own mistake to tell of a field.
  void refuse(std::string_view name, Message why);
  // The first mistake, a field that nobody asked for among them.
  std::optional<Trouble> trouble() const;

 private:
  struct Value;
  using Members = std::map<std::string, Value, std::less<>>;
  struct Value {
    std::variant<std::monostate, std::string, bool, std::uint64_t, std::vector<std::string>,
                 std::shared_ptr<Members>, std::vector<std::shared_ptr<Members>>>
        is;
  };
  friend struct BodyReader;
  Fields(std::shared_ptr<Members> members, std::string place)
      : members_(std::move(members)), place_(std::move(place)) {}
  const Value* find(std::string_view name, Presence presence);
  std::string pointer(std::string_view name) const;
  void wrong(std::string_view name, const Sentence& what);
  bool is_plain(std::string_view name, std::string_view text, std::size_t most);

  std::shared_ptr<Members> members_;
  std::string place_;  // JSON pointer of the object
  std::set<std::string, std::less<>> asked_;
  std::optional<Trouble> trouble_;
};

}  // namespace digue::server
