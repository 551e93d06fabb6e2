// OpenSSL's objects, each released by its owner: std::unique_ptr<BIO, Release<BIO_free_all>>.
#pragma once

namespace digue::server::http {

template <auto release>
struct Release {
  template <class Object>
  void operator()(Object* object) const {
    release(object);
  }
};

}  // namespace digue::server::http
