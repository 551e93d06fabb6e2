#include "produce/report/pdf.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file.h"
#include "produce/report/report.h"
#include "produce/report/sample_test.h"

using namespace digue;
using namespace digue::produce::report;

TEST_CASE("the same report gives the same PDF, byte for byte") {
  const Document document = compose(sample_report(), Language::french);
  const auto first = to_pdf(document), second = to_pdf(document);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first == *second);
  CHECK(first->starts_with("%PDF-"));
}

TEST_CASE("a report that fills many pages, with rows taller than a page, is written whole") {
  Report report = sample_report();
  for (int i = 0; i < 300; ++i) report.findings.push_back(travel());
  report.logbook[0].text = as_message(std::string(40000, 'x'));
  const auto pdf = to_pdf(compose(report, Language::english));
  REQUIRE(pdf);
  CHECK(pdf->size() > 20000);
}

// tests/pdf.py looks at these with other people's tools.
TEST_CASE("PDFs are written for the independent tools") {
  const std::filesystem::path folder = DIGUE_BINARY_DIR "/report";
  std::filesystem::create_directories(folder);
  for (const Language language : {Language::french, Language::english}) {
    const auto pdf = to_pdf(compose(sample_report(), language));
    REQUIRE(pdf);
    const std::string name = "sample." + std::string(language_code(language)) + ".pdf";
    REQUIRE(DiskFiles().write(folder / name, *pdf));
  }
}
