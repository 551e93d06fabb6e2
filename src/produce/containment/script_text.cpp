#include "produce/containment/script_text.h"

#include "base/text.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {
namespace {

// The parts of every script.  Sentences go in as literals, through the same wall as names.

constexpr Template encoding_guard{"if ('é'.Length -ne 1) { throw {0} }"};

// The preference is set globally: functions of a module, such as Exchange's, do not see the
// script's own, and an error that does not stop would be logged as done.
constexpr Template begin_run{R"($PreferenceBefore = $global:ErrorActionPreference
$global:ErrorActionPreference = 'Stop'
$Failed = 0
$Saved = Join-Path $Folder ({0} + '-' + (Get-Date).ToUniversalTime().ToString('yyyyMMddTHHmmssZ'))
New-Item -ItemType Directory -Force -Path $Saved | Out-Null
Start-Transcript -LiteralPath (Join-Path $Saved 'transcript.txt') | Out-Null
if ($Apply) { Write-Host {1} } else { Write-Host {2} }
Write-Host ({3} -f $Saved))"};

constexpr Template tools{R"(function Save-State([string]$Name, [scriptblock]$Read) {
  $State = @(& $Read)
  $State | Export-Clixml -Depth 5 -LiteralPath (Join-Path $Saved ($Name + '.clixml'))
  ConvertTo-Json -InputObject $State -Depth 5 | Out-File -Encoding utf8 -LiteralPath (Join-Path $Saved ($Name + '.json'))
  Write-Host ({0} -f $Name, $State.Count)
}

function Write-ToLog([int]$Number, [string]$What, [string]$State) {
  Write-Host ('   [' + $State + ']')
  $Line = [ordered]@{}
  $Line[{1}] = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
  $Line[{2}] = $Number
  $Line[{3}] = $What
  $Line[{4}] = $State
  [pscustomobject]$Line | Export-Csv -NoTypeInformation -Append -Encoding utf8 -LiteralPath (Join-Path $Saved {5})
})"};

// What an object is called, with control characters taken out: the intruder may have named it.
constexpr Template label_tool{R"(function Get-Label($Item) {
  foreach ($Property in 'Name', 'DisplayName', 'UserPrincipalName', 'User', 'Identity', 'Id') {
    $Value = [string]$Item.$Property
    if ($Value) { return ($Value -replace '\p{C}', '?') }
  }
  return ([string]$Item -replace '\p{C}', '?')
})"};

constexpr Template action_tool{
    R"(function Invoke-Action([int]$Number, [string]$What, [scriptblock]$Find, [scriptblock]$Change) {
  Write-Host ([string]$Number + '. ' + $What)
  try {
    $Found = @(& $Find)
    if ($Found.Count -eq 0) { Write-ToLog $Number $What {0}; return }
    foreach ($Item in $Found) {
      Write-Host ('   > ' + (Get-Label $Item))
      if ($Apply) { $Item | ForEach-Object -Process $Change } else { Write-Host ({1} -f ([string]$Change).Trim()) }
    }
    if ($Apply) { Write-ToLog $Number $What {2} } else { Write-ToLog $Number $What {3} }
  } catch {
    $script:Failed++
    Write-ToLog $Number $What ({4} -f $_.Exception.Message)
  }
}

function Show-Task([int]$Number, [string]$What) {
  Write-Host ([string]$Number + '. ' + $What)
  Write-ToLog $Number $What {5}
})"};

constexpr Template end_run{R"(} finally {
  $global:ErrorActionPreference = $PreferenceBefore
  Stop-Transcript | Out-Null
  Get-ChildItem -LiteralPath $Saved -File | Get-FileHash -Algorithm SHA256 | Select-Object -Property @('Hash', 'Path') | Export-Csv -NoTypeInformation -Encoding utf8 -LiteralPath (Join-Path $Saved 'sha256.csv')
}
if ($Failed -gt 0) { Write-Warning ({0} -f $Failed); exit 1 })"};

constexpr Template connect_exchange{
    "if (-not (Get-ConnectionInformation)) { Connect-ExchangeOnline -ShowBanner:$false }"};
