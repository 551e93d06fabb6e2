// What an analysis concludes from what its workers sent, down to the lines of JSON.
#pragma once
#include <cstdlib>

#include "analysis/answers.h"
#include "analysis/coverage.h"
#include "analysis/merge.h"
#include "analysis/own_domains.h"
#include "analysis/site_table.h"
#include "analysis/visibility.h"
#include "base/text.h"
#include "detect/containment.h"
#include "detect/intruder.h"
#include "finding/json.h"

struct FewPlaces final : digue::detect::Sites {
  digue::analysis::SiteTable table = *digue::analysis::SiteTable::read(
      "network,country,city,latitude,longitude,as_number,as_name\n"
      "0.0.0.0/1,FR,Lyon,45.7,4.8,64500,Example\n128.0.0.0/1,SG,Singapore,1.3,103.8,64501,VPN\n"
      "2001:db8::/32,NL,Delft,52,4.3,64502,Hosting\n",
      "places");
  std::optional<digue::detect::Site> find(std::string_view address) const override {
    const auto bytes = digue::detect::address_bytes(address);
    return bytes ? table.find(*bytes) : std::nullopt;
  }
  bool available() const override { return true; }
};

// Text that reaches a person is UTF-8, whatever the evidence was.
inline void must_be_utf8(std::string_view text) {
  if (!digue::is_utf8(text)) std::abort();
}

inline std::vector<digue::finding::Finding> judge(digue::analysis::Merger& merger) {
  using namespace digue;
  static const organisation::Organisation nobody;
  static const FewPlaces places;
  const auto covered = analysis::measure_coverage(merger.trail(), merger.sources(), {}, {});
  auto scene = detect::make_scene(merger.trail(), nobody, places);
  scene.own_domains = analysis::guess_own_domains(merger.trail());
  scene.contained = *parse_rfc3339("2026-04-20T00:00:00Z");
  std::vector<finding::Finding> findings;
  detect::run_rounds(scene, findings);
  const auto check = detect::check_containment(scene, {}, {});
  auto answers = analysis::answer_items(findings, covered);
  analysis::replace_answer(answers, check.answer);
  std::vector<finding::Source> sources;
  for (auto& notes : merger.sources()) sources.push_back(notes.source);
  for (const auto& found : findings) must_be_utf8(to_json(found, sources, Language::french));
  for (const auto& answer : answers) must_be_utf8(to_json(answer, Language::english));
  for (const auto& view : analysis::visibility_of(merger.sources()).channels)
    must_be_utf8(to_json(view, Language::french));
  for (const auto& source : sources) must_be_utf8(to_json(source, Language::french));
  return findings;
}
