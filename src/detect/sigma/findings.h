// What correlations came to, as findings.
#pragma once
#include "detect/sigma/correlating.h"
#include "finding/finding.h"

namespace digue::detect::sigma {

// Evidence: the first max_examples matches; the `source` of a place is the occurrence's log.
finding::Finding finding_of(const Correlator& correlator, const Correlation& written,
                            const Outcome& outcome);

}  // namespace digue::detect::sigma
