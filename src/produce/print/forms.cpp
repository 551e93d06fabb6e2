// The papers to fill in: what to bring for a complaint, blank pages of the logbook.
#include <array>

#include "produce/print/annexes.h"
#include "produce/print/sentences.h"
#include "produce/print/table.h"

namespace digue::produce::print {

static constexpr pdf::TextStyle text_style{11, 1.25, black, false};

static void add_paragraphs(Press& press, std::initializer_list<const Sentence*> sentences) {
  Column column;
  for (const Sentence* sentence : sentences) {
    const Message text{std::string(sentence->french), std::string(sentence->english)};
    column.push_back({.line = words(press.say(text)), .style = text_style, .above = 4});
  }
  flow(press.canvas(), column);
}

static void add_to_bring(Press& press, std::size_t number, const Sentence& sentence) {
  pdf::Canvas& canvas = press.canvas();
  const Column body{{.line = words(press.say(
                         Message{std::string(sentence.french), std::string(sentence.english)})),
                     .style = {12, 1.22, black, false},
                     .above = 0}};
  static constexpr double gutter = 40;
  const double height = height_of(canvas, body, text_width - gutter) + 7;
  canvas.need(height);
  const double y = canvas.y() + 3;
  canvas.tagged("LI", [&] {
    draw_tick(canvas, margin + 1, y + 1, 13, Tick::empty);
    canvas.put({strong(std::to_string(number))}, small_style, margin + 20, y + 2, 16, "Lbl");
    canvas.tagged("LBody", [&] { draw(canvas, body, margin + gutter, y, text_width - gutter); });
  });
  canvas.skip(height);
}

void add_complaint(Press& press) {
  using namespace sentences;
  start_annex(press, annex_complaint, press.say<annex_complaint_title>());
  add_paragraphs(press, {&complaint_where, &complaint_not_there, &complaint_when});
  press.section(press.say<complaint_bring>(), 80);
  press.canvas().skip(2);
  static constexpr std::array<const Sentence*, 9> to_bring{
      &bring_mandate, &bring_identity, &bring_story,     &bring_facts, &bring_harm,
      &bring_screens, &bring_evidence, &bring_addresses, &bring_ransom};
  for (std::size_t i = 0; i < to_bring.size(); ++i) add_to_bring(press, i + 1, *to_bring[i]);
  press.section(press.say<complaint_offences>(), 60);
  add_paragraphs(press, {&offences});
  press.section(press.say<complaint_receipt>(), 90);
  flow(press.canvas(),
       {{.blanks = {{press.say<blank_service>()}, {press.say<blank_date>()}}, .above = 6},
        {.blanks = {{press.say<blank_report>()}, {press.say<blank_officer>()}}, .above = 6}});
  add_paragraphs(press, {&complaint_after});
}

// ---- the logbook on paper

static void add_log_page(Press& press, bool is_first) {
  using namespace sentences;
  const std::string title = press.say<annex_log_title>();
  if (is_first) {
    start_annex(press, annex_log, title);
  } else {
    press.start_page(nullptr);
    press.overline(press.say<annex>());
    press.title(title, "H2");
  }
  pdf::Canvas& canvas = press.canvas();
  const auto* state = press.kit().state;
  flow(canvas,
       {{.line = words(press.say<log_rules>()), .style = {9.6, 1.22, black, false}},
        {.blanks = {{press.say<blank_page>(), 0.6},
                    {press.say<blank_incident>(), 1.1, state == nullptr ? "" : state->id},
                    {press.say<blank_zone>(), 1, state == nullptr ? "" : press.kit().zone.name()},
                    {press.say<blank_keeper>(), 1.2}},
         .above = 6}});
  canvas.skip(8);
  Table table{{{press.say<column_when>(), 0.8},
               {press.say<column_who>(), 0.65},
               {press.say<column_what>(), 2},
               {press.say<column_where>(), 0.9},
               {press.say<column_entry>(), 0.45}},
              {},
              34,
              true};
  const auto rows = static_cast<std::size_t>((canvas.left() - 34) / table.least_height);
  table.rows.assign(rows, std::vector<Column>(table.columns.size()));
  draw_table(canvas, table);
}

void add_log_pages(Press& press) {
  for (int page = 0; page < log_pages; ++page) add_log_page(press, page == 0);
}

}  // namespace digue::produce::print
