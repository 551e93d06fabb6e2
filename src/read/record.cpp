#include "read/record.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "read/csv.h"
#include "read/json_split.h"
#include "read/sentences.h"

namespace digue::read {

namespace {

// The records of a text, whichever of the two it is.
class Source {
 public:
  explicit Source(std::string_view text) {
    if (begins_as_json(text))
      json_.emplace(text);
    else
      csv_.emplace(text);
  }

  bool next(Sink& sink) { return json_ ? json_->next(sink) : csv_->next(sink); }
  bool next() { return json_ ? json_->next() : csv_->next(); }
  std::optional<Message> fill(Fields& fields) {
    if (json_) return fields.fill(json_->record());
    fields.fill(*csv_);
    return std::nullopt;
  }
  void place(event::Place& place) const { return json_ ? json_->place(place) : csv_->place(place); }
  void reject_unread(Sink& sink, const Message& reason) {
    return json_ ? json_->reject_broken(sink, reason) : csv_->reject(sink, reason);
  }
  void reject(Sink& sink, const Message& reason) const {
    return json_ ? json_->reject(sink, reason) : csv_->reject(sink, reason);
  }
  std::uint64_t offset() const { return json_ ? json_->offset() : csv_->offset(); }
  bool is_json() const { return json_.has_value(); }
  bool says_utc(const std::vector<std::string_view>& names) const {
    if (!csv_) return false;
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return contains_ignoring_case(csv_->columns().name(csv_->columns().find(name)), "utc");
    });
  }

 private:
  std::optional<JsonRecords> json_;
  std::optional<CsvTable> csv_;
};

// All dates of the file, for the order of day and month.
void show_dates(std::string_view text, const std::vector<std::string_view>& names,
                DateOrderScan& scan) {
  Source source(text);
  Fields fields;
  while (source.next()) {
    if (source.fill(fields)) continue;
    for (const std::string_view name : names) scan.see(fields.text({name}));
  }
}

// What the record says, whatever its separators, its indentation and its line ends.
std::string content_of(const Fields& fields) {
  std::string content;
  for (const Field& field : fields.all()) {
    content.append(field.path).push_back('\0');
    content.append(field.value).push_back('\0');
  }
  return content;
}

}  // namespace

class RecordLoop {
 public:
  RecordLoop(const RecordInput& input, const RecordDates& dates)
      : input_(input),
        source_(input.text),
        filler_(input.sink),
        dates_(input.told, source_.says_utc(dates.names) ? ZonelessDates::are_utc : dates.zoneless,
               [text = input.text, names = dates.names](DateOrderScan& scan) {
                 show_dates(text, names, scan);
               }) {}

  void run(const std::function<void(Record&)>& take) {
    while (source_.next(input_.sink)) {
      if (const auto fault = source_.fill(fields_)) {
        source_.reject_unread(input_.sink, *fault);
        continue;
      }
      Record record(*this);
      take(record);
      if (record.events_ == 0 && !record.rejected_)
        source_.reject(input_.sink, tell<sentences::nothing_usable>());
    }
    dates_.remark(input_.sink);
  }

 private:
  friend class Record;
  RecordInput input_;
  Source source_;
  Fields fields_;
  Filler filler_;
  DateReader dates_;
};

const Fields& Record::fields() const {
  return loop_.fields_;
}
std::uint64_t Record::offset() const {
  return loop_.source_.offset();
}
bool Record::is_json() const {
  return loop_.source_.is_json();
}

event::Event& Record::begin(event::Action action) {
  event::Event& event = loop_.filler_.begin(loop_.input_.family);
  loop_.source_.place(event.place);
  event.action = action;
  event.id = event::record_id_from_content(content_of(loop_.fields_));
  event.id.low += events_;
  return event;
}

void Record::commit() {
  ++events_;
  loop_.input_.sink.commit();
}

void Record::reject(const Message& reason) {
  rejected_ = true;
  loop_.source_.reject(loop_.input_.sink, reason);
}

Filler& Record::filler() {
  return loop_.filler_;
}

void Record::details(std::string_view name, const std::vector<std::string_view>& values) {
  for (const std::string_view value : values) detail(name, value);
}

bool DetailFrom::is_from(std::string_view path) const {
  return !path.empty() && std::find(fields.begin(), fields.end(), path) != fields.end();
}

void Record::details(std::span<const DetailFrom> mapping) {
  for (const DetailFrom& wanted : mapping)
    for (const std::string_view path : wanted.fields) {
      const auto found = path.empty() ? std::vector<std::string_view>{} : values({path});
      details(wanted.detail, found);
      if (!found.empty()) break;
    }
}

ReadDate Record::date_of(std::string_view text) {
  return text.empty() ? ReadDate{} : loop_.dates_.read(text);
}

std::string Record::date_text_of(std::string_view text) {
  if (text.empty()) return {};
  const ReadDate read = loop_.dates_.read(text);
  return read.time.known() && !read.is_local ? rfc3339(read.time) : std::string(text);
}

void each_record(const RecordInput& input, const RecordDates& dates,
                 const std::function<void(Record&)>& take) {
  RecordLoop(input, dates).run(take);
}

}  // namespace digue::read
