// Pages of a mapping that will not be read again soon.
#pragma once
#include <cstddef>

namespace digue {

// Tells the kernel that those before `offset` (bytes from the start of the mapping) are not needed;
// to be said at least every 64 MB.  Nothing is lost: they come back from the file when read.
void release_pages_before(const char* mapping, std::size_t size, std::size_t offset);

// Asks for pages of two megabytes in memory that is not used yet: a large table that is read here
// and there, or filled at once, is then reached sooner.
void prefer_large_pages(const void* memory, std::size_t size);

}  // namespace digue
