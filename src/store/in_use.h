// Whether a program has a database open at this moment.
#pragma once
#include <filesystem>

namespace digue::store {

// True while any program of this machine, this one too, has the database open with its write-ahead
// log.  Asked of the kernel's list of locks, since opening the file to ask would let go of our own
// locks on it.  False where that list is not shown: a hint for what to tell a person, not a guard.
// (sqlite.org/walformat.html: each connection holds a shared lock on byte 128 of the -shm file.)
bool is_open(const std::filesystem::path& database);

}  // namespace digue::store
