// Requests of a proxy's log that are worth keeping one by one (docs/network-rules.md).
#pragma once
#include <string_view>

#include "read/format.h"

namespace digue::analysis {

// A program, a script, an archive or a disk image was fetched: by what the server says it is, else
// by the end of the path.
bool is_risky_download(const read::Traffic& traffic);
// A page with a long or random address, asked for from nowhere: what a link in a mail looks like.
// Only where the log tells referers.
bool is_complex_without_referer(const read::Traffic& traffic);
// "facture.zip" of "https://host/a/facture.zip?x=1"; "" when the path has no file.
std::string_view file_of_url(std::string_view url);

}  // namespace digue::analysis
