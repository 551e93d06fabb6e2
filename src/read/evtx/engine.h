// Inside the decoder: finds a record's template and runs its program.
#pragma once
#include <array>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/evtx/decoder.h"

namespace digue::read::evtx {

struct GuidHash {
  std::size_t operator()(const Guid& guid) const {
    return static_cast<std::size_t>(guid.low ^ (guid.high * 0x9e3779b97f4a7c15));
  }
};

// The templates that a decoder knows.  Not thread-safe.
class Templates {
 public:
  // The definition that stands at that offset of the chunk; nothing, and why, when there is none.
  // One that differs from all those known by its GUID is compiled.
  const Template* at(std::string_view chunk, std::uint32_t offset, const char*& why);
  // What a record without template is, but for its values; compiled from its tokens when it is new.
  // Nothing when there is no room to keep it.
  const Template* of_shape(const std::string& shape, const Tokens& tokens);
  // The template of the chunk whose GUID begins so: what a recovered record may have to do with.
  const Template* by_id(std::uint32_t id) const;
  // Whether so much more of the chunk may be parsed.
  bool may_parse(std::size_t bytes) {
    parsed_ += bytes;
    return parsed_ <= max_chunk_parsed_bytes;
  }
  // Another chunk begins; everything is forgotten when it is too much.
  void next_chunk();
  std::size_t count() const { return all_.size(); }
  // Numbers of templates mean another each time it grows.
  std::uint32_t generation() const { return generation_; }

 private:
  struct Place {
    std::uint32_t chunk = 0;  // its number, for the table need not be emptied
    std::uint32_t offset = 0;
    const Template* found = nullptr;
  };
  const Template* known(std::string_view chunk, std::size_t body, const Guid& guid) const;
  const Template* compiled(std::string_view chunk, std::size_t body, std::size_t size,
                           const Guid& guid, const char*& why);

  std::deque<Template> all_;
  std::unordered_map<Guid, std::vector<const Template*>, GuidHash> by_guid_;
  std::unordered_map<std::string, const Template*> by_shape_;
  std::array<Place, 256> places_;
  std::vector<const Template*> of_chunk_;
  std::uint32_t chunk_ = 1, generation_ = 0;
  std::size_t bytes_ = 0;
  std::size_t parsed_ = 0;  // of this chunk
  Tree tree_;
};

struct Slot {
  std::uint32_t offset = 0;  // in the chunk
  std::uint16_t size = 0;
  std::uint8_t type = type_null;
};

enum class Wanted : std::uint8_t { json, members, xml, fields };

// Runs the programs of one record.
class Decoder::Engine {
 public:
  Engine() : writer_(scratch_) {}

  void begin_chunk(std::string_view chunk);
  // Without a selection, all of the record; with one, of JSON alone.
  const char* render(const Record& record, Wanted wanted, Buffer& out,
                     Selection* selection = nullptr);
  // Without a selection, all of them.
  const char* fill(const Record& record, Fields& fields, Selection* wanted);
  Templates templates;

 private:
  // Whether one more instruction may run.
  bool spend() {
    if (work_ == 0) return false;
    --work_;
    return true;
  }
  const char* begin(const Record& record, Wanted wanted, Buffer& out);
  // Each returns what could not be read, or nothing.
  const char* fragment(std::size_t begin, std::size_t end, std::size_t depth);
  const char* instance(std::size_t begin, std::size_t end, std::size_t depth, std::size_t& next);
  const char* element(std::size_t begin, std::size_t end, std::size_t depth);
  const char* slots(std::size_t at, std::size_t end, std::size_t depth, std::size_t& next);
  const char* with(const Template& found, std::size_t depth);
  const Program& json_of(const Template& found);
  const Program& members_of(const Template& found);
  const SomeFields& selected(const Template& found);
  bool is_wanted(std::string_view data);
  const char* run(const Program& program, std::size_t depth);
  const char* step(const Instruction& instruction, const Slot& slot, const char* close,
                   std::size_t depth);
  const char* nested(const Slot& slot, std::size_t depth, Wanted wanted);
  const char* json_value(const Slot& slot, std::size_t depth);
  const char* json_system(const Slot& slot, std::size_t depth);
  const char* json_members(const Slot& slot, std::size_t depth);
  const char* xml_element(const Instruction& instruction, const char* open, const char* close,
                          const Slot& slot, std::size_t depth);
  const char* xml_value(const Slot& slot, std::size_t depth);
  const char* take_fields(const Template& found, std::size_t depth);
  const char* take_selected(const Template& found, const std::vector<std::uint32_t>& numbers,
                            std::size_t depth);
  const char* take_elements(const Field& field, const Value& array, std::uint32_t number);
  const char* take_values(const Field& field, std::uint32_t number, std::size_t depth);
  const char* take_inside(const Field& field, std::size_t depth);
  const char* take_parts(const Field& field, const std::vector<Part>& parts, std::uint32_t number,
                         std::size_t depth);
  Slot slot_of(const Part& part, std::size_t depth) const;
  void time(const Slot& slot);
  void without_event(const Value* lost_template);
  const char* lost(std::uint32_t id, std::size_t depth);
  const char* take_lost(std::size_t depth);
  Value value(const Slot& slot) const {
    return {slot.type, {chunk_.data() + slot.offset, slot.size}};
  }

  std::string_view chunk_;
  const Record* record_ = nullptr;
  Wanted wanted_ = Wanted::json;
  Buffer scratch_;
  Buffer* out_ = &scratch_;
  Fields* fields_ = nullptr;
  Selection* selection_ = nullptr;
  ValueWriter writer_;
  std::size_t begun_ = 0;  // where the record begins in the buffer
  std::size_t work_ = 0;   // instructions left of the record
  std::size_t chunk_work_ = 0, chunk_rendered_ = 0;
  std::array<std::vector<Slot>, max_nesting + 1> slots_;
  std::string shape_;
  Tree tree_;
  // Of records whose shape is not kept.
  std::deque<Template> passing_;
  std::deque<SomeFields> passing_programs_;
};

}  // namespace digue::read::evtx
