// One call of the API, and what the handlers of all calls work with.
#pragma once
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/api/trouble.h"
#include "server/http/handler.h"
#include "server/incidents/analyses.h"
#include "server/incidents/incidents.h"
#include "server/incidents/preparations.h"
#include "server/incidents/uploads.h"
#include "server/interface/interface.h"
#include "server/people/accesses.h"
#include "server/people/factors.h"
#include "server/people/people.h"
#include "server/people/tokens.h"
#include "server/webhooks/webhooks.h"

namespace digue::detect::sigma {
struct Loaded;
}

namespace digue::server {

class Provider;

// Thread-safe, each part of it.  Outlives every call.
struct Services {
  People& people;
  Incidents& incidents;
  Analyses& analyses;
  Tokens& tokens;
  AccessLog& accesses;
  Factors& factors;
  Webhooks& webhooks;
  Preparations& preparations;
  Clock& clock;
  Theme theme = {};
  std::string version;
  std::string first_start_code;  // empty when there is a first person
  std::mutex papers{};           // the library that writes PDFs takes one at a time
  Uploads uploads{};
  std::mutex previews{};                                         // of evidence: one at a time
  std::vector<std::string> webhook_hosts = {};                   // those that webhooks may go to
  std::shared_ptr<const detect::sigma::Loaded> rules = nullptr;  // that were given; null: ours
  Provider* provider = nullptr;                   // by which people may sign in; null: none
  std::function<void(const Message&)> tell = {};  // whoever runs the server
};

struct Call {
  Services& services;
  const http::Request& request;
  Language language = Language::english;
  std::optional<Person> person = std::nullopt;       // who is signed in
  std::optional<Role> role = std::nullopt;           // theirs, in the incident
  bool only_enrols = false;                          // they lack a factor that is demanded
  std::optional<Token> token = std::nullopt;         // by which a program speaks for them
  std::vector<std::string> arguments = {};           // of the path, in order
  std::shared_ptr<OpenIncident> incident = nullptr;  // when the path names one

  Preparations::Shared prepared = services.preparations.general();  // for the incident

  const sheet::Library& library() const { return prepared->library; }
  const organisation::Organisation* organisation() const { return prepared->given(); }
  http::Response problem(const Trouble& trouble) const;
  http::Response problem(const Error& error) const { return problem(trouble_of(error)); }
  incident::Speaker speaker(const std::optional<logbook::Moment>& occurred = std::nullopt) const {
    return {.author = person ? person->display_name : std::string(), .occurred = occurred};
  }
};

// may_only_enrol() (authorise.h), as things stand.
bool only_enrols(const Services& services, const Person& person, std::optional<Role> role);

// The route's function: never called by who may not.
using Answer = http::Response (*)(const Call&);

http::Response json_response(int status, std::string body);
// A decision of the person, as a line of the logbook in their language.
Outcome note_decision(const Call& call, const Message& said);
// 201 and its receipt, or the problem.
http::Response receipt_response(const Call& call, const Result<Written>& written);
// `more`: members that follow, written ready: ",\"incident\":\"...\"".
std::string receipt_json(const Written& written, const std::string& more = {});

// `name` of the query; nothing (and `trouble`) when it is no number of the range.
std::optional<std::uint64_t> number_of(const Call& call, std::string_view name, std::uint64_t least,
                                       std::uint64_t most, std::uint64_t otherwise,
                                       std::optional<Trouble>& trouble);
// A word of the query, of those that `words` tells apart by a space; `otherwise` when it is not
// there, or is another (and `trouble`).
std::string word_of(const Call& call, std::string_view name, std::string_view words,
                    const std::string& otherwise, std::optional<Trouble>& trouble);
// `updated_since` of the query; unknown when it is not there, or wrong (and `trouble`).
Instant updated_since(const Call& call, std::optional<Trouble>& trouble);
struct Paging {
  std::size_t page = 1, per_page = 100;
  std::size_t first() const { return (page - 1) * per_page; }
};
// `page` and `per_page` of the query.
Paging paging_of(const Call& call, std::optional<Trouble>& trouble);
http::Response page_response(const Paging& paging, std::size_t total,
                             const std::vector<std::string>& items);
// The page that is asked for, out of `total` things; `json` writes one.
http::Response page_response(const Call& call, std::size_t total,
                             const std::function<std::string(std::size_t index)>& json);
// "[a,b]" of JSON texts.
std::string json_array(const std::vector<std::string>& items);

}  // namespace digue::server
