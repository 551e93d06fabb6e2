// A whole Windows event log read for a sink, record after record in the order of the file.
//
// Lives for one read of a log; of one thread.
#pragma once
#include <string_view>

#include "read/evtx/decoder.h"
#include "read/format.h"

namespace digue::read::evtx {

// A kind of reading says in record() what it does with each; damage is a row, rejected.
class WholeLog : public Visitor {
 public:
  // All of the file; at the end the sink is told what a person should know of the whole.
  void read(std::string_view file);
  void damage(const Damage& damage) final;

 protected:
  explicit WholeLog(Sink& sink) : sink_(sink) {}
  Sink& sink_;
};

}  // namespace digue::read::evtx
