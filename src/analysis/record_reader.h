// A record of a Windows event log, as rules see it: what Windows says of every event under the
// names that Sigma gives it (EventID, Channel, Provider_Name...), the data under the event's own.
//
// Only what its rules read is decoded: first the channel and the number of the event, which say
// which rules there are, then the values that these ask for.  Of one thread.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "detect/sigma/engine.h"
#include "read/evtx/decoder.h"

namespace digue::analysis {

class RecordReader {
 public:
  explicit RecordReader(const detect::sigma::RuleSet& rules);
  ~RecordReader();

  // What could not be read, or nothing; bucket() then says which rules there are for it.
  const char* read(read::evtx::Record& record);
  // The same for a record whose channel and number are known already.
  const char* read(read::evtx::Record& record, std::string_view channel, std::uint32_t event_id);
  // One that was read whole already; the values live as long.
  void take(const read::evtx::Fields& whole);
  const detect::sigma::Bucket* bucket() const { return bucket_; }
  detect::sigma::RuleMatcher& matcher() { return matcher_; }

 private:
  class Heading;
  class Asked;
  const char* read_asked(read::evtx::Record& record);
  void find_bucket(std::string_view channel, std::uint32_t event_id);
  Asked& asked_of(const detect::sigma::Bucket& bucket);
  static detect::sigma::FieldId view_field(std::uint32_t number);

  const detect::sigma::RuleSet& rules_;
  detect::sigma::RuleMatcher matcher_;
  std::unique_ptr<Heading> heading_;
  std::vector<std::unique_ptr<Asked>> asked_;  // by the number of the bucket
  read::evtx::Fields heading_fields_, fields_;
  std::string channel_name_;  // of the record before
  const detect::sigma::ChannelRules* channel_;
  const detect::sigma::Bucket* bucket_ = nullptr;
};

// The name that rules use.
std::string rule_name(read::evtx::Section section, std::string_view name);

}  // namespace digue::analysis
