#include "logbook/tree.h"

#include <doctest/doctest.h>

namespace digue::logbook {

namespace {
// The leaves and roots that Certificate Transparency's own implementations are tested with.
const std::vector<std::string> contents = {"",
                                           "00",
                                           "10",
                                           "2021",
                                           "3031",
                                           "40414243",
                                           "5051525354555657",
                                           "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> roots = {
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Digest> known_leaves() {
  std::vector<Digest> leaves;
  for (const auto& content : contents) leaves.push_back(leaf_hash(*from_hex(content), ""));
  return leaves;
}

std::vector<Digest> numbered_leaves(int count) {
  std::vector<Digest> leaves;
  for (int i = 0; i < count; ++i) leaves.push_back(leaf_hash(std::to_string(i), ""));
  return leaves;
}
}  // namespace

TEST_CASE("roots are those of RFC 6962") {
  Tree tree;
  CHECK(to_hex(tree.root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const auto leaves = known_leaves();
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    tree.add(leaves[i]);
    CHECK(to_hex(tree.root()) == roots[i]);
  }
}

TEST_CASE("the signature is part of the leaf") {
  CHECK(leaf_hash("header", "signature") != leaf_hash("header", "signaturf"));
}

TEST_CASE("every leaf of every tree is proved, and nothing else is") {
  for (int size = 1; size <= 20; ++size) {
    const auto leaves = numbered_leaves(size);
    const Digest root = root_of(leaves);
    const auto count = leaves.size();
    for (std::size_t i = 0; i < count; ++i) {
      const auto proof = inclusion_proof(leaves, i);
      CHECK(proves_inclusion(proof, leaves[i], i, count, root));
      CHECK_FALSE(proves_inclusion(proof, leaves[i], i, count, node_hash(root, root)));
      if (count > 1) CHECK_FALSE(proves_inclusion(proof, leaves[i], (i + 1) % count, count, root));
    }
  }
}

TEST_CASE("a tree is proved to be the start of a later one, and another is not") {
  for (int size = 1; size <= 20; ++size) {
    const auto leaves = numbered_leaves(size);
    for (std::size_t old_size = 1; old_size <= leaves.size(); ++old_size) {
      const auto proof = consistency_proof(leaves, old_size);
      const Digest old_root = root_of(std::span(leaves).first(old_size));
      CHECK(proves_consistency(proof, old_size, old_root, leaves.size(), root_of(leaves)));
      auto forked = leaves;
      forked[old_size - 1] = leaf_hash("rewritten", "");
      const Digest other = root_of(std::span(forked).first(old_size));
      CHECK_FALSE(proves_consistency(proof, old_size, other, leaves.size(), root_of(leaves)));
    }
  }
}

}  // namespace digue::logbook
