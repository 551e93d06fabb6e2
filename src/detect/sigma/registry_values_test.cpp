#include "detect/sigma/registry_values.h"

#include <doctest/doctest.h>

#include "detect/sigma/rule_testing.h"

namespace digue::detect::sigma {

using testing::load;
using testing::matched;

TEST_CASE("a key of the kernel is written as Sysmon does") {
  const auto path = [](std::string_view key, std::string_view value) {
    return registry_path({key, value});
  };
  CHECK(path(R"(\REGISTRY\MACHINE\SOFTWARE\Microsoft)", "Run") == R"(HKLM\SOFTWARE\Microsoft\Run)");
  CHECK(path(R"(\Registry\User\S-1-5-21-1\Software)", "a") == R"(HKU\S-1-5-21-1\Software\a)");
  CHECK(path(R"(\REGISTRY\MACHINE\SYSTEM\ControlSet001\Services\Kdc)", "Start") ==
        R"(HKLM\System\CurrentControlSet\Services\Kdc\Start)");
  CHECK(path(R"(\REGISTRY\MACHINE\SYSTEM\ControlSet12\x)", "a") ==
        R"(HKLM\SYSTEM\ControlSet12\x\a)");
  CHECK(path(R"(\REGISTRY\MACHINE\SYSTEM\ControlSet0011)", "a") ==
        R"(HKLM\SYSTEM\ControlSet0011\a)");
  CHECK(path(R"(\REGISTRY\MACHINERY\x)", "a") == R"(\REGISTRY\MACHINERY\x\a)");
  CHECK(path(R"(\REGISTRY\MACHINE)", "") == R"(HKLM\(Default))");
  CHECK(path("", "a").empty());
  CHECK(path("-", "a").empty());
}

TEST_CASE("a new value is written as Sysmon does, by its type") {
  CHECK(registry_details({"%%1876", "1089"}) == "DWORD (0x00000441)");
  CHECK(registry_details({"%%1883", "4294967297"}) == "QWORD (0x00000001-0x00000001)");
  CHECK(registry_details({"%%1873", R"(C:\a.exe)"}) == R"(C:\a.exe)");
  CHECK(registry_details({"%%1874", ""}) == "(Empty)");
  CHECK(registry_details({"%%1875", "0102"}) == "Binary Data");
  CHECK(registry_details({"%%1876", "no number"}) == "Binary Data");
  CHECK(registry_details({"-", "-"}).empty());
}

TEST_CASE("rules of values that are set are asked of the Security log, and not of those deleted") {
  const auto rule = [](std::string_view category) {
    return load(
        "title: T\nid: r-1\nlogsource:\n  product: windows\n  category: " + std::string(category) +
        "\ndetection:\n  selection:\n"
        "    TargetObject|endswith: '\\Control\\Lsa\\RunAsPPL'\n"
        "    Details: 'DWORD (0x00000000)'\n    Image|endswith: '\\reg.exe'\n"
        "  other:\n    TargetObject|startswith: 'HKLM\\System\\CurrentControlSet'\n"
        "  condition: 1 of selection* and other\n");
  };
  const auto record = [](std::string_view operation, std::string_view value) {
    return testing::Record{{"ObjectName", R"(\REGISTRY\MACHINE\SYSTEM\ControlSet001\Control\Lsa)"},
                           {"ObjectValueName", "RunAsPPL"},
                           {"OperationType", operation},
                           {"NewValueType", "%%1876"},
                           {"NewValue", value},
                           {"ProcessName", R"(C:\Windows\System32\reg.exe)"}};
  };
  const auto set = rule("registry_set"), deleted = rule("registry_delete");
  CHECK(matched(set, record("%%1904", "0"), "Security", 4657).size() == 1);
  CHECK(matched(set, record("%%1905", "0"), "Security", 4657).size() == 1);
  CHECK(matched(set, record("%%1905", "1"), "Security", 4657).empty());
  CHECK(matched(set, record("%%1906", "0"), "Security", 4657).empty());
  CHECK(matched(set, record("%%1905", "0"), "Security", 4656).empty());
  CHECK(matched(deleted, record("%%1906", "0"), "Security", 4657).size() == 1);
  CHECK(matched(deleted, record("%%1905", "0"), "Security", 4657).empty());
  CHECK(matched(rule("registry_event"), record("%%1906", "0"), "Security", 4657).size() == 1);
}

TEST_CASE("the facts of a value that was set are told in the words of the rule") {
  const auto loaded = load(
      "title: T\nid: r-1\nlogsource:\n  product: windows\n  category: registry_set\ndetection:\n"
      "  selection:\n    TargetObject|contains: '\\Run\\'\n  condition: selection\n");
  RuleMatcher matcher(loaded.rules);
  const Bucket& bucket = *loaded.rules.bucket("Security", 4657);
  const auto add = [&](std::string_view name, std::string_view value) {
    matcher.record().add(loaded.rules.names().find(name), value);
  };
  add("ObjectName", R"(\REGISTRY\USER\S-1-5-21-1\Software\Microsoft\Windows\CurrentVersion\Run)");
  add("ObjectValueName", "Updater");
  add("OperationType", "%%1904");
  REQUIRE(matcher.match(bucket).size() == 1);
  const auto facts = matcher.facts(bucket, 0, 9);
  REQUIRE(facts.size() == 2);
  CHECK(loaded.rules.names().name(facts[0].field) == "TargetObject");
  CHECK(facts[0].value ==
        R"(HKU\S-1-5-21-1\Software\Microsoft\Windows\CurrentVersion\Run\Updater)");
  CHECK(loaded.rules.names().name(facts[1].field) == "EventType");
}

}  // namespace digue::detect::sigma
