#include "analysis/record_reader.h"

#include <algorithm>
#include <unordered_map>

#include "base/number.h"

namespace digue::analysis {

using detect::sigma::Bucket;
using detect::sigma::FieldId;
using read::evtx::Section;

// The channel and the number of the event.
class RecordReader::Heading final : public read::evtx::Selection {
 public:
  std::uint32_t number(Section section, std::string_view) override {
    return section == Section::channel || section == Section::event_id ? 0 : unwanted;
  }
  bool looks_inside() const override { return false; }
};

// What the rules of a bucket read.
class RecordReader::Asked final : public read::evtx::Selection {
 public:
  // Wanted for keywords alone.
  static constexpr std::uint32_t nameless = unwanted - 1;

  Asked(const detect::sigma::FieldNames& names, const Bucket& bucket)
      : names_(names), bucket_(bucket) {}

  std::uint32_t number(Section section, std::string_view name) override {
    const FieldId field = names_.find(rule_name(section, name));
    const auto& fields = bucket_.fields();
    const bool is_read = std::binary_search(fields.begin(), fields.end(), field);
    return is_read ? field : bucket_.reads_all() ? nameless : unwanted;
  }

  // The same, remembered: no template says which names come again.
  std::uint32_t known_number(Section section, std::string_view name) {
    key_.assign(1, static_cast<char>(section)).append(name);
    const auto known = numbers_.find(key_);
    if (known != numbers_.end()) return known->second;
    if (numbers_.size() >= max_names_kept) numbers_.clear();
    return numbers_[key_] = number(section, name);
  }

 private:
  static constexpr std::size_t max_names_kept = 10'000;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::string key_;
  const detect::sigma::FieldNames& names_;
  const Bucket& bucket_;
};

FieldId RecordReader::view_field(std::uint32_t number) {
  return number == Asked::nameless ? detect::sigma::no_field : number;
}

std::string rule_name(Section section, std::string_view name) {
  if (section == Section::provider) return "Provider_Name";
  std::string made(name);
  // Execution.ProcessID of the system is Execution_ProcessID.
  if (section != Section::data && section != Section::members)
    std::replace(made.begin(), made.end(), '.', '_');
  return made;
}

RecordReader::RecordReader(const detect::sigma::RuleSet& rules)
    : rules_(rules),
      matcher_(rules),
      heading_(std::make_unique<Heading>()),
      asked_(rules.buckets()),
      channel_(&rules.channel("")) {}
RecordReader::~RecordReader() = default;

RecordReader::Asked& RecordReader::asked_of(const Bucket& bucket) {
  auto& asked = asked_[bucket.number()];
  if (!asked) asked = std::make_unique<Asked>(rules_.names(), bucket);
  return *asked;
}

void RecordReader::find_bucket(std::string_view channel, std::uint32_t event_id) {
  if (channel != channel_name_) {
    channel_name_ = channel;
    channel_ = &rules_.channel(channel);
  }
  bucket_ = channel_->bucket(event_id);
}

const char* RecordReader::read(read::evtx::Record& record) {
  bucket_ = nullptr;
  if (const char* why = record.fields(heading_fields_, *heading_); why != nullptr) return why;
  const auto id = whole_number<std::uint32_t>(heading_fields_.find(Section::event_id));
  find_bucket(heading_fields_.find(Section::channel), id.value_or(0));
  return read_asked(record);
}

void RecordReader::take(const read::evtx::Fields& whole) {
  const auto id = whole_number<std::uint32_t>(whole.find(Section::event_id));
  find_bucket(whole.find(Section::channel), id.value_or(0));
  if (bucket_ == nullptr) return;
  auto& asked = asked_of(*bucket_);
  auto& view = matcher_.record();
  view.clear();
  for (const auto& one : whole.all()) {
    const auto number = asked.known_number(one.section, one.name);
    if (number != Asked::unwanted) view.add(view_field(number), one.value, one.null);
  }
}

const char* RecordReader::read(read::evtx::Record& record, std::string_view channel,
                               std::uint32_t event_id) {
  find_bucket(channel, event_id);
  return read_asked(record);
}

const char* RecordReader::read_asked(read::evtx::Record& record) {
  if (bucket_ == nullptr) return nullptr;
  if (const char* why = record.fields(fields_, asked_of(*bucket_)); why != nullptr) return why;
  auto& view = matcher_.record();
  view.clear();
  for (const auto& one : fields_.all()) view.add(view_field(one.number), one.value, one.null);
  return nullptr;
}

}  // namespace digue::analysis
