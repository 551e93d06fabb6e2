#include "detect/sigma/record_view.h"

#include "detect/sigma/fold.h"

namespace digue::detect::sigma {

namespace {

std::string without_blanks(std::string_view name) {
  std::string made(name);
  std::erase(made, ' ');
  return made;
}

}  // namespace

FieldId FieldNames::add(std::string_view name) {
  const auto [known, is_new] =
      ids_.emplace(without_blanks(name), static_cast<FieldId>(names_.size()));
  if (is_new) names_.emplace_back(name);
  return known->second;
}

FieldId FieldNames::find(std::string_view name) const {
  const auto known = ids_.find(without_blanks(name));
  return known == ids_.end() ? no_field : known->second;
}

void RecordView::clear() {
  for (std::size_t i = 0; i < used_; ++i)
    if (slots_[i].field != no_field) first_[slots_[i].field] = none;
  used_ = 0;
}

void RecordView::add(FieldId field, std::string_view text, bool null) {
  if (used_ == max_values_of_record) return;
  if (used_ == slots_.size()) slots_.emplace_back();
  Slot& slot = slots_[used_];
  slot.field = field;
  slot.next = none;
  slot.text = text;
  slot.null = null;
  slot.is_folded = false;
  const auto index = static_cast<std::uint32_t>(used_++);
  if (field == no_field) return;
  std::uint32_t* at = &first_[field];
  while (*at != none) at = &slots_[*at].next;
  *at = index;
}

std::string_view RecordView::folded(std::uint32_t value) {
  Slot& slot = slots_[value];
  if (!slot.is_folded) {
    fold(slot.text, slot.folded);
    slot.is_folded = true;
  }
  return slot.folded;
}

std::string_view RecordView::text_of(FieldId field) const {
  const auto value = field == no_field ? none : first(field);
  return value == none ? std::string_view() : text(value);
}

}  // namespace digue::detect::sigma
