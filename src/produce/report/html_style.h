// The style sheet of the HTML report.
#pragma once

namespace digue::produce::report {

inline constexpr const char* html_style = R"(
:root { --ink: #17212b; --quiet: #55606c; --rule: #d5dbe1; --wash: #f4f6f8; --accent: #1c4a66;
  --grave: #84201c; --attention: #7a5200; --calm: #22593c; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 54rem; color: var(--ink);
  background: #fff; font: 1rem/1.5 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans",
  "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
header { margin-bottom: 2rem; }
.overline { margin: 0 0 .35rem; color: var(--accent); font-weight: 600; letter-spacing: .02em; }
h1 { margin: 0 0 .5rem; font-size: 2.1rem; line-height: 1.15; font-weight: 700;
  letter-spacing: -.012em; text-wrap: balance; }
.byline { margin: 0; max-width: none; color: var(--quiet); }
h2 { margin: 3.5rem 0 1rem; padding-top: .7rem; border-top: 3px solid var(--accent);
  font-size: 1.45rem; line-height: 1.2; }
h3 { margin: 2.2rem 0 .6rem; font-size: 1.1rem; line-height: 1.35; }
p { margin: 0 0 .9rem; max-width: 46rem; }
.note { color: var(--quiet); font-size: .92rem; }
.time { color: var(--quiet); white-space: nowrap; }
.quiet { color: var(--quiet); font-weight: 400; }
.name { font-family: "DejaVu Sans Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace;
  font-size: .86em; overflow-wrap: anywhere; hyphens: none; }
.badge { display: inline-block; padding: 0 .5em; border: 1.5px solid var(--quiet);
  border-radius: .7em; font-size: .8rem; line-height: 1.45; font-weight: 600; white-space: nowrap; }
.calm { border-color: var(--calm); color: var(--calm); }
.attention { border-color: var(--attention); color: var(--attention); border-style: dashed; }
.grave { border-color: var(--grave); background: var(--grave); color: #fff; }
.panels { display: grid; grid-template-columns: 1fr 1fr; gap: 1.4rem 2rem; }
.panel { border-top: 1px solid var(--ink); padding-top: .5rem; }
.panel.wide { grid-column: 1 / -1; }
.panel h2 { margin: 0 0 .5rem; padding: 0; border: 0; font-size: 1rem; font-weight: 700;
  color: var(--accent); }
.panel p { margin: 0 0 .45rem; max-width: none; }
.panel.verdict p:first-of-type { font-size: 1.3rem; line-height: 1.3; margin-bottom: .7rem; }
.panel ul, .panel ol { margin: 0; padding-left: 1.25rem; }
.panel ul { list-style: none; padding-left: 0; }
.panel ul li { padding-left: 1.1rem; text-indent: -1.1rem; }
.panel ul li::before { content: "–"; display: inline-block; width: 1.1rem; text-indent: 0;
  color: var(--quiet); }
.panel ol li::marker { font-weight: 700; color: var(--accent); }
.panel li { margin-bottom: .3rem; }
dl { margin: 0 0 1.2rem; }
dl > div { display: table; table-layout: fixed; width: 100%; margin-bottom: .3rem; }
dt { display: table-cell; width: 8.6rem; padding-right: 1rem; color: var(--quiet); }
dd { display: table-cell; margin: 0; }
dd > div + div { margin-top: .2rem; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1.2rem; table-layout: fixed;
  font-size: .93rem; line-height: 1.42; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
th, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--rule); text-align: left;
  vertical-align: top; font-weight: 400; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; }
th:last-child, td:last-child { padding-right: 0; }

figure { margin: 0 0 1.5rem; }
figure svg { display: block; width: 100%; height: auto; }
figure.code { display: flex; gap: 1.2rem; align-items: center; }
figure.code svg { width: 9.5rem; flex: none; }
figcaption { color: var(--quiet); font-size: .92rem; max-width: 24rem; }
svg text { font: 11px "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
  fill: #55606c; }
.lane { stroke: #d5dbe1; stroke-width: 1; }
.tick { stroke: #d5dbe1; stroke-width: 1; stroke-dasharray: 2 3; }
.act { fill: #fff; stroke: #84201c; stroke-width: 1.5; }
.act.filled { fill: #84201c; }
.ours { fill: #fff; stroke: #1c4a66; stroke-width: 2; }
footer { margin-top: 3.5rem; padding-top: .7rem; border-top: 1px solid var(--rule);
  color: var(--quiet); font-size: .88rem; }
@media (max-width: 40rem) { .panels, dl { margin: 0 0 1.2rem; }
  table { font-size: .88rem; } figure.code { flex-direction: column; align-items: flex-start; } }
@media print {
  @page { size: A4; margin: 16mm 16mm 18mm; }
  html { font-size: 9.2pt; }
  header { margin-bottom: 1.2rem; }
  .panels { gap: .9rem 2rem; }
  body { padding: 0; max-width: none; }
  h2.page { break-before: page; margin-top: 0; }
  h2, h3, thead { break-after: avoid; }
  tr, .panel, figure, dd > div { break-inside: avoid; }
  thead { display: table-header-group; }
  .badge, .act, .ours { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

}  // namespace digue::produce::report
