#include "read/services/services.h"

namespace digue::read::services {

using event::Action;
using event::Verdict;

std::span<const Wording> openvpn() {
  static constexpr std::array wordings = {
      Wording{"{account}/{address}:{} MULTI_sva: pool returned IPv4={GivenAddress}, ",
              Action::vpn_opened, Verdict::success},
      Wording{"{account}/{address}:{} SIG*client-instance ", Action::vpn_closed, Verdict::success},
      Wording{"user '{account}' authenticated", Action::vpn_opened, Verdict::success},
      Wording{"user '{account}' could not authenticate", Action::vpn_opened, Verdict::failure},
      Wording{"{address}:{} TLS Auth Error: {Reason}", Action::vpn_opened, Verdict::failure},
      Wording{"{address}:{} VERIFY ERROR: {Reason}", Action::vpn_opened, Verdict::failure},
      Wording{"{account}/{address}:{} "},
      Wording{"{address}:{} [{account}] Peer Connection Initiated with "},
      Wording{"{address}:{} TLS: "},
  };
  return wordings;
}

std::span<const Wording> name_server() {
  static constexpr std::array wordings = {
      Wording{"client @{} {address}#{} ({}): *query: {object} {} {RecordType} ",
              Action::name_looked_up, Verdict::success},
      Wording{"client @{} {address}#{} ({}): *query (cache) '{object}/{RecordType}/{}' denied",
              Action::name_looked_up, Verdict::failure},
      Wording{"client {address}#{} ({}): *query: {object} {} {RecordType} ", Action::name_looked_up,
              Verdict::success},
      Wording{"client {address}#{} ({}): *query (cache) '{object}/{RecordType}/{}' denied",
              Action::name_looked_up, Verdict::failure},
      Wording{"query[{RecordType}] {object} from {address}", Action::name_looked_up,
              Verdict::success},
      Wording{"[{}] info: {address} {object}. {RecordType} IN", Action::name_looked_up,
              Verdict::success},
  };
  return wordings;
}

}  // namespace digue::read::services
