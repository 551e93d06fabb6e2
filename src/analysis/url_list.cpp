#include "analysis/url_list.h"

#include "base/hash.h"
#include "base/text.h"
#include "base/url.h"
#include "hunt/list.h"

namespace digue::analysis {

namespace {

// "/a/b" of "https://host/a/b?x=1#y"; "" of a site alone.
std::string_view page_of(std::string_view url) {
  auto path = path_of_url(url);
  path = path.substr(0, path.find_first_of("?#"));
  return path == "/" ? std::string_view() : path;
}

std::string site_of(std::string_view url) {
  return lower(host_of_url(url));
}

std::uint64_t key_of(std::string_view host, std::string_view path) {
  return quick_hash(std::string(host) + std::string(path));
}

}  // namespace

UrlList::UrlList(std::string_view bytes) {
  hunt::List list;
  hunt::read_list(bytes, list);
  for (const auto& one : list.indicators()) {
    using indicator::Kind;
    if (one.kind == Kind::domain || one.kind == Kind::address) sites_.insert(quick_hash(one.value));
    if (one.kind != Kind::url) continue;
    const auto path = page_of(one.value);
    // A URL with a query and no path ("https://host/?id=1") is not all of its site either.
    const bool is_site = path.empty() && one.value.find('?') == std::string::npos;
    if (is_site)
      sites_.insert(quick_hash(site_of(one.value)));
    else
      urls_.insert(key_of(site_of(one.value), path));
  }
}

bool UrlList::holds(std::string_view destination, std::string_view url) const {
  if (!sites_.empty())
    for (auto rest = destination; !rest.empty();) {
      if (sites_.contains(quick_hash(rest))) return true;
      const auto dot = rest.find('.');
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
  const auto path = page_of(url);
  const bool has_query = url.find('?') != std::string_view::npos;
  return !urls_.empty() && (!path.empty() || has_query) &&
         urls_.contains(key_of(destination, path));
}

}  // namespace digue::analysis
