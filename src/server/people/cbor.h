// CBOR (RFC 8949) as authenticators write it, looked through before libfido2 reads it: its reader
// asks for the memory that a head announces before it looks whether the bytes are there.
#pragma once
#include <string_view>

namespace digue::server {

// Whether every item announces no more than the bytes that follow it could hold.  Lengths that are
// left open are refused: CTAP2 writes none.
bool is_cbor_within_its_bytes(std::string_view bytes);

}  // namespace digue::server
