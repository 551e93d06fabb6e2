#include <algorithm>

#include "exercise/logs/pens.h"
#include "exercise/output.h"

namespace digue::exercise::logs {

template <class Fact>
static Result<std::uint64_t> write_with(const Site& site, const Pen<Fact>& pen,
                                        std::vector<Fact>& facts,
                                        const std::filesystem::path& evidence) {
  if (facts.empty()) return 0;
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) { return a.time < b.time; });
  DIGUE_TRY(auto file, OutFile::create(evidence / pen.file));
  if (pen.head != nullptr) file.write(pen.head(site, facts.front().time));
  std::uint64_t lines = 0;
  for (const auto& fact : facts) {
    const auto line = pen.line(site, fact);
    if (line.empty()) continue;
    if (lines++ != 0) file.write(pen.between);
    file.write(line);
  }
  file.write(pen.foot);
  DIGUE_CHECK(file.close());
  return lines;
}

Result<std::uint64_t> write_logs(const Site& site, Facts facts,
                                 const std::filesystem::path& evidence) {
  std::uint64_t lines = 0;
  std::string mappings;
  // Products do not go together: each kind turns at its own pace.
  const auto write = [&](const auto& pens, auto& list, std::size_t stride) -> Outcome {
    const auto& pen = pens[site.choice(pens.size(), stride)];
    DIGUE_TRY(const auto written, write_with(site, pen, list, evidence));
    lines += written;
    if (written != 0 && pen.mapping != nullptr) mappings += *pen.mapping;
    return {};
  };
  DIGUE_CHECK(write(web_pens(), facts.web, 1));
  DIGUE_CHECK(write(flow_pens(), facts.flows, 1));
  DIGUE_CHECK(write(vpn_pens(), facts.vpn, 2));
  DIGUE_CHECK(write(name_pens(), facts.names, 3));
  DIGUE_CHECK(write(mail_pens(), facts.mail, 1));
  DIGUE_CHECK(write(mailbox_pens(), facts.mailboxes, 1));
  DIGUE_CHECK(write(machine_pens(), facts.machines, 1));
  DIGUE_CHECK(write(alert_pens(), facts.alerts, 1));
  if (mappings.empty()) return lines;
  DIGUE_TRY(auto file, OutFile::create(evidence.parent_path() / "mapping.yaml"));
  file.write("format: digue-mapping\nversion: 1\nfiles:\n" + mappings);
  DIGUE_CHECK(file.close());
  return lines;
}

}  // namespace digue::exercise::logs
