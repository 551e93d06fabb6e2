// Zscaler's web logs in JSON (NSS feeds, Cloud NSS, collectors), one object a line or an array.
// In tab-separated pairs they are read as key-values.
#include <array>

#include "read/appliance/record_fields.h"
#include "read/appliance/tables.h"

namespace digue::read {

namespace {

class ZscalerFormat final : public Format {
 public:
  std::string_view name() const override { return "zscaler"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool fields = shape.has_any({"clientip", "event.clientip"}) &&
                        shape.has_any({"urlcategory", "event.urlcategory"}) &&
                        shape.has_any({"datetime", "event.datetime"});
    return shape.is_json() && fields ? 90 : 0;
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    Products products(known_products());
    Said said;
    each_record({text, told, sink, family()},
                {.names = {"datetime", "event.datetime"}, .zoneless = ZonelessDates::are_local},
                [&](Record& record) {
                  products.begin();
                  put_fields(record.fields(), products);
                  said.clear();
                  if (products.tell(said) == nullptr) return;
                  commit_said(record, said, record.date({"datetime", "event.datetime"}));
                });
  }
};

}  // namespace

const Format& zscaler_format() {
  static const ZscalerFormat format;
  return format;
}

}  // namespace digue::read
