#include <malloc.h>

#include <string_view>

#include "analysis/workers.h"
#include "cli/verb.h"

// Big blocks go back to the system as soon as they are freed: the merged events of a million rows
// would else stand in memory beside the freed batches that they came in.
static constexpr int big_block_bytes = 256 << 10;

int main(int argc, char** argv) {
  mallopt(M_MMAP_THRESHOLD, big_block_bytes);
  // The same program reads evidence in processes of its own, shut in before the first byte.
  if (argc > 1 && std::string_view(argv[1]) == digue::analysis::worker_word)
    return digue::analysis::worker_main(argc, argv);
  if (argc > 1 && std::string_view(argv[1]) == digue::analysis::hunt_word)
    return digue::analysis::hunt_main(argc, argv);
  return digue::cli::run_program(argc, argv);
}
