// What is drawn on a page outside every structure tag (footers, rules, frames) is told apart as an
// artefact, which Cairo 1.16 can't do: a reader aloud then passes over it.  Inside the room only.
#pragma once

class QPDF;

namespace digue::produce::pdf {

void mark_artefacts(QPDF& pdf);

}  // namespace digue::produce::pdf
