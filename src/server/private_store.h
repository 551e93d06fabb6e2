// A database of the server's own, which nobody else on the machine may read.
#pragma once
#include <filesystem>
#include <span>

#include "store/connection.h"
#include "store/migration.h"

namespace digue::server {

// Opens the file, made when it is not there, with its tables up to date.
Result<store::Connection> open_private_store(const std::filesystem::path& file,
                                             std::span<const store::Migration> migrations);

}  // namespace digue::server