constexpr Template connect_graph{
    "if (-not (Get-MgContext)) { Connect-MgGraph -NoWelcome -Scopes {0} }"};
constexpr Template save_state{"Save-State {0} "};
constexpr Template invoke_action{"Invoke-Action {0} -What {1} -Find "};
constexpr Template show_task{"Show-Task {0} -What {1}"};

constexpr std::string_view plain_parameters = R"([CmdletBinding()]
param(
  [switch]$Apply,
  [string]$Folder = (Join-Path (Get-Location).Path 'digue')
))";
constexpr Template from_parameters{R"([CmdletBinding()]
param(
  [switch]$Apply,
  [string]$Folder = (Join-Path (Get-Location).Path 'digue'),
  [string]$From = $(throw {0})
))"};

// Which of the two scripts of a part.
enum class Way : std::uint8_t { forth, back };

class ScriptText {
 public:
  explicit ScriptText(Language language) : language_(language) {}

  // Wrapped at 96 columns; nothing in it can end the comment.
  void comment(std::string_view text);
  void comment(const Message& message) { comment(message.in(language_)); }
  template <const Sentence& sentence, class... Arguments>
  void comment(Arguments&&... arguments) {
    comment(tell<sentence>(std::forward<Arguments>(arguments)...));
  }
  template <const Sentence& sentence>
  void section() {
    blank();
    comment("---- " + std::string(sentence.in(language_)) + " ----");
  }
  void blank() { text_ += '\n'; }
  void line(std::string_view code) { (text_ += code) += '\n'; }
  void line(const std::optional<Code>& code) { line(code.value().text()); }
  // The script as bytes: byte order mark, CRLF.
  std::string bytes() const;

 private:
  Language language_;
  std::string text_;
};

// French sets a space before these.
bool stays_with_the_word_before(std::string_view word) {
  return word == ":" || word == ";" || word == "?" || word == "!" || word.starts_with("»");
}

void ScriptText::comment(std::string_view text) {
  static constexpr std::size_t width = 96;
  const std::string safe = shown(text, std::string_view::npos);
  std::string out = "#";
  std::size_t used = 1;
  for (const std::string_view word : split(safe, ' ')) {
    if (used + 1 + word.size() > width && used > 1 && !stays_with_the_word_before(word)) {
      out += "\n#  ";
      used = 3;
    }
    (out += ' ') += word;
    used += 1 + word.size();
  }
  line(trimmed(out));
}

std::string ScriptText::bytes() const {
  std::string out = "\xEF\xBB\xBF";
  for (const char c : text_) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

// A sentence as a word for a template.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}
  std::string operator()(const Sentence& sentence) const {
    return std::string(sentence.in(language_));
  }
  const std::string& operator()(const Message& message) const { return message.in(language_); }

 private:
  Language language_;
};

}  // namespace

static std::string file_of(const Part& part, Way way) {
  return std::string(measure_file(part.measure)) + (way == Way::forth ? ".ps1" : "-reverse.ps1");
}

static bool can_be_undone(const Part& part) {
  for (const Action& action : part.actions)
    if (action.undo) return true;
  return false;
}

static void write_header(ScriptText& text, const Part& part, const Request& request, Way way) {
  const std::string code(measure_code(part.measure));
  const std::string file = file_of(part, way);
  for (const std::string& module : part.modules) text.line("#Requires -Modules " + module);
  text.line("#Requires -Version 5.1");
  if (way == Way::forth)
    text.comment<sentences::header_title>(code, part.title);
  else
    text.comment<sentences::header_reverse>(code, part.title);
  text.comment<sentences::header_incident>(shown(request.incident));
  text.comment<sentences::header_author>(shown(request.author));
  text.comment<sentences::header_written>(rfc3339(request.written),
                                          request.zone.show(request.written), request.zone.name());
  if (way == Way::forth) {
    text.comment<sentences::header_impact>(part.impact);
    text.comment<sentences::header_undo>(part.no_undo ? *part.no_undo
                                                      : as_message(file_of(part, Way::back)));
  }
  text.comment("");
  text.comment<sentences::header_never_run>();
  const std::string from = way == Way::back && part.undo_reads_saved ? " -From DIR" : "";
  text.comment("  .\\" + file + from);
  text.comment<sentences::header_dry>();
  text.comment("  .\\" + file + from + " -Apply");
  text.comment<sentences::header_apply>();
}

