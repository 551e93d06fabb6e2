// The last checkpoint that this machine saw of each incident, kept apart from the incident's file.
// Written after each commit, without a sync: it may lag behind after a power cut, never run ahead.
#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"

namespace digue::logbook {

class Witness {
 public:
  Witness(const std::filesystem::path& state_folder, const std::string& incident);
  ~Witness();
  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;

  // "" when there is none yet.
  std::string last() const;
  // A witness that can't be written is not a reason to lose an entry: nothing is returned.
  void keep(const std::string& note);
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int file_ = -1;
};

}  // namespace digue::logbook
