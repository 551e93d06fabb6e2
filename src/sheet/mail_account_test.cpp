// The rules of the mail-account sheet, as the plan feels them.
#include "sheet/testing.h"

namespace digue::sheet {
namespace {

Standing standing_of(const char* step, const Facts& facts) {
  return standing_in(shipped_sheet("mail-account"), step, facts);
}

}  // namespace

TEST_CASE("1.a.2: unblocking before the reset warns, after it does not") {
  Situation now;
  CHECK_FALSE(standing_of("mail-account/1.a.2", now).warnings.empty());
  now.states["mail-account/1.b.1"] = "done";
  CHECK_FALSE(standing_of("mail-account/1.a.2", now).warnings.empty());
  now.states["mail-account/1.b.2"] = "done";
  CHECK(standing_of("mail-account/1.a.2", now).warnings.empty());
  now.states["mail-account/1.a.1"] = "impossible";
  CHECK(standing_of("mail-account/1.a.2", now).hidden);
}

TEST_CASE("1.b: a second factor is registered again or enforced, not both") {
  Situation now;
  CHECK_FALSE(standing_of("mail-account/1.b.3", now).hidden);
  CHECK_FALSE(standing_of("mail-account/1.b.4", now).hidden);
  now.states["mail-account/1.b.3"] = "done";
  CHECK(standing_of("mail-account/1.b.4", now).hidden);
  CHECK_FALSE(standing_of("mail-account/1.b.3", now).hidden);
}

TEST_CASE("2.c: without administration rights there is nothing to undo, unless the logs say so") {
  Situation now;
  CHECK_FALSE(standing_of("mail-account/2.c.1", now).hidden);
  now.answers["mail-account/2.c.3"] = "unknown";
  CHECK_FALSE(standing_of("mail-account/2.c.1", now).hidden);
  now.answers["mail-account/2.c.3"] = "no";
  CHECK(standing_of("mail-account/2.c.1", now).hidden);
  now.found["mail-account/2.c.2"] = "yes";
  CHECK_FALSE(standing_of("mail-account/2.c.1", now).hidden);
}

TEST_CASE("4.a: how the access was taken sets how far and how fast to reset") {
  Situation now;
  CHECK(standing_of("mail-account/4.a.1", now).priority == Priority::p1);
  now.answers["mail-account/4.a.note"] = "infostealer";
  for (const char* step : {"mail-account/3.a.3", "mail-account/4.a.1", "mail-account/4.a.2"})
    CHECK(standing_of(step, now).priority == Priority::p0);
  now.answers["mail-account/4.a.note"] = "phishing";
  CHECK(standing_of("mail-account/4.a.1", now).priority == Priority::p1);
  now.answers["mail-account/4.a.note"] = "unknown";
  CHECK(standing_of("mail-account/8.c.2", now).priority == Priority::p1);
}

TEST_CASE("7.a: blocking an address warns while a way into the mailbox remains") {
  Situation now;
  CHECK(standing_of("mail-account/7.a.3", now).warnings.empty());
  now.found["mail-account/2.a.2"] = "yes";
  CHECK_FALSE(standing_of("mail-account/7.a.3", now).warnings.empty());
  now.states["mail-account/2.a.2"] = "done";
  CHECK(standing_of("mail-account/7.a.3", now).warnings.empty());
}

TEST_CASE("7.c: nothing is blocked before the way in is known") {
  Situation now;
  now.answers["mail-account/7.b.1"] = "unknown";
  CHECK(standing_of("mail-account/7.c.1", now).hidden);
  now.answers["mail-account/7.b.2"] = "yes";
  CHECK_FALSE(standing_of("mail-account/7.c.1", now).hidden);
}

TEST_CASE("8.c: phishing clears the workstation, until an alert contradicts it") {
  Situation now;
  CHECK_FALSE(standing_of("mail-account/8.c.2", now).hidden);
  now.answers["mail-account/4.a.note"] = "phishing";
  CHECK(standing_of("mail-account/8.c.2", now).hidden);
  CHECK(standing_of("mail-account/3.a.3", now).priority == Priority::p3);
  now.found["mail-account/3.a.1"] = "yes";
  CHECK_FALSE(standing_of("mail-account/8.c.2", now).hidden);
  CHECK_FALSE(standing_of("mail-account/8.c.2", now).warnings.empty());
  CHECK(standing_of("mail-account/3.a.3", now).priority == Priority::p1);
}

TEST_CASE("9.b: a second compromised account brings the renewal for all forward") {
  Situation now;
  CHECK(standing_of("mail-account/9.b.2", now).priority == Priority::p4);
  now.accounts = 2;
  CHECK(standing_of("mail-account/9.b.2", now).priority == Priority::p2);
  now.answers["mail-account/9.b.2"] = "yes";
  CHECK(standing_of("mail-account/9.b.1", now).priority == Priority::p2);
}

TEST_CASE("next.3: a third party already alerted is not told twice") {
  Situation now;
  now.states["mail-account/7.c.5"] = "done";
  CHECK(standing_of("mail-account/next.3", now).hidden);
}

}  // namespace digue::sheet
