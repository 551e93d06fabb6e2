// A story of a site while it is told: what its hosts and products will write, and the truth.
#pragma once
#include <filesystem>
#include <string>

#include "exercise/logs/facts.h"
#include "exercise/site.h"
#include "exercise/truth.h"
#include "exercise/windows/scribe.h"

namespace digue::exercise {

struct SiteStory {
  explicit SiteStory(const Site& of) : site(of), fleet(of) {}

  const Site& site;
  windows::Fleet fleet;
  logs::Facts facts;
  Truth truth;
  // A session of VPN opened by somebody else with the person's password.
  void must_see_vpn(const Person& person, const std::string& address, Instant time);
  // Neither these people nor their workstations have anything to do with it.
  void spare(const std::vector<const Person*>& people);

  std::string french, english;  // STORY.fr.md and STORY.en.md
};

// Three weeks and some days of everyone's work, up to and with `days`: sign-ins, services,
// requests, messages, sessions of VPN, an administrator at work, machines restarted at noon; with
// the traps that go with them, which the truth names.
void tell_site_routine(SiteStory& story, int days);

// The ransomware of an operator, over the routine.
void tell_ransomware(SiteStory& story);
// A campaign of phishing, likewise.
void tell_phishing(SiteStory& story);

// Writes evidence, settings, story and truth.  How many records and lines there are.
Result<std::uint64_t> write_site(SiteStory& story, std::string_view exercise,
                                 const std::filesystem::path& folder);

}  // namespace digue::exercise
