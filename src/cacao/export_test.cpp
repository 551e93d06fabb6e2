#include <doctest/doctest.h>

#include "cacao/export.h"
#include "cacao/import.h"
#include "cacao/testing.h"

namespace digue::cacao {

TEST_CASE("every sheet of the program comes back exactly from its full export") {
  for (const auto& sheet : library().sheets)
    for (const auto language : {Language::french, Language::english}) {
      CAPTURE(sheet.id);
      const auto tree = tree_of(sheet);
      const auto exported = export_playbook(sheet, tree, library(), {Profile::full, language});
      const auto back = import_playbook(exported.json, "x.json", library());
      REQUIRE_MESSAGE(back.exact, sheet::told_in_english(back.problems));
      const auto again = sheet::read_tree(back.yaml, "back.yaml");
      REQUIRE(again);
      CHECK(same_values(tree, *again));
    }
}

}  // namespace digue::cacao
