// One chunk of a Windows event log, as Windows fills it: names and templates are written where they
// are first used and pointed at afterwards, tables of them stand in its header, checksums hold.
// Written from the format's published description (libyal's, [MS-EVEN6]); plain memory, 64 KiB.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "exercise/evtx/event.h"

namespace digue::exercise::evtx {

class Chunk {
 public:
  static constexpr std::size_t size = 65536;

  Chunk();
  // Whether the event surely fits.
  bool has_room(const Event& event) const;
  // `record` numbers the records of a log, from 1.
  void add(const Event& event, std::uint64_t record, std::string_view computer);
  bool empty() const { return last_ == 0; }
  // Its 64 KiB.
  std::string finish() const;

 private:
  struct Attribute {
    std::string_view name;
    std::string_view text;  // or, when empty,
    int slot = -1;          // the value of that number
    Type type = Type::none;
  };

  void put(std::uint64_t number, int bytes);
  void patch(std::size_t at, std::uint64_t number);
  void values(const Event& event, std::uint64_t record, std::string_view computer);
  void data(const Event& event);
  // Of an instance: the template, here or where it is known to be; then the values' table.
  template <class Body>
  void use_template(const std::string& name, Body body);
  std::size_t begin_values(const std::vector<Type>& types);
  void end_value(std::size_t table, std::size_t index, std::size_t from);
  void define_event(const Kind& kind);
  void define_system(const Kind& kind);
  void define_data(const Kind& kind);
  void leaf(std::string_view name, int slot, Type type, std::string_view attribute = "");
  void name(std::string_view name);
  void attribute(const Attribute& attribute, bool more);
  template <class Body>
  void element(std::string_view name, std::initializer_list<Attribute> attributes, Body body);
  void text(std::string_view utf8);
  // A value, which an event may leave out when it is optional.
  static constexpr std::uint64_t plain_value = 0x0d, optional_value = 0x0e;
  void slot(int number, Type type, std::uint64_t token = optional_value);

  std::string bytes_;
  std::map<std::string, std::size_t, std::less<>> names_, templates_;
  std::array<std::uint32_t, 64> name_table_{};
  std::array<std::uint32_t, 32> template_table_{};
  std::uint64_t first_ = 0, last_ = 0;
  std::size_t last_record_ = 0;
};

}  // namespace digue::exercise::evtx
