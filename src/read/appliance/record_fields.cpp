#include "read/appliance/record_fields.h"

#include "base/text.h"

namespace digue::read {

void put_fields(const Fields& fields, Products& products) {
  for (const auto& field : fields.all()) {
    products.put(field.path, field.value);
    products.put(field.name, field.value);
  }
}

void commit_said(Record& record, Said& said, const ReadDate& when) {
  for (const auto part : {Part::operation, Part::object, Part::session, Part::agent})
    said.replace(part, trimmed(said[part]));
  record.begin(said.action);
  fill_event(record.filler(), said, when);
  record.commit();
}

}  // namespace digue::read
