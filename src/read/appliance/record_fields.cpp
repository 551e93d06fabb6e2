#include "read/appliance/record_fields.h"

#include "base/number.h"

namespace digue::read {

void put_fields(const Fields& fields, Products& products) {
  for (const auto& field : fields.all()) {
    products.put(field.path, field.value);
    products.put(field.name, field.value);
  }
}

static void fill_texts(Record& record, const Said& said, event::Event& event) {
  event.target = record.intern_lower(said[Part::target]);
  event.object = record.intern(said[Part::object]);
  event.session = record.intern(said[Part::session]);
  event.application = record.intern_lower(said[Part::application]);
  event.agent = record.intern(said[Part::agent]);
  for (const auto& detail : said.details()) record.detail(detail.name, detail.value);
}

void commit_said(Record& record, const Said& said, const ReadDate& when) {
  auto& event = record.begin(said.action);
  event.time = when.time;
  event.time_is_local = when.is_local;
  event.verdict = verdict_of(said);
  event.operation = record.intern(said[Part::operation]);
  event.account = record.intern_lower(said[Part::account]);
  event.address = record.address(said[Part::address]);
  event.device = record.intern_lower(said[Part::device]);
  event.error_code = whole_number<std::int32_t>(said[Part::code]).value_or(0);
  record.detail("Host", said[Part::host]);
  if (said.action != event::Action::other) fill_texts(record, said, event);
  record.commit();
}

}  // namespace digue::read
