// openapi.yaml, as the program was built with it.
#pragma once
#include <string_view>

namespace digue::server {

std::string_view openapi_text();

}  // namespace digue::server
