// What was examined, what it does not cover, what could not be read; and how to read the report.
#include <algorithm>

#include "produce/report/compose.h"
#include "produce/report/sentences.h"

namespace digue::produce::report {

static std::string source_period(const Writing& writing, const finding::Source& source) {
  if (!source.first.known()) return "";
  const bool is_local = source.times_are_local();
  return writing.say<sentences::from_to>(writing.table_time(source.first, is_local),
                                         writing.table_time(source.last, is_local));
}

static Line content_of(const Writing& writing, const finding::Source& source) {
  if (source.format.empty() && source.rows == 0 && source.bytes > 0)
    return {plain(writing.say<sentences::kept_bytes>(writing.number(source.bytes)))};
  Line line{
      strong(source.format.empty() ? writing.say<sentences::not_recognised>() : source.format),
      plain(" " + writing.say<sentences::source_rows>(
                      writing.number(source.rows), writing.number(source.records),
                      writing.number(source.duplicates), writing.number(source.rejected)))};
  const std::string period = source_period(writing, source);
  if (!period.empty()) line.push_back(plain(", " + period));
  return line;
}

static void add_sources(const Writing& writing) {
  Table table;
  table.caption = writing.say<sentences::section_evidence>();
  table.columns = {{writing.say<sentences::column_file>(), 9},
                   {writing.say<sentences::column_content>(), 10}};
  for (const finding::Source& source : writing.report.sources)
    table.rows.push_back(
        {{strong(source.file), plain(" "), name(source.sha256)}, content_of(writing, source)});
  writing.add(std::move(table));
}

static void add_gaps(const Writing& writing) {
  Table table;
  table.caption = writing.say<sentences::sub_gaps>();
  table.columns = {{writing.say<sentences::column_file>(), 5},
                   {writing.say<sentences::column_period>(), 6},
                   {writing.say<sentences::column_reason>(), 8}};
  for (const finding::Source& source : writing.report.sources)
    for (const finding::Gap& gap : source.gaps)
      table.rows.push_back({{plain(source.file)},
                            {plain(writing.say<sentences::from_to>(writing.table_time(gap.from),
                                                                   writing.table_time(gap.to)))},
                            {plain(writing.say(gap.reason))}});
  if (table.rows.empty()) return;
  writing.add(Heading{3, {plain(table.caption)}, "gaps", false});
  writing.add(std::move(table));
}

static void add_unreadable(const Writing& writing) {
  const auto& unreadable = writing.report.unreadable;
  if (unreadable.empty()) return;
  writing.add(Heading{3, {plain(writing.say<sentences::sub_unreadable>())}, "unreadable", false});
  Table table;
  table.caption = writing.say<sentences::sub_unreadable>();
  table.columns = {{writing.say<sentences::column_where>(), 8},
                   {writing.say<sentences::column_reason>(), 10}};
  for (std::size_t i = 0; i < std::min(unreadable.size(), most_unreadable_rows); ++i)
    table.rows.push_back({{plain(writing.say<sentences::unreadable_place>(
                              unreadable[i].file, unreadable[i].offset, unreadable[i].bytes))},
                          {plain(writing.say(unreadable[i].reason))}});
  writing.add(std::move(table));
  if (unreadable.size() > most_unreadable_rows)
    writing.add(Paragraph{{plain(writing.say<sentences::list_cut>(
                              writing.number(unreadable.size() - most_unreadable_rows)))},
                          Paragraph::Role::note});
}

void add_evidence(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_evidence>())}, "evidence", false});
  if (writing.report.sources.empty()) {
    writing.add(Paragraph{{plain(writing.say<sentences::no_sources>())}});
  } else {
    writing.add(Paragraph{{plain(writing.say<sentences::evidence_intro>())}});
    add_sources(writing);
  }
  add_gaps(writing);
  add_unreadable(writing);
}

void add_method(const Writing& writing) {
  writing.add(Heading{2, {plain(writing.say<sentences::section_method>())}, "method", false});
  writing.add(List{{{plain(writing.say<sentences::certainty_rule>())},
                    {plain(writing.say<sentences::method_unknown>())},
                    {plain(writing.say<sentences::method_severity>())},
                    {plain(writing.say<sentences::method_same>())},
                    {plain(writing.say<sentences::method_hidden>())}},
                   false});
  if (!writing.report.head.product.empty())
    writing.add(Paragraph{{quiet(writing.report.head.product)}, Paragraph::Role::note});
}

}  // namespace digue::produce::report
