#include "cli/event_logs/ending.h"

#include <cstring>

#include "cli/event_logs/sentences.h"

namespace digue::cli::event_logs {

Exit exit_of(Session& session, Ended ended, int error, bool lost) {
  if (error != 0)
    return session.note(tell<sentences::cannot_write>(std::strerror(error))), Exit::failed;
  if (ended == Ended::out_of_memory)
    return session.note(tell<sentences::out_of_memory>()), Exit::failed;
  if (ended == Ended::not_shut_in)
    return session.note(tell<sentences::not_shut_in>()), Exit::failed;
  return lost ? Exit::unreadable : Exit::done;
}

}  // namespace digue::cli::event_logs
