// Moments, and texts with backslashes, as the logs of products write them.
#pragma once
#include <string>
#include <string_view>

#include "exercise/site.h"

namespace digue::exercise::logs {

std::string iso_day(const Site& site, Instant time);    // "2026-03-08", local
std::string iso_clock(const Site& site, Instant time);  // "02:11:07", local
std::string offset(const Site& site, Instant time);     // "+0100"
// "Mar  8 02:11:07", local: what syslog puts before a line
std::string syslog_stamp(const Site& site, Instant time);
// "2026-03-08T02:11:07.123000+01:00"
std::string syslog_iso(const Site& site, Instant time);
// "08/Mar/2026", local
std::string web_day(const Site& site, Instant time);
std::string_view month_name(unsigned month);  // "Mar"
// "01:11:07", UTC
std::string utc_clock(Instant time);
// "2026-03-08T01:11:07.123Z": with milliseconds always
std::string utc_milliseconds(Instant time);

// "BASTIDE\\marie" for "BASTIDE\marie": in values of CEF and other pairs a backslash escapes
std::string doubled_backslashes(std::string_view text);

}  // namespace digue::exercise::logs
