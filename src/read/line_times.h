// When the lines of a log were written: dates without a year or without a zone too.
//
// A date without a year has the latest year that does not put it after the file was written
// (Told::written); where the dates go back from December to January, the lines before have the year
// before.  It is looked for at max_looks places of the text, not in every line.  Without
// Told::written nothing is deduced: the time is unknown.  What was deduced or assumed is one
// remark.
//
// Lives for one read().  Not thread-safe.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "read/dates.h"

namespace digue::read {

inline constexpr std::size_t max_looks = 512;

class LineTimes {
 public:
  // The month, day and clock that a line begins with, when it has no year.
  using Yearless = std::optional<CivilTime> (*)(std::string_view line);

  LineTimes(std::string_view text, const Told& told, Yearless yearless = nullptr,
            DateReader::Look look = {});

  // A date as text, in any form that read/dates.h knows.
  ReadDate of_text(std::string_view date);
  // One whose zone is not written, taken as if it were UTC.
  ReadDate local(Instant as_written);
  // One without a year nor a zone, of the line at that offset.
  ReadDate without_year(const CivilTime& civil, std::uint64_t offset);
  // Looks for the years now: copies, each for a part of the text, need not.
  void look();
  // `next` told the times of what comes right after.
  void join(const LineTimes& next);
  // To be called once at the end.
  void remark(Sink& sink) const;

 private:
  // Between these two places of the text a year begins.
  struct NewYear {
    std::uint64_t before = 0, after = 0;
    unsigned day_before = 0;
  };

  void see(std::uint64_t offset);
  int year_of(const CivilTime& civil, std::uint64_t offset) const;

  std::string_view text_;
  const Told& told_;
  Yearless yearless_;
  DateReader dates_;
  bool looked_ = false, seen_ = false;
  std::vector<NewYear> new_years_;
  std::uint64_t last_offset_ = 0;
  CivilTime last_;
  int last_year_ = 0;
  std::uint64_t deduced_ = 0, undeduced_ = 0;
  int first_year_ = 0;
};

}  // namespace digue::read
