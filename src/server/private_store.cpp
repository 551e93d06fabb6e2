#include "server/private_store.h"

#include <sys/stat.h>

#include <system_error>

namespace digue::server {

Result<store::Connection> open_private_store(const std::filesystem::path& file,
                                             std::span<const store::Migration> migrations) {
  std::error_code error;
  const bool there = std::filesystem::exists(file, error);
  DIGUE_TRY(auto connection,
            store::Connection::open(
                file, {.mode = there ? store::OpenMode::existing : store::OpenMode::create}));
  ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
  DIGUE_CHECK(store::migrate(connection, migrations));
  return connection;
}

}  // namespace digue::server
