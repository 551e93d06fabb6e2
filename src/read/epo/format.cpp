// The threat events of Trellix (McAfee) ePolicy Orchestrator in XML, as its server forwards them by
// syslog, one a line, or as they are kept, one document after the other:
//   <?xml version="1.0"?><EPOevent><MachineInfo><MachineName>PC-12</MachineName>...</MachineInfo>
//   <SoftwareInfo ...><Event><EventID>1027</EventID>...<CommonFields>
//   <ThreatCategory>av.detect</ThreatCategory><ThreatName>...</ThreatName>
//   <DetectedUTC>2018-06-29T10:52:58Z</DetectedUTC><ThreatHandled>True</ThreatHandled>...
// What the antivirus found (av.*) is an alert; of the others (access protection, updates) nothing
// is told.  Times are UTC.  Its CSV and JSON exports are read as antivirus. Source: Trellix,
// "Common event format"; IBM, "McAfee ePolicy Orchestrator sample event messages".
#include <algorithm>
#include <array>
#include <deque>
#include <string>

#include "base/text.h"
#include "read/appliance/products.h"
#include "read/dates.h"
#include "read/sentences.h"
#include "read/xml_leaves.h"

namespace digue::read {

namespace {

using event::Action;
using event::Verdict;

constexpr std::array signs = {Test{"EventID"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "DetectedUTC"},
    {Part::time, "GMTTime"},
    {Part::account, "TargetUserName"},
    {Part::account, "UserName"},
    {Part::object, "TargetFileName"},
    {Part::device, "MachineName"},
    {Part::device, "TargetHostName"},
    {Part::address, "IPAddress"},
    {Part::operation, "EventID"},
    {Part::outcome, "ThreatActionTaken"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"Threat", "ThreatName"},
    {"Outcome", "ThreatActionTaken"},
    {"Handled", "ThreatHandled"},
    {"Category", "ThreatCategory"},
    {"Method", "AnalyzerDetectionMethod"},
    {"Md5", "TargetHash"},
    {"Url", "SourceURL"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"ThreatCategory", "av.*|av"},
     {"ThreatHandled", "True|1"},
     Action::malware_found,
     Verdict::success},
    {{"ThreatCategory", "av.*|av"},
     {"ThreatHandled", "False|0"},
     Action::malware_found,
     Verdict::failure},
    {{"ThreatCategory", "av.*|av"}, {}, Action::malware_found},
});
constexpr Product table = {"ePO", signs, parts, details, kinds};
constexpr std::size_t max_leaves = 1000;  // of one event

// Where "<EPOevent" or "</EPOevent" is next, in either of its spellings.
std::size_t find_tag(std::string_view text, std::string_view begin, std::size_t from) {
  constexpr std::string_view rest = "event";
  for (auto at = text.find(begin, from); at != text.npos; at = text.find(begin, at + 1))
    if (equal_ignoring_case(text.substr(at + begin.size(), rest.size()), rest)) return at;
  return text.npos;
}

class EventReader {
 public:
  EventReader(std::string_view text, const Told& told, Sink& sink)
      : text_(text), sink_(sink), filler_(sink), dates_(told, ZonelessDates::are_utc, {}) {}

  void read() {
    std::size_t from = 0;
    for (auto begin = find_tag(text_, "<EPO", 0); begin != text_.npos;) {
      pass_over(from, begin);
      const auto next = find_tag(text_, "<EPO", begin + 1);
      const auto end = std::min(find_tag(text_.substr(0, next), "</EPO", begin), text_.size());
      from = std::min(end, next);
      take(begin, from, end < text_.size());
      sink_.passed(begin);
      begin = next;
    }
    pass_over(from, text_.size());
    dates_.remark(sink_);
  }

 private:
  // What stands between two events and is no header of theirs: another document, another program's
  // lines.
  void pass_over(std::size_t from, std::size_t to) {
    const auto line_end = from == 0 ? 0 : text_.find('\n', from);
    const auto last = text_.rfind('\n', to);
    if (line_end == text_.npos || last == text_.npos || last <= line_end) return;
    const auto between = text_.substr(line_end, last - line_end);
    Lines lines(between);
    for (Line line; lines.next(line);)
      if (const auto text = trimmed(line.text); !text.empty() && !text.starts_with("<?xml"))
        return reject(line_end + line.offset, between.size() - line.offset);
  }

  void reject(std::size_t at, std::size_t bytes) {
    sink_.row();
    sink_.rejected(at, bytes, line_of(at), tell<sentences::other_line>("epo"));
  }

  // To be asked in the order of the text.
  std::uint32_t line_of(std::size_t at) {
    const auto passed = text_.substr(counted_, at - counted_);
    number_ += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    counted_ = at;
    return number_;
  }

  void take(std::size_t begin, std::size_t end, bool is_whole) {
    const Line line{text_.substr(begin, end - begin), begin, line_of(begin)};
    if (!is_whole || line.text.size() > max_record_bytes || !fill(line))
      return reject(begin, line.text.size());
    sink_.commit();
  }

  bool fill(const Line& line) {
    scratch_.clear();
    products_.begin();
    XmlLeaves leaves(line.text, scratch_);
    std::size_t count = 0;
    for (XmlLeaf leaf; count < max_leaves && leaves.next(leaf); ++count)
      products_.put(leaf.name, leaf.value);
    said_.clear();
    if (products_.tell(said_) == nullptr) return false;
    sink_.row();
    add_event(filler_, line, said_, dates_.read(said_[Part::time]));
    return true;
  }

  std::string_view text_;
  Sink& sink_;
  Filler filler_;
  DateReader dates_;
  Products products_{products};
  Said said_;
  std::deque<std::string> scratch_;
  std::size_t counted_ = 0;
  std::uint32_t number_ = 1;

  static constexpr std::array<const Product*, 1> products = {&table};
};

class EpoFormat final : public Format {
 public:
  std::string_view name() const override { return "epo"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    if (find_tag(sample, "<EPO", 0) == sample.npos) return 0;
    if (trimmed(sample).starts_with('<') && sample.find("<MachineInfo>") != sample.npos) return 93;
    return sure_by_lines(
        sample, 93, [](std::string_view line) { return find_tag(line, "<EPO", 0) != line.npos; });
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    EventReader(text, told, sink).read();
  }
};

}  // namespace

const Format& epo_format() {
  static const EpoFormat format;
  return format;
}

}  // namespace digue::read
