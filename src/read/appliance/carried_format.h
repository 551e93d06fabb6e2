// A format whose lines are all of one carrier (read/appliance/carriers.h).
#pragma once
#include "read/appliance/log_lines.h"

namespace digue::read {

class CarriedFormat final : public Format {
 public:
  // `sure` when nearly all lines are of the carrier and have one of the fields `any_of`.
  CarriedFormat(std::string_view name, int sure, Carry carry,
                std::initializer_list<std::string_view> any_of)
      : name_(name), sure_(sure), carry_(carry), any_of_(any_of) {}

  std::string_view name() const override { return name_; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(sample, sure_,
                         [&](std::string_view line) { return carries(line, carry_, any_of_); });
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    LogLines lines(text, told, sink);
    read_lines(text, sink, name_, [&](const Line& line) { return lines.fill(line, carry_); });
    lines.finish();
  }

 private:
  std::string_view name_;
  int sure_;
  Carry carry_;
  std::vector<std::string_view> any_of_;
};

}  // namespace digue::read
