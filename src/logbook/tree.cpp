#include "logbook/tree.h"

#include <openssl/evp.h>

#include <bit>
#include <memory>

namespace digue::logbook {

namespace {

// OpenSSL looks an algorithm up by name at each EVP_sha256() use; fetched once, it does not.
class Hasher {
 public:
  Hasher() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {}
  ~Hasher() {
    EVP_MD_CTX_free(context_);
    EVP_MD_free(algorithm_);
  }
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Digest hash(std::initializer_list<std::string_view> pieces) {
    EVP_DigestInit_ex2(context_, algorithm_, nullptr);
    for (const auto piece : pieces) EVP_DigestUpdate(context_, piece.data(), piece.size());
    Digest digest{};
    EVP_DigestFinal_ex(context_, digest.data(), nullptr);
    return digest;
  }

 private:
  EVP_MD* algorithm_;
  EVP_MD_CTX* context_;
};

}  // namespace

Digest hash_of(std::initializer_list<std::string_view> pieces) {
  thread_local Hasher hasher;
  return hasher.hash(pieces);
}

Digest leaf_hash(std::string_view header, std::string_view signature) {
  return hash_of({std::string_view("\0", 1), header, signature});
}

Digest node_hash(const Digest& left, const Digest& right) {
  return hash_of({std::string_view("\1", 1), as_text(left), as_text(right)});
}

void Tree::add(const Digest& leaf) {
  edge_.push_back(leaf);
  // Each bit set at the low end of the size is a subtree that the new leaf completes.
  for (std::uint64_t bits = size_; (bits & 1) != 0; bits >>= 1) {
    const Digest right = edge_.back();
    edge_.pop_back();
    edge_.back() = node_hash(edge_.back(), right);
  }
  ++size_;
}

Digest Tree::root() const {
  if (edge_.empty()) return hash_of({});
  Digest root = edge_.back();
  for (std::size_t i = edge_.size() - 1; i-- > 0;) root = node_hash(edge_[i], root);
  return root;
}

Digest root_of(std::span<const Digest> leaves) {
  Tree tree;
  for (const auto& leaf : leaves) tree.add(leaf);
  return tree.root();
}

// The largest power of two smaller than n.
static std::size_t split_of(std::size_t n) {
  return std::bit_floor(n - 1);
}

std::vector<Digest> inclusion_proof(std::span<const Digest> leaves, std::size_t index) {
  if (leaves.size() <= 1) return {};
  const std::size_t split = split_of(leaves.size());
  const bool left = index < split;
  auto proof = left ? inclusion_proof(leaves.first(split), index)
                    : inclusion_proof(leaves.subspan(split), index - split);
  proof.push_back(root_of(left ? leaves.subspan(split) : leaves.first(split)));
  return proof;
}

// RFC 9162, 2.1.3.2.
bool proves_inclusion(std::span<const Digest> proof, const Digest& leaf, std::uint64_t index,
                      std::uint64_t size, const Digest& root) {
  if (index >= size) return false;
  std::uint64_t node = index, last = size - 1;
  Digest hash = leaf;
  for (const auto& step : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = node_hash(step, hash);
      while ((node & 1) == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

static void add_consistency(std::span<const Digest> leaves, std::size_t old_size, bool whole,
                            std::vector<Digest>& proof) {
  if (old_size == leaves.size()) {
    if (!whole) proof.push_back(root_of(leaves));
    return;
  }
  const std::size_t split = split_of(leaves.size());
  if (old_size <= split) {
    add_consistency(leaves.first(split), old_size, whole, proof);
    proof.push_back(root_of(leaves.subspan(split)));
  } else {
    add_consistency(leaves.subspan(split), old_size - split, false, proof);
    proof.push_back(root_of(leaves.first(split)));
  }
}

std::vector<Digest> consistency_proof(std::span<const Digest> leaves, std::size_t old_size) {
  std::vector<Digest> proof;
  if (old_size != 0 && old_size < leaves.size()) add_consistency(leaves, old_size, true, proof);
  return proof;
}

// RFC 9162, 2.1.4.2.
static bool walk_consistency(std::span<const Digest> proof, std::uint64_t old_size,
                             const Digest& old_root, std::uint64_t size, const Digest& root) {
  std::uint64_t node = old_size - 1, last = size - 1;
  while ((node & 1) != 0) node >>= 1, last >>= 1;
  const bool perfect = std::has_single_bit(old_size);
  if (!perfect && proof.empty()) return false;
  Digest old_hash = perfect ? old_root : proof.front();
  Digest new_hash = old_hash;
  for (const auto& step : perfect ? proof : proof.subspan(1)) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      old_hash = node_hash(step, old_hash);
      new_hash = node_hash(step, new_hash);
      while ((node & 1) == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      new_hash = node_hash(new_hash, step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == old_root && new_hash == root;
}

bool proves_consistency(std::span<const Digest> proof, std::uint64_t old_size,
                        const Digest& old_root, std::uint64_t size, const Digest& root) {
  if (old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  if (old_size == 0) return proof.empty();
  return walk_consistency(proof, old_size, old_root, size, root);
}

}  // namespace digue::logbook
