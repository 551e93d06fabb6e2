// What the routes of evidence share.
#pragma once
#include <string>

#include "evidence/vault.h"
#include "server/api/call.h"

namespace digue::server {

// A name to show, never a path.
bool is_file_name(std::string_view name);
// A copy that is in the vault becomes an entry, once; 201 and its receipt, or the problem.
http::Response piece_response(const Call& call, const evidence::Stored& stored,
                              const std::string& name);

}  // namespace digue::server
