#include "produce/print/press.h"

#include <cairo.h>

#include "incident/case_numbers.h"
#include "produce/pdf/qr.h"
#include "produce/print/sentences.h"

namespace digue::produce::print {

static constexpr double header_height = 20;
static constexpr std::size_t short_hash = 12;  // digits: enough to tell two papers apart

static pdf::Paper paper_of(const Kit& kit) {
  pdf::Paper paper;
  paper.language = kit.language;
  paper.title = kit.title.english.empty() ? std::string(sentences::kit_title.in(kit.language))
                                          : kit.title.in(kit.language);
  if (kit.state != nullptr)
    paper.title += ": " + (kit.state->title.empty() ? kit.state->id : kit.state->title);
  paper.subject = std::string(sentences::kit_blank.in(kit.language));
  paper.author = kit.author;
  paper.written = kit.written;
  paper.side = margin;
  paper.top = margin + header_height;
  paper.bottom = margin + footer_height;
  return paper;
}

Press::Press(const Kit& kit, const Places& known, int pages)
    : kit_(kit),
      known_(known),
      pages_(pages),
      canvas_(paper_of(kit), [this](pdf::Canvas&) { footer(); }) {}

std::string Press::time(Instant instant) const {
  return instant.known() ? kit_.zone.show(instant).substr(0, 16) : std::string();
}

std::string Press::page_of(const std::string& id) const {
  const auto known = known_.find(id);
  return say<sentences::at_page>(known == known_.end() ? 0 : known->second);
}

void Press::start_page(const KitSheet* sheet) {
  if (started_) canvas_.new_page();  // its foot is that of the page that ends
  started_ = true;
  sheet_ = sheet;
  running_.clear();
}

void Press::run_head(const std::string& title) {
  running_ = say<sentences::continued>(title);
  running_from_ = canvas_.page();
}

void Press::place(const std::string& id, const std::string& title, int level) {
  places_.emplace(id, canvas_.page());
  canvas_.bookmark(title, level);
}

void Press::overline(const std::string& text) {
  canvas_.flow(words(text), {9.6, 1.2, grey, true}, margin, text_width, "P");
  canvas_.skip(1);
}

void Press::title(const std::string& text, const char* tag) {
  canvas_.flow(words(text), {20, 1.12, black, true}, margin, text_width, tag);
  canvas_.skip(4);
}

void Press::section(const std::string& text, double room) {
  canvas_.skip(canvas_.at_top() ? 0 : 10);
  canvas_.need(room + 26);
  canvas_.rule(margin, canvas_.y(), text_width, 1.6, black);
  canvas_.skip(5);
  canvas_.flow(words(text), {13, 1.15, black, true}, margin, text_width, "H3");
  canvas_.skip(2);
}

void Press::code(const std::string& payload, const std::string& what, double x, double y,
                 double size) {
  const pdf::QrCode qr = pdf::make_qr(payload);
  if (qr.side == 0) return;
  const double module = size / (qr.side + 2 * pdf::qr_quiet_zone);
  const auto draw = [&] {
    canvas_.set_colour(black);
    for (int row = 0; row < qr.side; ++row)
      for (int column = 0; column < qr.side; ++column)
        if (qr.at(row, column))
          cairo_rectangle(canvas_.cairo(), x + module * (column + pdf::qr_quiet_zone),
                          y + module * (row + pdf::qr_quiet_zone), module, module);
    cairo_fill(canvas_.cairo());
  };
  if (what.empty()) return draw();
  descriptions_.push_back(what);
  canvas_.tagged("Figure", draw);
}

// ---- the foot of a page

std::string Press::code_text() const {
  std::string text = "digue:";
  if (sheet_ != nullptr)
    text += sheet_->sheet->id + ":" + sheet_->sheet->version + ":" +
            sheet_->sha256.substr(0, short_hash);
  else
    text += "kit:" + utc_day(kit_.written);
  if (!kit_.root.empty()) text += ":" + kit_.root.substr(0, short_hash);
  return text;
}

void Press::footer() {
  static constexpr double code_size = footer_height - 1;
  const pdf::TextStyle style{8, 1.2, black, false}, strong_style{10, 1.2, black, true},
      marking_style{12, 1, black, true}, running_style{9, 1, grey, true};
  const double top = pdf::page_height - margin - footer_height + 2;
  const double right = margin + text_width - code_size - 4;
  canvas_.rule(margin, top, text_width, 0.7, black);
  const std::string about =
      sheet_ != nullptr
          ? say<sentences::footer_sheet>(sheet_->sheet->id, sheet_->sheet->version,
                                         sheet_->sheet->date, sheet_->sha256.substr(0, short_hash))
          : say<sentences::footer_kit>(kit_.product, utc_day(kit_.written));
  canvas_.put(words(about), style, margin, top + 6, right - margin - 110, nullptr);
  if (kit_.state != nullptr)
    canvas_.put(words(say<sentences::footer_incident>(
                    kit_.state->id, kit_.root.substr(0, short_hash), kit_.zone.name())),
                style, margin, top + 18, right - margin - 110, nullptr);
  if (kit_.state != nullptr)
    canvas_.put(words(fitting(canvas_, say(incident::case_numbers_line(*kit_.state)), style,
                              right - margin - 110)),
                style, margin, top + 30, right - margin - 110, nullptr);
  if (!running_.empty() && canvas_.page() > running_from_)
    canvas_.put(words(fitting(canvas_, running_, running_style, text_width - 130)), running_style,
                margin, margin, text_width, nullptr);
  const auto right_aligned = [&](const std::string& text, const pdf::TextStyle& with, double x,
                                 double y) {
    canvas_.put(words(text), with, x - canvas_.width_of(words(text), with), y, 200, nullptr);
  };
  right_aligned(say<sentences::page_of>(canvas_.page(), pages_), strong_style, right, top + 5);
  // At the head and at the foot, to the right, 12 points: as TLP 2.0 asks.
  if (!kit_.marking.empty()) {
    right_aligned(kit_.marking, marking_style, right, top + 19);
    right_aligned(kit_.marking, marking_style, margin + text_width, margin);
  }
  code(code_text(), "", margin + text_width - code_size, top + 2, code_size - 3);
}

// ---- words

std::string short_id(const std::string& id) {
  const auto slash = id.find('/');
  return slash == std::string::npos ? id : id.substr(slash + 1);
}

std::string priority_text(sheet::Priority priority, Language language) {
  if (priority == sheet::Priority::before)
    return std::string(sentences::priority_before.in(language));
  if (priority == sheet::Priority::after)
    return std::string(sentences::priority_after.in(language));
  return std::string(sheet::priority_name(priority));
}

}  // namespace digue::produce::print
