#include "read/mapping/mapped.h"

#include <algorithm>

#include "base/text.h"
#include "read/appliance/record_fields.h"

namespace digue::read {

namespace {

constexpr std::string_view directive = "#Fields:";

Carry carry_of(MappedShape shape) {
  if (shape == MappedShape::cef) return carry_cef;
  return shape == MappedShape::leef ? carry_leef : carry_any_pairs;
}

class MappedFormat final : public Format {
 public:
  explicit MappedFormat(std::unique_ptr<Mapped> mapped)
      : mapped_(std::move(mapped)),
        table_{mapped_->name, mapped_->signs, mapped_->parts, mapped_->details, mapped_->kinds} {}

  std::string_view name() const override { return mapped_->name; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override {
    return !has_records() && mapped_->shape != MappedShape::w3c;
  }

  int recognise(std::string_view sample) const override {
    if (has_records()) return recognise_records(sample);
    if (mapped_->shape == MappedShape::w3c) return recognise_directive(sample);
    Products products(std::span(&only_, 1));
    return sure_by_lines(sample, sure, [&](std::string_view line) {
      products.begin();
      Scratch scratch;
      return carry_of(mapped_->shape)(line, products, scratch) && has_all(products);
    });
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    Told ours = told;
    if (mapped_->dates_are_utc) ours.zone = Zone::utc();
    if (mapped_->date_order != DateOrder::undecided) ours.date_order = mapped_->date_order;
    if (has_records()) return read_records(text, ours, sink);
    if (mapped_->shape == MappedShape::w3c) return read_w3c(text, ours, sink);
    LogLines lines(text, ours, sink, std::span(&only_, 1));
    const auto carry = carry_of(mapped_->shape);
    read_lines(text, sink, name(), [&](const Line& line) { return lines.fill(line, carry); });
    lines.finish();
  }

 private:
  static constexpr int sure = 99;

  bool has_records() const {
    return mapped_->shape == MappedShape::csv || mapped_->shape == MappedShape::json;
  }
  bool has_all(const Products& products) const {
    return std::all_of(mapped_->recognised_by.begin(), mapped_->recognised_by.end(),
                       [&](auto field) { return !products.value_of(field).empty(); });
  }

  int recognise_records(std::string_view sample) const {
    const Shape shape(sample);
    const bool is_json = mapped_->shape == MappedShape::json;
    const auto& fields = mapped_->recognised_by;
    const bool all = std::all_of(fields.begin(), fields.end(),
                                 [&](auto field) { return shape.has(folded_name(field)); });
    return shape.is_json() == is_json && all ? sure : 0;
  }

  int recognise_directive(std::string_view sample) const {
    Lines lines(sample);
    for (Line line; lines.next(line) && line.text.starts_with('#');) {
      if (!line.text.starts_with(directive)) continue;
      const std::string lowered = lower(line.text);
      const auto names = split(lowered, ' ');
      const auto& fields = mapped_->recognised_by;
      const auto named = [&](auto field) {
        return std::find(names.begin(), names.end(), lower(field)) != names.end();
      };
      return std::all_of(fields.begin(), fields.end(), named) ? sure : 0;
    }
    return 0;
  }

  // The fields that a date may stand in, for its order of day and month.
  std::vector<std::string_view> date_fields() const {
    std::vector<std::string_view> names;
    for (const auto& meaning : mapped_->parts)
      if (meaning.part == Part::time || meaning.part == Part::day) names.push_back(meaning.field);
    return names;
  }

  void read_records(std::string_view text, const Told& told, Sink& sink) const {
    Products products(std::span(&only_, 1));
    Said said;
    each_record({text, told, sink, family()},
                {.names = date_fields(), .zoneless = ZonelessDates::are_local},
                [&](Record& record) {
                  products.begin();
                  put_fields(record.fields(), products);
                  said.clear();
                  if (products.tell(said) == nullptr) return;
                  commit_said(record, said, record.date_of(date_said(said)));
                });
  }

  void read_w3c(std::string_view text, const Told& told, Sink& sink) const {
    Filler filler(sink);
    Products products(std::span(&only_, 1));
    LineTimes times(text, told);
    Said said;
    std::vector<std::size_t> slots;
    const auto is_row = [&](const Line& line) {
      auto fields = line.text;
      if (fields.starts_with(directive)) {
        fields.remove_prefix(directive.size());
        slots.clear();
        for (auto name = take_field(fields); !name.empty() && slots.size() < max_columns;
             name = take_field(fields))
          slots.push_back(products.slot_of(name));
      }
      return !line.text.starts_with('#');
    };
    read_rows(text, sink, name(), is_row, [&](const Line& line) {
      products.begin();
      auto rest = line.text;
      for (const auto slot : slots) {
        if (trimmed(rest).empty()) return false;
        products.put(slot, take_log_value(rest));
      }
      said.clear();
      if (slots.empty() || products.tell(said) == nullptr) return false;
      add_event(filler, line, said, time_said(said, times));
      return true;
    });
    times.remark(sink);
  }

  std::unique_ptr<Mapped> mapped_;
  Product table_;
  const Product* only_ = &table_;
};

}  // namespace

std::unique_ptr<Format> format_of(std::unique_ptr<Mapped> mapped) {
  return std::make_unique<MappedFormat>(std::move(mapped));
}

}  // namespace digue::read
