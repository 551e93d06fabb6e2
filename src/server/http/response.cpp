#include "server/http/response.h"

#include <algorithm>

namespace digue::server::http {

static std::string_view reason_of(int status) {
  struct Reason {
    int status;
    std::string_view text;
  };
  static constexpr Reason reasons[] = {{200, "OK"},
                                       {201, "Created"},
                                       {202, "Accepted"},
                                       {204, "No Content"},
                                       {303, "See Other"},
                                       {304, "Not Modified"},
                                       {400, "Bad Request"},
                                       {401, "Unauthorized"},
                                       {403, "Forbidden"},
                                       {404, "Not Found"},
                                       {405, "Method Not Allowed"},
                                       {408, "Request Timeout"},
                                       {409, "Conflict"},
                                       {413, "Content Too Large"},
                                       {415, "Unsupported Media Type"},
                                       {417, "Expectation Failed"},
                                       {421, "Misdirected Request"},
                                       {422, "Unprocessable Content"},
                                       {429, "Too Many Requests"},
                                       {431, "Request Header Fields Too Large"},
                                       {500, "Internal Server Error"},
                                       {501, "Not Implemented"},
                                       {502, "Bad Gateway"},
                                       {503, "Service Unavailable"},
                                       {505, "HTTP Version Not Supported"},
                                       {507, "Insufficient Storage"}};
  for (const auto& reason : reasons)
    if (reason.status == status) return reason.text;
  return "Status";
}

std::string head_bytes(Response& response, bool close) {
  const bool fine = std::all_of(response.fields.begin(), response.fields.end(),
                                [](const Field& one) { return is_sendable(one.name, one.value); });
  if (!fine) response = Response{.status = 500};
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out += reason_of(response.status);
  out += "\r\n";
  for (const auto& field : response.fields) out += field.name + ": " + field.value + "\r\n";
  const bool has_length = !response.events && response.status != 204 && response.status != 304;
  if (has_length) out += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  if (close) out += "Connection: close\r\n";
  return out + "\r\n";
}

}  // namespace digue::server::http
