#include "produce/print/kit.h"

#include <algorithm>
#include <array>

#include "incident/plan.h"
#include "produce/pdf/finish.h"
#include "produce/print/annexes.h"
#include "produce/print/press.h"

namespace digue::produce::print {

static void print(Press& press) {
  const Kit& kit = press.kit();
  add_front(press);
  for (const KitSheet& sheet : kit.sheets) {
    add_card(press, sheet);
    const auto plan = kit.state == nullptr ? incident::Plan{}
                                           : incident::make_plan(*sheet.sheet, *kit.state,
                                                                 incident::PlanOrder::priority);
    add_measures(press, sheet, plan);
  }
  add_directory(press);
  add_deadlines(press);
  add_complaint(press);
  add_glossary(press);
  add_log_pages(press);
}

Result<std::string> print_kit(const Kit& kit) {
  // Again until each page told is where it is said to be: twice, but for a number that grows over
  // the edge of its line.
  static constexpr int most_passes = 5;
  Places known;
  int pages = 0;
  for (int pass = 0;; ++pass) {
    Press press(kit, known, pages);
    print(press);
    const bool settled = press.places() == known && press.canvas().page() == pages;
    known = press.places();
    pages = press.canvas().page();
    const std::string bytes = press.canvas().finish();
    if (settled || pass == most_passes)
      return pdf::finish_pdf(bytes, kit.language, press.descriptions());
  }
}

bool is_marking(std::string_view text) {
  static constexpr std::array<std::string_view, 5> markings{"TLP:RED", "TLP:AMBER+STRICT",
                                                            "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"};
  return std::find(markings.begin(), markings.end(), text) != markings.end();
}

}  // namespace digue::produce::print
