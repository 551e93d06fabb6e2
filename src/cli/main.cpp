#include "cli/verb.h"

int main(int argc, char** argv) {
  return digue::cli::run_program(argc, argv);
}
