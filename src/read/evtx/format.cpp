// Windows event logs: the events that the sheets speak of (known_events.h) become events with their
// actor and details; every other record is an event `other`, so that what was logged is known.
#include "read/format.h"

#include <algorithm>
#include <charconv>

#include "base/time.h"
#include "read/evtx/decoder.h"
#include "read/evtx/known_events.h"
#include "read/evtx/sentences.h"
#include "read/filler.h"

namespace digue::read {

namespace {

using event::Verdict;
using evtx::Fields;
using evtx::KnownEvent;
using evtx::Section;

// Bits of Keywords.
constexpr std::uint64_t audit_failure = 0x10000000000000, audit_success = 0x20000000000000;

std::uint64_t number_in(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x");
  if (hexadecimal) text.remove_prefix(2);
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, hexadecimal ? 16 : 10);
  return number;
}

// Windows writes a dash where there is nobody.
std::string_view unless_dash(std::string_view text) {
  return text == "-" ? std::string_view() : text;
}

class Reader final : public evtx::Visitor {
 public:
  explicit Reader(Sink& sink) : sink_(sink), filler_(sink) {}

  const char* record(evtx::Record& record) override {
    if (const char* why = record.fields(fields_); why != nullptr) return why;
    sink_.row();
    fill(record);
    sink_.commit();
    return nullptr;
  }

  void damage(const evtx::Damage& damage) override {
    sink_.row();
    sink_.rejected(damage.offset, damage.bytes, 0, tell<evtx::sentences::cannot_read>(damage.what));
  }

 private:
  void fill(const evtx::Record& record) {
    const auto provider = fields_.find(Section::provider);
    const auto id = number_in(fields_.find(Section::event_id));
    const KnownEvent* known = evtx::known_event(provider, static_cast<std::uint32_t>(id));
    event::Event& event = filler_.begin(event::Family::windows_log);
    event.place.offset = record.offset();
    const auto time = parse_rfc3339(fields_.find(Section::time));
    if (time) event.time = *time;
    event.id = identity(record);
    event.operation = filler_.text(std::string(provider) + "/" + std::to_string(id));
    event.device = filler_.name(fields_.find(Section::computer));
    event.verdict = verdict(known);
    event.action = known != nullptr ? known->action : event::Action::other;
    if (known != nullptr)
      fill_known(*known, event);
    else
      event.account = account("SubjectUserName", "SubjectDomainName");
    if (record.recovered()) filler_.flag("Recovered", true);
  }

  // The same record in two copies of a log is one, wherever it stands.
  event::RecordId identity(const evtx::Record& record) {
    key_.clear();
    for (const auto section : {Section::computer, Section::channel, Section::time})
      (key_ += fields_.find(section)) += '\x1f';
    const auto own = fields_.find(Section::record_id);
    key_ += own.empty() ? std::to_string(record.id()) : std::string(own);
    return event::record_id_from_content(key_);
  }

  Verdict verdict(const KnownEvent* known) const {
    if (known != nullptr && known->verdict != Verdict::unknown) return known->verdict;
    const auto keywords = number_in(fields_.find(Section::system, "Keywords"));
    if ((keywords & audit_failure) != 0) return Verdict::failure;
    return (keywords & audit_success) != 0 ? Verdict::success : Verdict::unknown;
  }

  std::string_view data(std::string_view name) const {
    return name.empty() ? std::string_view() : unless_dash(fields_.data(name));
  }

  event::Symbol account(std::string_view name, std::string_view domain) {
    const auto user = data(name), of = data(domain);
    if (user.empty() || of.empty()) return filler_.name(user);
    return filler_.name(std::string(of) + "\\" + std::string(user));
  }

  void fill_known(const KnownEvent& known, event::Event& event) {
    event.account = account(known.actor, known.actor_domain);
    event.target = account(known.target, known.target_domain);
    // A member is told by its SID where the log knows no name.
    if (event.target == event::no_symbol && known.target == "MemberName")
      event.target = filler_.name(data("MemberSid"));
    event.object = filler_.text(data(known.object));
    event.address = filler_.address(data(known.address));
    event.session = filler_.text(data(known.session));
    for (const auto& field : fields_.all()) {
      if (field.section != Section::data || field.null) continue;
      const bool kept =
          known.details.empty() ||
          std::find(known.details.begin(), known.details.end(), field.name) != known.details.end();
      if (kept) filler_.detail(field.name, field.value);
    }
  }

  Sink& sink_;
  Filler filler_;
  Fields fields_;
  std::string key_;
};

void tell_facts(std::string_view file, const evtx::Facts& facts, Sink& sink) {
  namespace said = evtx::sentences;
  const auto header = evtx::read_file_header(file);
  if (!header.checksum) sink.remark(tell<said::bad_header>());
  if (const auto missing = evtx::missing_chunks(header, facts.chunks); missing != 0)
    sink.remark(tell<said::missing_chunks>(missing));
  if (facts.bad_chunk_checksums + facts.bad_record_checksums != 0)
    sink.remark(tell<said::bad_checksums>(facts.bad_chunk_checksums, facts.bad_record_checksums,
                                          facts.chunks));
  if (facts.recovered != 0) sink.remark(tell<said::recovered>(facts.recovered));
  if (facts.remains != 0) sink.remark(tell<said::remains>(facts.remains));
}

class WindowsLog final : public Format {
 public:
  std::string_view name() const override { return "evtx"; }
  event::Family family() const override { return event::Family::windows_log; }
  bool reads_bytes() const override { return true; }
  int recognise(std::string_view sample) const override { return evtx::looks_like_log(sample); }

  void read(std::string_view file, const Told&, Sink& sink) const override {
    const evtx::LiveRecords live(file, [&](std::size_t offset) { sink.passed(offset); });
    evtx::Decoder decoder;
    Reader reader(sink);
    evtx::Facts facts;
    evtx::Pieces pieces(file);
    for (evtx::Piece piece; pieces.next(piece);) {
      facts += decoder.read(piece, live, reader);
      if (evtx::is_milestone(piece)) sink.passed(piece.offset);
    }
    tell_facts(file, facts, sink);
  }
};

}  // namespace

const Format& evtx_format() {
  static const WindowsLog format;
  return format;
}

}  // namespace digue::read
