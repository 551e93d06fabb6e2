#include "base/byte_cursor.h"
#include "read/evtx/engine.h"

namespace digue::read::evtx {

namespace {

// A definition: the next of its list, GUID, size, then the fragment.
constexpr std::size_t list_bytes = 4;
constexpr std::size_t max_of_one_guid = 16;

}  // namespace

const Template* Templates::at(std::string_view chunk, std::uint32_t offset, const char*& why) {
  Place& place = places_[(offset ^ offset >> 8) % places_.size()];
  if (place.chunk == chunk_ && place.offset == offset) return place.found;
  ByteCursor cursor(chunk, offset);
  cursor.skip(list_bytes, "definition.next");
  Guid guid;
  guid.low = cursor.u64("definition.guid");
  guid.high = cursor.u64("definition.guid");
  const std::uint32_t size = cursor.u32("definition.size");
  if (size > cursor.left()) cursor.refuse("definition.size");
  if (cursor.failed()) return why = cursor.what(), nullptr;
  const Template* found = known(chunk, cursor.at(), guid);
  if (found == nullptr) found = compiled(chunk, cursor.at(), size, guid, why);
  if (found == nullptr) return nullptr;
  place = {chunk_, offset, found};
  of_chunk_.push_back(found);
  return found;
}

const Template* Templates::known(std::string_view chunk, std::size_t body, const Guid& guid) const {
  const auto same_guid = by_guid_.find(guid);
  if (same_guid == by_guid_.end()) return nullptr;
  for (const Template* candidate : same_guid->second)
    if (candidate->pattern.matches(chunk, body)) return candidate;
  return nullptr;
}

const Template* Templates::compiled(std::string_view chunk, std::size_t body, std::size_t size,
                                    const Guid& guid, const char*& why) {
  if (bytes_ >= max_template_bytes) return why = "definition.memory", nullptr;
  if (!may_parse(size)) return why = "definition.work", nullptr;
  tree_.clear();
  Pattern pattern;
  std::size_t stopped_at = 0;
  why = parse_tree({chunk, body, body + size, true}, tree_, &pattern, stopped_at);
  (void)may_parse(tree_.texts.size());
  if (why != nullptr) return nullptr;
  if (tree_.roots.empty()) return why = "definition.element", nullptr;
  all_.push_back(compile(tree_));
  Template& made = all_.back();
  made.number = static_cast<std::uint32_t>(all_.size() - 1);
  made.guid = guid;
  made.pattern = std::move(pattern);
  bytes_ += made.size();
  auto& same_guid = by_guid_[guid];
  if (same_guid.size() < max_of_one_guid) same_guid.push_back(&made);
  return &made;
}

const Template* Templates::of_shape(const std::string& shape, const Tokens& tokens) {
  if (const auto known = by_shape_.find(shape); known != by_shape_.end()) return known->second;
  if (bytes_ >= max_template_bytes) return nullptr;
  tree_.clear();
  std::size_t stopped_at = 0;
  if (parse_tree(tokens, tree_, nullptr, stopped_at) != nullptr || tree_.roots.empty())
    return nullptr;
  all_.push_back(compile(tree_));
  all_.back().number = static_cast<std::uint32_t>(all_.size() - 1);
  bytes_ += all_.back().size() + shape.size();
  return by_shape_[shape] = &all_.back();
}

const Template* Templates::by_id(std::uint32_t id) const {
  for (const Template* known : of_chunk_)
    if (static_cast<std::uint32_t>(known->guid.low) == id) return known;
  return nullptr;
}

void Templates::next_chunk() {
  of_chunk_.clear();
  parsed_ = 0;
  if (++chunk_ == 0) {
    places_.fill({});
    chunk_ = 1;
  }
  if (all_.size() < max_templates && bytes_ < max_template_bytes) return;
  by_guid_.clear();
  by_shape_.clear();
  all_.clear();
  ++generation_;
  bytes_ = 0;
}

}  // namespace digue::read::evtx
