#include "read/evtx/event_maker.h"

#include <algorithm>
#include <charconv>

#include "base/time.h"

namespace digue::read::evtx {

using event::Verdict;

// Bits of Keywords.
static constexpr std::uint64_t audit_failure = 0x10000000000000, audit_success = 0x20000000000000;

static std::uint64_t number_in(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x");
  if (hexadecimal) text.remove_prefix(2);
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, hexadecimal ? 16 : 10);
  return number;
}

// Windows writes a dash where there is nobody.
static std::string_view unless_dash(std::string_view text) {
  return text == "-" ? std::string_view() : text;
}

const KnownEvent* EventMaker::known() const {
  return known_event(fields_.find(Section::provider),
                     static_cast<std::uint32_t>(number_in(fields_.find(Section::event_id))));
}

event::Event& EventMaker::make(const RecordPlace& place) {
  auto& event = make_bare(place);
  if (const auto* known = this->known(); known != nullptr) keep_details(*known);
  if (place.recovered) filler_.flag("Recovered", true);
  return event;
}

event::Event& EventMaker::make_bare(const RecordPlace& place) {
  const auto* known = this->known();
  event::Event& event = filler_.begin(event::Family::windows_log);
  event.place.offset = place.offset;
  event.place.line = place.line;
  const auto time = parse_rfc3339(fields_.find(Section::time));
  if (time) event.time = *time;
  event.id = identity(place);
  event.operation = filler_.text(std::string(fields_.find(Section::provider)) + "/" +
                                 std::to_string(number_in(fields_.find(Section::event_id))));
  event.device = filler_.name(fields_.find(Section::computer));
  event.verdict = verdict(known);
  event.action = action(known);
  if (known != nullptr)
    fill_known(*known, event);
  else
    event.account = account("SubjectUserName", "SubjectDomainName");
  return event;
}

void add_all_values(const Fields& fields, std::string& text) {
  for (const auto& one : fields.all()) {
    (text += '\x1f') += one.name;
    (text += '=') += one.value;
  }
}

// The same record in two copies of a log is one, wherever it stands.
event::RecordId EventMaker::identity(const RecordPlace& place) {
  key_.clear();
  for (const auto section : {Section::computer, Section::channel, Section::time})
    (key_ += fields_.find(section)) += '\x1f';
  const auto own = fields_.find(Section::record_id);
  key_ += own.empty() ? std::to_string(place.id) : std::string(own);
  if (own.empty() && place.id == 0) add_all_values(fields_, key_);
  return event::record_id_from_content(key_);
}

Verdict EventMaker::verdict(const KnownEvent* known) const {
  if (known != nullptr && known->verdict != Verdict::unknown) return known->verdict;
  const auto keywords = number_in(fields_.find(Section::system, "Keywords"));
  if ((keywords & audit_failure) != 0) return Verdict::failure;
  return (keywords & audit_success) != 0 ? Verdict::success : Verdict::unknown;
}

std::string_view EventMaker::data(std::string_view name) const {
  return name.empty() ? std::string_view() : unless_dash(fields_.data(name));
}

// One number tells of every state that a service enters.  The binary value ends in the state, in
// UTF-16 ("VSS/1"), 1 being stopped; the word beside it is translated.
static bool tells_of_a_stop(const Fields& fields) {
  const auto state = fields.data("Binary");
  if (!state.empty()) return state.ends_with("2F0031000000") || state.ends_with("2f0031000000");
  const auto word = fields.data("param2");
  return word == "stopped" || word == "arrêté";
}

event::Action EventMaker::action(const KnownEvent* known) const {
  if (known == nullptr) return event::Action::other;
  const bool is_state = known->action == event::Action::service_stopped && known->id == 7036;
  return is_state && !tells_of_a_stop(fields_) ? event::Action::other : known->action;
}

event::Symbol EventMaker::account(std::string_view name, std::string_view domain) {
  const auto user = data(name), of = data(domain);
  if (user.empty() || of.empty()) return filler_.name(user);
  return filler_.name(std::string(of) + "\\" + std::string(user));
}

void EventMaker::fill_known(const KnownEvent& known, event::Event& event) {
  event.account = account(known.actor, known.actor_domain);
  event.target = account(known.target, known.target_domain);
  // A member is told by its SID where the log knows no name.
  if (event.target == event::no_symbol && known.target == "MemberName")
    event.target = filler_.name(data("MemberSid"));
  event.object = filler_.text(data(known.object));
  event.address = filler_.address(data(known.address));
  event.session = filler_.text(data(known.session));
}

void EventMaker::keep_details(const KnownEvent& known) {
  for (const auto& field : fields_.all()) {
    if (field.section != Section::data || field.null) continue;
    const bool kept = known.details.empty() || std::find(known.details.begin(), known.details.end(),
                                                         field.name) != known.details.end();
    if (kept) filler_.detail(field.name, field.value);
  }
}

}  // namespace digue::read::evtx
