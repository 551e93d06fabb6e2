#include "incident/log_line.h"

#include <unordered_map>

#include "base/hash.h"
#include "base/text.h"
#include "incident/body.h"
#include "incident/kinds.h"
#include "incident/sentences.h"
#include "incident/when.h"
#include "indicator/fang.h"

namespace digue::incident {

namespace {

using Teller = Message (*)(const Body&);

// "Block the account [mail-account/1.a.1]"; the id alone in an entry that tells no title.
Message target_text(const Body& body) {
  const auto item = body.text("item"), account = body.text("account");
  const auto title = body.message("title");
  const auto step = title.english.empty() ? tell<sentences::line_text>(item)
                                          : tell<sentences::titled_step>(title, item);
  return account.empty() ? step : tell<sentences::target_with_account>(step, account);
}

Message value_text(const std::string& value) {
  if (value == "yes") return tell<sentences::yes>();
  if (value == "no") return tell<sentences::no>();
  if (value == "unknown") return tell<sentences::unknown>();
  return tell<sentences::line_text>(value);
}

Message standing_text(const Body& body) {
  const auto standing = standing_named(body.text("standing")).value_or(Standing::suspected);
  return compose(standing_label(standing), {});
}

Message action_text(const Body& body) {
  const auto state = state_named(body.text("state"));
  if (!state) return tell<sentences::line_unreadable>();
  std::string more = body.text("to");
  for (const auto* name : {"why", "effect"}) {
    if (!more.empty() && !body.text(name).empty()) more += " ; ";
    more += body.text(name);
  }
  return tell<sentences::line_action>(target_text(body), compose(state_label(*state), {}), more);
}

Message owner_text(const Body& body) {
  const auto target = target_text(body);
  const auto to = body.text("to"), why = body.text("why");
  if (to.empty()) return tell<sentences::line_no_owner>(target, why);
  if (!body.time("until").known()) return tell<sentences::line_owner>(target, to, why);
  return tell<sentences::line_owner_until>(target, to, body.text("until"), why);
}

Message handover_text(const Body& body) {
  return tell<sentences::line_handover>(body.text("from"), body.text("to"), body.text("text"),
                                        body.text("root"));
}

Message handover_accepted_text(const Body& body) {
  return tell<sentences::line_handover_accepted>(body.text("to"), body.text("from"),
                                                 body.bodies("moved").size());
}

Message preservation_text(const Body& body) {
  if (body.flag("waived"))
    return tell<sentences::line_waived>(target_text(body), body.text("by"), body.text("why"));
  return tell<sentences::line_preserved>(target_text(body), body.text("by"));
}

Message indicator_text(const Body& body) {
  const std::string value = body.text("value");
  const Message why = body.said("why");
  return body.text("treatment") == "block" ? tell<sentences::line_block>(value, why)
                                           : tell<sentences::line_observe>(value, why);
}

Message round_start_text(const Body& body) {
  if (body.count("minutes") == 0) return tell<sentences::line_round>();
  return tell<sentences::line_round_boxed>(body.count("minutes"));
}

const std::unordered_map<std::string_view, Teller>& tellers() {
  static const std::unordered_map<std::string_view, Teller> table = {
      {logbook::redaction_kind,
       [](const Body& b) { return tell<sentences::line_redaction>(b.text("why")); }},
      {kinds::opened,
       [](const Body& b) {
         return tell<sentences::line_opened>(b.text("title"), b.text("sheet"), b.text("zone"));
       }},
      {kinds::closed,
       [](const Body& b) { return tell<sentences::line_closed>(b.text("conclusion")); }},
      {kinds::zone,
       [](const Body& b) { return tell<sentences::line_zone>(b.text("zone"), b.text("why")); }},
      {kinds::organisation,
       [](const Body& b) {
         return tell<sentences::line_organisation>(b.text("name"), b.text("file"), b.text("sha256"),
                                                   b.bodies("files").size());
       }},
      {kinds::sheet,
       [](const Body& b) { return tell<sentences::line_sheet>(b.text("sheet"), b.text("why")); }},
      {kinds::note, [](const Body& b) { return tell<sentences::line_text>(b.text("text")); }},
      {kinds::decision,
       [](const Body& b) { return tell<sentences::line_decision>(b.text("text")); }},
      {kinds::person,
       [](const Body& b) {
         return tell<sentences::line_person>(b.text("name"), b.text("role"), b.text("contact"));
       }},
      {kinds::account,
       [](const Body& b) {
         return tell<sentences::line_account>(b.text("name"), standing_text(b), b.said("why"));
       }},
      {kinds::host,
       [](const Body& b) {
         return tell<sentences::line_host>(b.text("name"), standing_text(b), b.said("why"));
       }},
      {kinds::evidence,
       [](const Body& b) {
         return tell<sentences::line_evidence>(b.text("name"), b.text("sha256"), b.text("how"));
       }},
      {kinds::analysis,
       [](const Body& b) { return tell<sentences::line_analysis>(b.bodies("sources").size()); }},
      {kinds::finding,
       [](const Body& b) {
         return tell<sentences::line_finding>(b.text("rule"), b.text("severity"),
                                              b.message("title"));
       }},
      {kinds::evidence_answer,
       [](const Body& b) {
         return tell<sentences::line_evidence_answer>(b.text("item"), value_text(b.text("value")),
                                                      b.message("coverage"));
       }},
      {kinds::answer,
       [](const Body& b) {
         const auto label = b.message("label");
         return tell<sentences::line_answer>(
             target_text(b), label.english.empty() ? value_text(b.text("value")) : label,
             b.text("why"));
       }},
      {kinds::handover, handover_text},
      {kinds::handover_accepted, handover_accepted_text},
      {kinds::action, action_text},
      {kinds::owner, owner_text},
      {kinds::impact,
       [](const Body& b) {
         return tell<sentences::line_impact>(target_text(b), b.text("by"), b.text("why"));
       }},
      {kinds::preservation, preservation_text},
      {kinds::indicator, indicator_text},
      {kinds::call,
       [](const Body& b) {
         const auto whom = b.message("whom");
         return tell<sentences::line_call>(
             whom.english.empty() ? tell<sentences::line_text>(b.text("contact")) : whom,
             b.text("note"));
       }},
      {kinds::severity,
       [](const Body& b) {
         return tell<sentences::line_severity>(b.message("title"), b.text("by"), b.text("why"),
                                               b.message("title_before"));
       }},
      {kinds::round_start, round_start_text},
      {kinds::round_end,
       [](const Body& b) {
         return tell<sentences::line_round_end>(b.message("title_floor"),
                                                b.message("title_ceiling"));
       }},
      {kinds::clock_start,
       [](const Body& b) {
         return tell<sentences::line_clock_start>(b.message("title"), b.text("at"), b.text("why"));
       }},
      {kinds::clock_met,
       [](const Body& b) {
         return tell<sentences::line_clock_met>(b.message("title"), b.text("at"),
                                                b.text("reference"), b.text("why"));
       }},
      {kinds::clock_waived,
       [](const Body& b) {
         return tell<sentences::line_clock_waived>(b.message("title"), b.text("why"));
       }},
      {kinds::withdrawn,
       [](const Body& b) { return tell<sentences::line_withdrawn>(b.text("why")); }},
  };
  return table;
}

Message text_of(const logbook::Entry& entry) {
  if (!entry.body) return tell<sentences::line_redacted>();
  if (entry.header.kind == logbook::key_kind) return tell<sentences::line_key>(entry.header.author);
  const auto teller = tellers().find(entry.header.kind);
  const auto body = Body::read(*entry.body);
  if (teller == tellers().end() || !body) return tell<sentences::line_unreadable>();
  Message message = teller->second(*body);
  return {std::string(trimmed(message.french)), std::string(trimmed(message.english))};
}

// Where the words come from, when they were not typed as things went.
void add_origin(const logbook::Entry& entry, LogLine& line) {
  if (line.kind != kinds::note && line.kind != kinds::decision) return;
  const auto body = entry.body ? Body::read(*entry.body) : std::nullopt;
  if (!body) return;
  line.late = body->text("late");
  if (const auto paper = body->body("paper"))
    line.paper = {paper->text("sheet"), paper->text("line"), paper->text("written_by")};
}

bool is_act(std::string_view kind) {
  return kind == kinds::action || kind == kinds::preservation || kind == kinds::indicator ||
         kind == kinds::decision || kind == kinds::severity || kind == kinds::clock_met ||
         kind == kinds::clock_waived || kind == kinds::handover_accepted || kind == kinds::call ||
         kind == kinds::opened || kind == kinds::closed;
}

}  // namespace

LogLine line_of(const logbook::Entry& entry) {
  const auto& header = entry.header;
  LogLine line;
  line.position = entry.position;
  line.kind = header.kind;
  line.author = header.author;
  line.occurred = header.occurred.at;
  line.recorded = header.recorded;
  line.offset_minutes = header.occurred.offset_minutes;
  line.precision = precision_name(header.occurred.precision);
  line.text = text_of(entry);
  line.leaf = to_hex(entry.leaf);
  line.accounts = header.references.accounts;
  line.hosts = header.references.hosts;
  line.items = header.references.items;
  line.indicators = header.references.indicators;
  line.evidence = header.references.evidence;
  add_origin(entry, line);
  line.is_act = is_act(header.kind);
  return line;
}

// Of a day that was said without its hour, nothing is late before the day is over.
bool is_late(const LogLine& line) {
  const std::int64_t span = line.precision == "day"    ? day_ms
                            : line.precision == "hour" ? hour_ms
                                                       : 0;
  return line.recorded - line.occurred > late_ms + span;
}

std::string when_of(const LogLine& line, const Zone& zone) {
  const auto precision =
      logbook::precision_named(line.precision).value_or(logbook::Precision::second);
  const auto shown = show_when(line.occurred, precision, zone);
  const bool own = line.offset_minutes != 0 &&
                   line.offset_minutes != zone.offset_minutes(line.occurred) &&
                   precision != logbook::Precision::day;
  if (!own) return shown;
  const auto said = logbook::moment_text({line.occurred, line.offset_minutes, precision});
  return shown + " (" + said + ")";
}

static Message paper_text(const Paper& paper) {
  const Message where = paper.line.empty()
                            ? tell<sentences::paper_sheet>(paper.sheet)
                            : tell<sentences::paper_sheet_line>(paper.sheet, paper.line);
  return paper.written_by.empty() ? where : tell<sentences::paper_by>(where, paper.written_by);
}

static std::string names_of(const std::vector<std::string>& values) {
  std::vector<std::string> shown;
  for (const auto& value : values)
    shown.push_back(indicator::defanged(indicator::read_indicator(value)));
  return join(shown, ", ");
}

std::vector<Message> details_of(const LogLine& line, const Zone& zone) {
  std::vector<Message> details;
  if (!line.paper.sheet.empty()) details.push_back(paper_text(line.paper));
  if (is_late(line)) details.push_back(tell<sentences::written_late>(zone.show(line.recorded)));
  if (!line.late.empty()) details.push_back(tell<sentences::late_why>(line.late));
  const bool by_hand = line.kind == kinds::note || line.kind == kinds::decision;
  if (by_hand && !line.accounts.empty())
    details.push_back(tell<sentences::names_accounts>(join(line.accounts, ", ")));
  if (by_hand && !line.hosts.empty())
    details.push_back(tell<sentences::names_hosts>(join(line.hosts, ", ")));
  if (by_hand && !line.indicators.empty())
    details.push_back(tell<sentences::names_indicators>(names_of(line.indicators)));
  return details;
}

}  // namespace digue::incident
