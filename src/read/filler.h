// Filling one event: texts capped and interned, details under their names.
//
// Lives for one read(); the same sink throughout.  Not thread-safe.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "event/event.h"
#include "read/format.h"

namespace digue::read {

// At most max_field_bytes of the text, not cut within a letter.
std::string_view capped(std::string_view text);

// Remembers the symbol that a text became, so that what stands on every row (an account in mixed
// case, an address with its port) is worked out once.
class Remembered {
 public:
  template <class Work>
  event::Symbol of(std::string_view text, Work work) {
    if (text.empty()) return event::no_symbol;
    Slot& slot = slots_[quick_hash(text) % slots_.size()];
    if (slot.text == text) return slot.symbol;
    slot.symbol = work(text);
    slot.text = text;
    return slot.symbol;
  }

 private:
  struct Slot {
    std::string text;
    event::Symbol symbol = event::no_symbol;
  };
  std::array<Slot, 1024> slots_;
};

class Filler {
 public:
  explicit Filler(Sink& sink) : sink_(sink), trail_(sink.trail()) {}

  // A new event of the sink's trail; event() is this one until the next begin().
  event::Event& begin(event::Family family);
  event::Event& event() { return trail_.events.back(); }
  event::Trail& trail() { return trail_; }
  // Sink::keeps() of the event, whose action and time are known.
  bool is_kept() { return sink_.keeps(event().action, event().time); }

  event::Symbol text(std::string_view text) { return trail_.symbols.intern(capped(text)); }
  // Accounts, mailboxes, applications: outer spaces off, lower case.
  event::Symbol name(std::string_view text);
  // canonical_address() of the text.
  event::Symbol address(std::string_view text);

  // Of the event begun last; all of it is filled already.
  void traffic(const Traffic& traffic) { sink_.traffic(traffic); }

  // An empty value is a detail too: something set to nothing.  No more than max_details.
  void detail(std::string_view name, std::string_view value);
  // Of a value that hardly comes twice.
  void detail_apart(std::string_view name, std::string_view value);
  void detail_unless_empty(std::string_view name, std::string_view value) {
    if (!value.empty()) detail(name, value);
  }
  void flag(std::string_view name, bool value) { detail(name, value ? "True" : "False"); }
  // One detail for each part of a list written with these separators; separators within double
  // quotes are part of the text.  An empty list is one empty detail.
  void details_of_list(std::string_view name, std::string_view list, std::string_view separators);

 private:
  Sink& sink_;
  event::Trail& trail_;
  Remembered names_, addresses_;
};

}  // namespace digue::read
