#include "produce/pdf/artefacts.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace digue::produce::pdf {

namespace {

bool paints(std::string_view instruction) {
  static constexpr std::array<std::string_view, 17> painters{"f",  "F",  "f*", "S",  "s",  "B",
                                                             "B*", "b",  "b*", "Tj", "TJ", "'",
                                                             "\"", "Do", "sh", "BI", "EI"};
  return std::find(painters.begin(), painters.end(), instruction) != painters.end();
}

// Copies a page's instructions; wraps the runs that paint outside every element.  A run ends where
// an element begins, and where the graphics state is saved or restored: never inside a text object,
// since Cairo closes it before each element.
class ArtefactFilter final : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override {
    const auto type = token.getType();
    operands_ += token.getRawValue();
    if (type == QPDFTokenizer::tt_word) return take(token.getValue());
    if (type == QPDFTokenizer::tt_name && token.getValue() == "/MCID") names_element_ = true;
  }
  void handleEOF() override {
    run_ += operands_;
    end_run();
  }

 private:
  void take(const std::string& instruction) {
    if (instruction == "BDC" || instruction == "BMC") ++depth_;
    if (instruction == "EMC") --depth_;
    if (names_element_) {
      end_run();
      element_depth_ = depth_;
    }
    const bool inside = element_depth_ > 0;
    const bool state = instruction == "q" || instruction == "Q";
    if (!inside && state) end_run();
    if (inside || state) {
      write(operands_);
    } else {
      run_ += operands_;
      run_paints_ = run_paints_ || paints(instruction);
    }
    if (depth_ < element_depth_) element_depth_ = 0;
    operands_.clear();
    names_element_ = false;
  }

  void end_run() {
    write(run_paints_ ? "\n/Artifact BMC" + run_ + "\nEMC\n" : run_);
    run_.clear();
    run_paints_ = false;
  }

  std::string run_, operands_;
  bool run_paints_ = false, names_element_ = false;
  int depth_ = 0, element_depth_ = 0;  // of marked content; of the element that is open, 0: none
};

}  // namespace

void mark_artefacts(QPDF& pdf) {
  for (QPDFObjectHandle page : pdf.getAllPages())
    page.addContentTokenFilter(std::make_shared<ArtefactFilter>());
}

}  // namespace digue::produce::pdf
