// What one line of a log says, before it is an event: the texts of its parts, as views into the
// line.  Filled by wordings (read/wording.h) or tables of fields (read/product.h).
//
// Lives for one read(), used again for each line.  Not thread-safe.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "read/dates.h"
#include "read/lines.h"

namespace digue::read {

enum class Part : std::uint8_t {
  time,  // date and clock in one text
  day,
  clock,
  zone,
  account,
  target,
  object,
  address,
  device,
  session,
  application,
  agent,
  operation,
  host,     // the client machine's name
  outcome,  // in the product's own words
  code,     // a whole number
  // Of traffic (read::Traffic):
  destination,  // host name, else address
  url,
  method,
  referer,
  content_type,
  bytes_out,  // from the client
  bytes_in,
  count_
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(Part::count_);
// The enumerator's own name: "account".
std::optional<Part> part_named(std::string_view name);

struct SaidDetail {
  std::string_view name, value;
  bool is_apart = false;  // event::Symbols::keep_apart() of the value
};

class Said {
 public:
  event::Action action = event::Action::other;
  event::Verdict verdict = event::Verdict::unknown;

  void clear();
  std::string_view operator[](Part part) const { return parts_[static_cast<std::size_t>(part)]; }
  // What was said first stays.
  void set(Part part, std::string_view value) {
    auto& kept = parts_[static_cast<std::size_t>(part)];
    if (kept.empty()) kept = value;
  }
  void replace(Part part, std::string_view value) {
    parts_[static_cast<std::size_t>(part)] = value;
  }
  void detail(std::string_view name, std::string_view value) {
    if (!value.empty() && details_.size() < max_details) details_.push_back({name, value});
  }
  // Of a value that hardly comes twice.
  void detail_apart(std::string_view name, std::string_view value) {
    if (!value.empty() && details_.size() < max_details) details_.push_back({name, value, true});
  }
  const std::vector<SaidDetail>& details() const { return details_; }

 private:
  std::array<std::string_view, part_count> parts_{};
  std::vector<SaidDetail> details_;
};

// What a product's word for an outcome means: "blocked", "accept"...
event::Verdict verdict_of_word(std::string_view word);

// Whether malware was cleaned, moved away or kept from running (success) or left there (failure),
// in an antivirus's own words, English or French.
event::Verdict verdict_of_cleaning(std::string_view words);

// How it ended: as was said, else by the words of Part::outcome.
event::Verdict verdict_of(const Said& said);

// The host that a client went to: the one that is named, else the URL's, else an address; no port.
std::string_view destination_of(std::string_view host, std::string_view url);

// Fills the filler's last event, and tells of its traffic.  What is `other` is there by the
// million: of it only who, from where, on which machine and how it ended are kept, never a text
// that differs on each line; and nothing but its time when the sink only counts it.
void fill_event(Filler& filler, const Said& said, const ReadDate& when);

// A new event of the line.
event::Event& add_event(Filler& filler, const Line& line, const Said& said, const ReadDate& when);

}  // namespace digue::read
