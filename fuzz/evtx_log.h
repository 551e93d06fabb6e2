// Any bytes as a Windows event log, rendered every way.
#pragma once
#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.h"
#include "read/evtx/decoder.h"
#include "read/evtx/maker_testing.h"

// Every second name.
class HalfWanted final : public digue::read::evtx::Selection {
 public:
  std::uint32_t number(digue::read::evtx::Section, std::string_view name) override {
    return name.size() % 2 == 0 ? 1 : unwanted;
  }
};

// What is rendered is UTF-8, one line, and as long as its cap allows.
class RenderedEveryWay final : public digue::read::evtx::Visitor {
 public:
  const char* record(digue::read::evtx::Record& record) override {
    (void)record.xml(buffer_);
    check();
    (void)record.fields(fields_, wanted_);
    check_fields();
    (void)record.fields(fields_);
    check_fields();
    (void)record.json(buffer_, wanted_);
    check();
    const char* why = record.json(buffer_);
    check();
    return why;
  }
  void damage(const digue::read::evtx::Damage&) override {}

 private:
  void check() {
    if (!digue::is_utf8(buffer_.text())) std::abort();
    if (buffer_.text().find('\n') != std::string_view::npos) std::abort();
    buffer_.clear();
  }
  void check_fields() const {
    for (const auto& field : fields_.all())
      if (!digue::is_utf8(field.value) || !digue::is_utf8(field.name)) std::abort();
  }
  digue::read::evtx::Buffer buffer_;
  HalfWanted wanted_;
  digue::read::evtx::Fields fields_;
};

inline void render_log(std::string_view log) {
  namespace evtx = digue::read::evtx;
  RenderedEveryWay visitor;
  evtx::Decoder decoder;
  const evtx::LiveRecords live(log);
  evtx::Pieces pieces(log);
  for (evtx::Piece piece; pieces.next(piece);) (void)decoder.read(piece, live, visitor);
}