static void write_parameters(ScriptText& text, const Part& part, const Words& words, Way way) {
  text.blank();
  if (way == Way::back && part.undo_reads_saved)
    text.line(
        write<from_parameters>(words(tell<sentences::parameter_from>(file_of(part, Way::forth)))));
  else
    text.line(plain_parameters);
}

static void write_tools(ScriptText& text, const Part& part, const Words& words, Way way) {
  namespace s = sentences;
  text.section<s::section_tools>();
  text.line(write<encoding_guard>(words(s::bad_encoding)));
  const std::string run =
      std::string(measure_code(part.measure)) + (way == Way::back ? "-reverse" : "");
  text.line(write<begin_run>(run, words(s::print_mode_apply), words(s::print_mode_dry),
                             words(tell<s::print_folder>("{0}"))));
  text.blank();
  text.line(write<tools>(words(tell<s::print_saved>("{0}", "{1}")), words(s::column_time),
                         words(s::column_number), words(s::column_what), words(s::column_state),
                         words(s::file_to_log)));
  text.blank();
  text.line(write<label_tool>());
  text.blank();
  text.line(write<action_tool>(words(s::state_not_found), words(tell<s::print_would>("{0}")),
                               words(s::state_done), words(s::state_dry),
                               words(tell<s::state_failed>("{0}")), words(s::state_by_hand)));
  for (const Code& helper : part.helpers) {
    text.blank();
    text.line(helper.text());
  }
}

static void write_connect(ScriptText& text, const Part& part) {
  text.blank();
  text.line("try {");
  text.section<sentences::section_connect>();
  for (const std::string& module : part.modules)
    if (module == exchange_module) text.line(write<connect_exchange>());
  if (!part.graph_scopes.empty()) text.line(write<connect_graph>(part.graph_scopes));
}

static void write_savings(ScriptText& text, const Part& part) {
  text.section<sentences::section_preserve>();
  for (const Saving& saving : part.savings)
    text.line(write<save_state>(saving.name)->text() + "{ " + saving.read.text() + " }");
}

static void write_action(ScriptText& text, const Words& words, int number, const Message& what,
                         const std::optional<Command>& command) {
  text.blank();
  text.comment(std::to_string(number) + ". " + words(what));
  if (!command) {
    text.line(write<show_task>(number, words(what)));
    return;
  }
  text.line(write<invoke_action>(number, words(what))->text() + "{");
  text.line("  " + command->find.text());
  text.line("} -Change {");
  text.line("  " + command->change.text());
  text.line("}");
}

static void write_actions(ScriptText& text, const Part& part, const Words& words, Way way) {
  int number = 0;
  if (way == Way::forth) {
    text.section<sentences::section_actions>();
    for (const Action& action : part.actions)
      write_action(text, words, ++number, action.what, action.command);
    return;
  }
  text.section<sentences::section_undo>();
  for (auto action = part.actions.rbegin(); action != part.actions.rend(); ++action)
    write_action(text, words, ++number, action->undo_what, action->undo);
}

static std::string text_of(const Part& part, const Request& request, Way way) {
  ScriptText text(request.language);
  const Words words(request.language);
  write_header(text, part, request, way);
  write_parameters(text, part, words, way);
  write_tools(text, part, words, way);
  write_connect(text, part);
  write_savings(text, part);
  write_actions(text, part, words, way);
  text.line(write<end_run>(words(tell<sentences::print_failed>("{0}"))));
  return text.bytes();
}

Script script_of(const Part& part, const Request& request) {
  Script script{part.measure, part.title, {}, {}, {}, {}, 0, {}};
  script.file = file_of(part, Way::forth);
  script.text = text_of(part, request, Way::forth);
  if (can_be_undone(part)) {
    script.reverse_file = file_of(part, Way::back);
    script.reverse_text = text_of(part, request, Way::back);
  }
  for (const Action& action : part.actions) {
    if (action.command)
      ++script.actions;
    else
      script.by_hand.push_back(action.what);
  }
  return script;
}

}  // namespace digue::produce::containment
