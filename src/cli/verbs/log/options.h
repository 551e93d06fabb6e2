// What the words after `digue log` say.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/casework/casework.h"
#include "incident/log_filter.h"
#include "logbook/entry.h"

namespace digue::cli::verbs::log {

struct Options : casework::Options {
  // add
  std::string text, late, organisation;
  std::string paper, paper_line, written_by;
  bool decision = false, once_more = false, no_indicators = false, observe = false;
  logbook::References references;
  // list and print
  std::string at, since, until;
  incident::LogFilter filter;
  // print
  std::string marking = "TLP:AMBER", out = "digue-log.pdf";
  // merge
  std::string other;
  bool only_look = false;
  // redact and withdraw
  std::uint64_t number = 0;
  std::string why;
  // verify
  std::vector<std::string> checkpoints;
};

}  // namespace digue::cli::verbs::log
