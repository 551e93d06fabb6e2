#include "cacao/check.h"

#include "cacao/check_links.h"
#include "cacao/check_objects.h"
#include "cacao/check_workflow.h"
#include "cacao/json_tree.h"
#include "cacao/report.h"
#include "cacao/sentences.h"

namespace digue::cacao {

std::vector<sheet::Problem> check_playbook(std::string_view bytes, const std::string& file) {
  Report report(file);
  const auto playbook = parse_json(bytes);
  if (!playbook)
    return {{sheet::Problem::Level::error,
             file,
             {playbook.error().line, playbook.error().column},
             playbook.error().what}};
  if ((*playbook)["type"].text != "playbook") {
    report.error<sentences::not_a_playbook>(*playbook);
    return report.take();
  }
  check_objects(*playbook, report);
  check_links(*playbook, report);
  check_workflow(*playbook, report);
  auto problems = report.take();
  sort_problems(problems);
  return problems;
}

}  // namespace digue::cacao
