#include "detect/agents.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace digue::detect {

namespace {

struct ClientMark {
  std::string_view part;
  Client client;
};

// In the order of trying: Edge calls itself Chrome, Chrome calls itself Safari.
constexpr ClientMark client_marks[] = {
    {"bav2ropc", Client::legacy},
    {"cbainprod", Client::legacy},
    {"cbaintar", Client::legacy},
    {"python", Client::script},
    {"aiohttp", Client::script},
    {"httpx", Client::script},
    {"axios/", Client::script},
    {"node-fetch", Client::script},
    {"undici", Client::script},
    {"got (https", Client::script},
    {"fasthttp", Client::script},
    {"go-http-client", Client::script},
    {"go-resty", Client::script},
    {"curl/", Client::script},
    {"wget/", Client::script},
    {"libwww-perl", Client::script},
    {"guzzlehttp", Client::script},
    {"aadinternals", Client::script},
    {"headlesschrome", Client::script},
    {"phantomjs", Client::script},
    {"postmanruntime", Client::script},
    {"microsoft office", Client::office},
    {"outlook", Client::office},
    {"teams", Client::office},
    {"onedrive", Client::office},
    {"windows-azuread-authentication-provider", Client::office},
    {"dalvik", Client::mail_app},
    {"apple-iphone", Client::mail_app},
    {"apple-ipad", Client::mail_app},
    {"android-mail", Client::mail_app},
    {"mail/", Client::mail_app},
    {"edg", Client::edge},
    {"opr/", Client::opera},
    {"opera", Client::opera},
    {"firefox", Client::firefox},
    {"fxios", Client::firefox},
    {"trident/", Client::internet_explorer},
    {"msie", Client::internet_explorer},
    {"internet explorer", Client::internet_explorer},
    {"chrome", Client::chrome},
    {"crios", Client::chrome},
    {"safari", Client::safari},
};

struct PlatformMark {
  std::string_view part;
  Platform platform;
};

// iOS says "like Mac OS X", Android says "Linux".
constexpr PlatformMark platform_marks[] = {
    {"windows phone", Platform::none}, {"iphone", Platform::ios},
    {"ipad", Platform::ios},           {"ios", Platform::ios},
    {"android", Platform::android},    {"windows", Platform::windows},
    {"macintosh", Platform::mac},      {"mac os", Platform::mac},
    {"macos", Platform::mac},          {"linux", Platform::linux_desktop},
    {"x11", Platform::linux_desktop},
};

Client client_in(std::string_view lowered) {
  for (const auto& mark : client_marks)
    if (lowered.find(mark.part) != std::string_view::npos) return mark.client;
  return lowered.empty() ? Client::none : Client::other;
}

Platform platform_in(std::string_view lowered) {
  for (const auto& mark : platform_marks)
    if (lowered.find(mark.part) != std::string_view::npos) return mark.platform;
  return Platform::none;
}

}  // namespace

Agent agent_of(std::string_view user_agent, std::string_view browser, std::string_view system) {
  const auto lowered = lower(user_agent);
  Agent agent{client_in(lowered), platform_in(lowered)};
  if (agent.client == Client::none) agent.client = client_in(lower(browser));
  if (agent.platform == Platform::none) agent.platform = platform_in(lower(system));
  return agent;
}

bool is_browser(Client client) {
  return client >= Client::chrome && client <= Client::internet_explorer;
}

bool cannot_be_one_client(Agent a, Agent b) {
  if (a.platform != Platform::none && b.platform != Platform::none && a.platform != b.platform)
    return true;
  const bool one_is_script = (a.client == Client::script) != (b.client == Client::script);
  if (one_is_script && a.client != Client::none && b.client != Client::none) return true;
  return is_browser(a.client) && is_browser(b.client) && a.client != b.client;
}

static std::string_view client_name(Client client) {
  static constexpr std::array<std::string_view, 12> names = {
      "",       "Chrome", "Edge", "Firefox",      "Safari",      "Opera", "Internet Explorer",
      "Office", "Mail",   "ROPC", "HTTP library", "other client"};
  return names[static_cast<std::size_t>(client)];
}

static std::string_view platform_name(Platform platform) {
  static constexpr std::array<std::string_view, 6> names = {"",    "Windows", "macOS",
                                                            "iOS", "Android", "Linux"};
  return names[static_cast<std::size_t>(platform)];
}

std::string agent_name(Agent agent) {
  std::string name(client_name(agent.client));
  const auto platform = platform_name(agent.platform);
  if (!name.empty() && !platform.empty()) name += ", ";
  return name.append(platform);
}

}  // namespace digue::detect
