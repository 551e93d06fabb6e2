// What the parts of the kit draw with: the canvas, the words, where things are.  Inside the room
// only.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "incident/plan.h"
#include "produce/pdf/canvas.h"
#include "produce/print/kit.h"
#include "produce/print/layout.h"
#include "sheet/text.h"

namespace digue::produce::print {

// Pages by the id of what begins there: a sheet, a measure, an annex.
using Places = std::map<std::string, int>;

class Press {
 public:
  // `known`: the pages that an earlier pass found; `pages`: how many it took, 0 when none did.
  Press(const Kit& kit, const Places& known, int pages);

  const Kit& kit() const { return kit_; }
  pdf::Canvas& canvas() { return canvas_; }
  const pdf::Canvas& canvas() const { return canvas_; }
  const Places& places() const { return places_; }
  const std::vector<std::string>& descriptions() const { return descriptions_; }

  std::string say(const Message& message) const {
    const std::string& text = message.in(kit_.language);
    return kit_.language == Language::french ? sheet::french_spaced(text) : text;
  }
  template <const Sentence& sentence, class... Arguments>
  std::string say(Arguments&&... arguments) const {
    return say(tell<sentence>(std::forward<Arguments>(arguments)...));
  }
  // "2026-03-08 03:11", in the zone of the kit; "" when unknown.
  std::string time(Instant instant) const;
  // "p. 12"
  std::string page_of(const std::string& id) const;

  // Starts a page; `sheet` is told at its foot, nothing for what is of no sheet.
  void start_page(const KitSheet* sheet);
  // The page under way begins that; in the outline too.
  void place(const std::string& id, const std::string& title, int level);
  // Something that is not in the outline is on the page under way.
  void mark(const std::string& id) { places_.emplace(id, canvas_.page()); }
  // What is told at the head of the pages that follow this one, until a page is started.
  void run_head(const std::string& title);
  void overline(const std::string& text);
  void title(const std::string& text, const char* tag);
  void section(const std::string& text, double room);
  // Dark and light modules; `what` says it to who can't see it.
  void code(const std::string& payload, const std::string& what, double x, double y, double size);

 private:
  void footer();
  std::string code_text() const;

  const Kit& kit_;
  const Places& known_;
  int pages_;
  bool started_ = false;
  const KitSheet* sheet_ = nullptr;
  std::string running_;
  int running_from_ = 0;  // the page that it is told after
  Places places_;
  std::vector<std::string> descriptions_;
  pdf::Canvas canvas_;
};

// "1.a.1" of "mail-account/1.a.1".
std::string short_id(const std::string& id);
std::string priority_text(sheet::Priority priority, Language language);

void add_front(Press& press);
void add_card(Press& press, const KitSheet& sheet);
// `plan` is that of the sheet when the kit is filled in; else it is empty.
void add_measures(Press& press, const KitSheet& sheet, const incident::Plan& plan);

}  // namespace digue::produce::print
