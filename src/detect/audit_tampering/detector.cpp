// R16: tampering with the logs: audit switched off, bypassed, shortened, or its licence removed.
// Done by a person it is always high.  One finding for one setting and one person.
#include "detect/detector.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/audit_tampering/sentences.h"
#include "detect/audit_tampering/tamperings.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Pivot;
using finding::Severity;

class AuditTampering final : public Detector {
 public:
  std::string_view rule() const override { return "R16"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 1> list = {"mail-account/5.a.1"};
    return list;
  }
  std::span<const event::Family> needs() const override { return {}; }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

class Search {
 public:
  Search(const AuditTampering& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings) {}

  void run() {
    for (const auto& tampering : scene_.once<Tamperings>().all()) judge(tampering);
  }

 private:
  void judge(const Tampering& tampering) {
    auto finding = begin_finding(detector_, tampering.what + '\n' + tampering.actor);
    finding.title = tampering.events.empty() ? tell<sentences::audit_is_off>(tampering.what)
                                             : tell<sentences::audit_turned_off>(tampering.what);
    finding.why.push_back(as_message(tampering.what));
    if (tampering.what == audit_licence)
      finding.why.push_back(tell<sentences::advanced_audit_removed>());
    finding.why.push_back(tell<sentences::audit_evidence_lacks>());
    Tie tie = Tie::none;
    for (const auto index : tampering.events)
      tie = std::max(tie, scene_.tie(scene_.event(index), finding.id));
    if (tie != Tie::none) finding.why.push_back(tie_line(tie));
    cite_acts(finding, scene_, tampering.events);
    cite_all(finding, scene_, tampering.states);
    finding.subjects = tampering.subjects;
    finding.severity = severity_of(tampering, tie);
    for (const auto index : tampering.events)
      pivot_on(finding, scene_, scene_.event(index), Pivot::Certainty::probable);
    finding.seeds_intruder = !tampering.events.empty();
    findings_.push_back(std::move(finding));
  }

  // In an export alone nobody knows who set it: a bypass is odd, the rest may be a default.
  static Severity severity_of(const Tampering& tampering, Tie tie) {
    if (tampering.events.empty())
      return starts_with_ignoring_case(tampering.what, "AuditBypass") ? Severity::medium
                                                                      : Severity::low;
    if (starts_with_ignoring_case(tampering.what, "Remove-Dlp") ||
        starts_with_ignoring_case(tampering.what, "Remove-Retention"))
      return tie == Tie::none ? Severity::medium : Severity::high;
    return tie == Tie::proven ? Severity::critical : Severity::high;
  }

  const AuditTampering& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
};

void AuditTampering::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& audit_tampering_detector() {
  static const AuditTampering detector;
  return detector;
}

}  // namespace digue::detect
