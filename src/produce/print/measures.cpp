// The pages of the measures: each starts one, and no step is cut over two.
#include <algorithm>

#include "produce/print/press.h"
#include "produce/print/sentences.h"
#include "produce/print/step.h"

namespace digue::produce::print {

namespace {

class Measures {
 public:
  Measures(Press& press, const KitSheet& sheet, const incident::Plan& plan)
      : press_(press), canvas_(press.canvas()), of_(sheet), sheet_(*sheet.sheet), plan_(plan) {}

  void print();

 private:
  void measure(const sheet::Measure& measure);
  void head(const sheet::Measure& measure);
  void remarks(const std::vector<sheet::Remark>& remarks);
  void action(const sheet::Action& action);
  void action_head(const sheet::Action& action, double room);
  StepLayout layout_of(const sheet::Step& step) const;
  double height_of_step(const StepLayout& layout) const;
  void step(const sheet::Step& step, const StepLayout& layout);
  void tall_step(const sheet::Step& step, const StepLayout& layout);
  void next_after(std::size_t index);
  void source();

  Press& press_;
  pdf::Canvas& canvas_;
  const KitSheet& of_;
  const sheet::Sheet& sheet_;
  const incident::Plan& plan_;
};

constexpr double gutter = 46, side_width = 124, side_gap = 14;
constexpr double body_width = text_width - gutter - side_width - side_gap;
constexpr double step_gap = 9;

// "1.a  "; nothing when the id is a word of ours rather than the publisher's number.
std::string numbered(const sheet::Action& action) {
  const std::string id = short_id(action.id);
  const bool is_number = !id.empty() && id[0] >= '0' && id[0] <= '9' && id.size() <= 5;
  return is_number ? id + "  " : "";
}

void Measures::print() {
  for (std::size_t i = 0; i < sheet_.measures.size(); ++i) {
    measure(sheet_.measures[i]);
    next_after(i);
  }
  source();
}

void Measures::head(const sheet::Measure& measure) {
  press_.place(measure.id, press_.say(measure.title), 2);
  const double top = canvas_.y();
  const double plate =
      draw_plate(canvas_, priority_text(measure.priority, press_.kit().language), margin, top, 17);
  const double x = margin + plate + 12, width = text_width - plate - 12;
  const std::string over =
      measure.label.empty()
          ? press_.say(sheet_.title)
          : press_.say<sentences::measure_of>(press_.say(sheet_.title),
                                              press_.say<sentences::measure>(measure.label));
  press_.run_head(press_.say(measure.title));
  canvas_.put(words(over), {9.6, 1.2, grey, true}, x, top - 1, width, "P");
  canvas_.set_y(top + 12);
  canvas_.flow(words(press_.say(measure.title)), {17, 1.1, black, true}, x, width, "H3");
  canvas_.set_y(std::max(canvas_.y(), top + 30));
  canvas_.rule(margin, canvas_.y(), text_width, 1.6, black);
  canvas_.skip(4);
  remarks(measure.remarks);
  const bool per_account = std::any_of(
      sheet_.steps.begin(), sheet_.steps.end(),
      [&](const sheet::Step& step) { return step.measure == measure.id && step.per_account; });
  if (per_account && plan_.lines.empty())
    flow(canvas_, {{.blanks = {{press_.say<sentences::blank_account>()}}, .above = 4}});
}

void Measures::remarks(const std::vector<sheet::Remark>& remarks) {
  for (const auto& remark : remarks)
    flow(canvas_, {{.line = {strong(remark.important ? press_.say<sentences::important>() : ""),
                             plain(press_.say(remark.text))},
                    .style = {10.5, 1.22, black, false}}});
}

void Measures::measure(const sheet::Measure& measure) {
  press_.start_page(&of_);
  head(measure);
  for (const auto& action : sheet_.actions)
    if (action.measure == measure.id) this->action(action);
}

// Kept with its first step.
void Measures::action_head(const sheet::Action& action, double room) {
  canvas_.skip(canvas_.at_top() ? 0 : 8);
  canvas_.need(24 + room);
  press_.mark(action.id);
  canvas_.flow({strong(numbered(action) + press_.say(action.title))}, {13, 1.15, black, true},
               margin, text_width, "H4");
  canvas_.skip(1);
  canvas_.rule(margin, canvas_.y(), text_width, 0.7, black);
  canvas_.skip(4);
  remarks(action.remarks);
  if (!action.remarks.empty()) canvas_.skip(4);
}

void Measures::action(const sheet::Action& action) {
  bool first = true;
  for (const auto& step : sheet_.steps) {
    if (step.action != action.id) continue;
    const StepLayout layout = layout_of(step);
    if (first) action_head(action, std::min(height_of_step(layout), 400.0));
    first = false;
    this->step(step, layout);
  }
}

StepLayout Measures::layout_of(const sheet::Step& step) const {
  std::vector<const incident::PlanLine*> lines;
  for (const auto& line : plan_.lines)
    if (line.step == &step) lines.push_back(&line);
  return lay_out(press_, sheet_, step, lines);
}

double Measures::height_of_step(const StepLayout& layout) const {
  return height_of(canvas_, layout.before, text_width - gutter) + (layout.before.empty() ? 0 : 6) +
         std::max(height_of(canvas_, layout.left, body_width),
                  height_of(canvas_, layout.right, side_width));
}

void Measures::step(const sheet::Step& step, const StepLayout& layout) {
  const double height = height_of_step(layout);
  canvas_.need(height);
  if (canvas_.left() < height) return tall_step(step, layout);
  const double top = canvas_.y();
  const double before = height_of(canvas_, layout.before, text_width - gutter);
  const double row = top + before + (layout.before.empty() ? 0 : 6);
  canvas_.tagged("LI", [&] {
    if (layout.has_tick) draw_tick(canvas_, margin + 1, row + 1, 14, layout.tick);
    canvas_.put({strong(short_id(step.id))}, {9, 1.1, black, true}, margin, row + 19, gutter - 4,
                "Lbl");
    canvas_.tagged("LBody", [&] {
      draw(canvas_, layout.before, margin + gutter, top, text_width - gutter);
      draw(canvas_, layout.left, margin + gutter, row, body_width);
      draw(canvas_, layout.right, margin + text_width - side_width, row, side_width);
    });
  });
  canvas_.skip(height + step_gap);
}

// One that no page can hold: its pieces one under the other.
void Measures::tall_step(const sheet::Step& step, const StepLayout& layout) {
  flow(canvas_, layout.before);
  canvas_.need(40);
  if (layout.has_tick) draw_tick(canvas_, margin + 1, canvas_.y() + 1, 14, layout.tick);
  canvas_.flow({strong(short_id(step.id))}, {9, 1.1, black, true}, margin + 24, 200, "P");
  flow(canvas_, layout.left);
  flow(canvas_, layout.right);
  canvas_.skip(step_gap);
}

void Measures::next_after(std::size_t index) {
  canvas_.skip(4);
  std::string text = press_.say<sentences::end_of_sheet>();
  if (index + 1 < sheet_.measures.size()) {
    const auto& next = sheet_.measures[index + 1];
    text = press_.say<sentences::end_of_measure>(press_.say(next.title), press_.page_of(next.id));
  }
  flow(canvas_, {{.line = {strong(text)}, .style = {10.5, 1.2, black, true}, .above = 4}});
}

// Its licence asks for it wherever the sheet is.
void Measures::source() {
  const auto& source = sheet_.source;
  std::string title = source.publisher + ", " + source.title;
  for (const std::string& part : {source.reference, source.version, source.date})
    title += part.empty() ? "" : ", " + part;
  flow(canvas_, {{.line = words(press_.say<sentences::source_line>(
                      title, press_.say(sheet_.licence.attribution), sheet_.licence.name)),
                  .style = {8.4, 1.2, grey, false},
                  .above = 6}});
}

}  // namespace

void add_measures(Press& press, const KitSheet& sheet, const incident::Plan& plan) {
  Measures(press, sheet, plan).print();
}

}  // namespace digue::produce::print
