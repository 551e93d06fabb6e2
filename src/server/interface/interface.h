// The web interface, built into the program from build/web; one page that says how to build it when
// the program was built without.  Thread-safe.
#pragma once
#include "server/http/request.h"
#include "server/http/response.h"

namespace digue::server {

bool has_interface();
// The file of that path; index.html for what is a place inside the interface; 404 for a file that
// is not there.
http::Response interface_file(const http::Request& request);

}  // namespace digue::server
