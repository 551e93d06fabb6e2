# What comes from Debian 12; docs/dependencies.md says what each is for.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(date REQUIRED)
find_package(Boost 1.81 REQUIRED)  # headers only: Asio and Beast
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Threads REQUIRED)
foreach(module yaml-cpp simdjson libsodium libseccomp libarchive libmaxminddb pangocairo cairo-pdf
               libqpdf pugixml icu-uc icu-i18n libqrencode libdeflate libpcre2-8 libfido2)
  string(MAKE_C_IDENTIFIER ${module} name)
  pkg_check_modules(${name} REQUIRED QUIET IMPORTED_TARGET GLOBAL ${module})
endforeach()
