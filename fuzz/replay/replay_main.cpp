// replay CORPUS [TARGET]: gives each target every file that is kept for it, once.  The last name
// written before a crash is the file that did it.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "replay/replay.h"

static std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  return files;
}

static void run(const ReplayTarget& target, const std::filesystem::path& path) {
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);
  std::ifstream in(path, std::ios::binary);
  const std::vector<char> bytes(std::istreambuf_iterator<char>(in), {});
  target.run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: replay CORPUS [TARGET]\n", stderr), 2;
  std::size_t count = 0;
  for (const auto& target : replay_targets) {
    if (argc > 2 && target.name != argv[2]) continue;
    const auto files = files_of(std::filesystem::path(argv[1]) / target.name);
    for (const auto& file : files) run(target, file);
    if (files.empty())
      std::printf("%s: none kept yet; script/fuzz keeps some\n", target.name.data());
    count += files.size();
  }
  std::printf("%zu files replayed\n", count);
  return count > 0 ? 0 : 1;
}
