// The kinds of indicators, as people call them.
#pragma once
#include "base/sentence.h"

namespace digue::indicator::sentences {

inline constexpr Sentence mail{"adresse de messagerie", "mail address"};
inline constexpr Sentence address{"adresse IP", "IP address"};
inline constexpr Sentence range{"plage d’adresses", "range of addresses"};
inline constexpr Sentence domain{"domaine", "domain"};
inline constexpr Sentence url{"URL", "URL"};
inline constexpr Sentence md5{"empreinte MD5", "MD5 hash"};
inline constexpr Sentence sha1{"empreinte SHA-1", "SHA-1 hash"};
inline constexpr Sentence sha256{"empreinte SHA-256", "SHA-256 hash"};
inline constexpr Sentence sha512{"empreinte SHA-512", "SHA-512 hash"};
inline constexpr Sentence file{"fichier", "file"};
inline constexpr Sentence host{"machine", "host"};
inline constexpr Sentence account{"compte", "account"};
inline constexpr Sentence other{"autre", "other"};

}  // namespace digue::indicator::sentences
