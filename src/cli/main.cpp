#include <string_view>

#include "analysis/workers.h"
#include "cli/verb.h"

int main(int argc, char** argv) {
  // The same program reads evidence in processes of its own, shut in before the first byte.
  if (argc > 1 && std::string_view(argv[1]) == digue::analysis::worker_word)
    return digue::analysis::worker_main(argc, argv);
  return digue::cli::run_program(argc, argv);
}
