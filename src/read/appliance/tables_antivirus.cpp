#include "read/appliance/tables_antivirus.h"

#include <array>

namespace digue::read {

namespace {

using event::Action;

// Deep Security's agents and manager, "Syslog message formats" 20: the name of an event of this
// category is the threat's.
namespace deep_security_fields {
constexpr std::array signs = {Test{"deviceProduct", "Deep Security*"}, Test{"cat", "Anti-Malware"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "devTime"},
    {Part::time, "rt"},
    {Part::account, "usrName"},
    {Part::account, "suser"},
    {Part::address, "src"},
    {Part::object, "filePath"},
    {Part::device, "dvchost"},
    {Part::device, "dvc"},
    {Part::operation, "name"},
    {Part::outcome, "act"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"Threat", "name"},
    {"EventClass", "deviceEventClassId"},
    {"Product", "deviceProduct"},
    {"Outcome", "act"},
    {"Sha256", "TrendMicroDsFileSHA256"},
    {"Sha256", "fileHash"},
});
constexpr std::array kinds =
    std::to_array<Kind>({{{"cat", "Anti-Malware"}, {}, Action::malware_found}});
}  // namespace deep_security_fields

// Apex Central (once Control Manager) of Trend Micro, "CEF Virus/Malware Logs": the class of the
// event is what was done, and its name the threat's.
namespace apex_central_fields {
constexpr std::array signs = {Test{"deviceProduct", "Apex Central*|Control Manager*"},
                              Test{"deviceEventClassId", "AV:*"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "rt"},
    {Part::account, "duser"},
    {Part::account, "suser"},
    {Part::object, "filePath"},
    {Part::object, "fname"},
    {Part::device, "dhost"},
    {Part::device, "dvchost"},
    {Part::operation, "deviceEventClassId"},
    {Part::outcome, "act"},
    {Part::outcome, "deviceEventClassId"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"Threat", "name"},
    {"EventClass", "deviceEventClassId"},
    {"Product", "deviceProduct"},
    {"Outcome", "act"},
    {"Sha256", "fileHash"},
});
constexpr std::array kinds = std::to_array<Kind>({{{"deviceProduct"}, {}, Action::malware_found}});
}  // namespace apex_central_fields

// Panda Adaptive Defense's SIEMFeeder (LEEF, product "paps"): what processes did, of which it tells
// the threat where the file, its parent or its child is one.
namespace panda_fields {
constexpr std::array signs = {Test{"deviceProduct", "paps"}, Test{"MUID"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "devTime"},
    {Part::account, "usrName"},
    {Part::address, "src"},
    {Part::object, "Path"},
    {Part::object, "ChildPath"},
    {Part::device, "HostName"},
    {Part::device, "identHostName"},
    {Part::operation, "Op"},
    {Part::outcome, "Action"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"Threat", "MWName"},
    {"Threat", "ChildMWName"},
    {"Threat", "ParentMWName"},
    {"Product", "deviceProduct"},
    {"Outcome", "Action"},
    {"Md5", "Hash"},
    {"Md5", "ChildHash"},
    {"CommandLine", "Params"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"MWName"}, {}, Action::malware_found},
    {{"ChildMWName"}, {}, Action::malware_found},
    {{"ParentMWName"}, {}, Action::malware_found},
});
}  // namespace panda_fields

}  // namespace

constexpr Product deep_security = {"Deep Security", deep_security_fields::signs,
                                   deep_security_fields::parts, deep_security_fields::details,
                                   deep_security_fields::kinds};
constexpr Product apex_central = {"Apex Central", apex_central_fields::signs,
                                  apex_central_fields::parts, apex_central_fields::details,
                                  apex_central_fields::kinds};
constexpr Product panda = {"Panda SIEMFeeder", panda_fields::signs, panda_fields::parts,
                           panda_fields::details, panda_fields::kinds};

}  // namespace digue::read
