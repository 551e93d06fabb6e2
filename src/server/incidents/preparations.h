// What the organisation prepared, for each incident: as `digue serve --org` was given it, else as
// the incident keeps it, else the sheets as they come.  Thread-safe; what was handed out stays as
// it was.
#pragma once
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "incident/prepared.h"

namespace digue::server {

// Of settings kept by incidents, the last used; a file of others can't make us keep more.
inline constexpr std::size_t max_preparations = 16;

class Preparations {
 public:
  using Shared = std::shared_ptr<const incident::Prepared>;

  // `organisation`: the settings, a file or a folder that holds organisation.yaml; may be empty.
  // `tell`: messages for whoever runs the server.  Errors: what can't be read of the settings.
  static Result<std::unique_ptr<Preparations>> load(const std::string& organisation,
                                                    std::function<void(const Message&)> tell);

  // Without an incident.
  const Shared& general() const { return general_; }
  // What is kept and can't be read is told once, and left out.
  Shared of(const incident::State& state);
  // What a new incident is to keep; nothing without --org.
  const std::optional<incident::KeptOrganisation>& to_keep() const { return to_keep_; }

 private:
  explicit Preparations(std::function<void(const Message&)> tell) : tell_(std::move(tell)) {}
  Shared read_kept(const incident::State& state) const;

  std::function<void(const Message&)> tell_;
  Shared plain_, general_;
  std::optional<incident::KeptOrganisation> to_keep_;
  std::mutex mutex_;
  struct Known {
    std::shared_ptr<const incident::KeptOrganisation> kept;
    Shared prepared;
  };
  std::list<Known> known_;  // the last used first
};

}  // namespace digue::server
