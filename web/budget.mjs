// The weight of what was built: the first load, and the whole. Fails above the budget.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = new URL("../build/web/", import.meta.url).pathname;
const firstLoad = 180_000; // bytes, gzipped: page, scripts, styles, and the Latin letters
const whole = 1_000_000; // bytes on disk

const page = readFileSync(join(folder, "index.html"), "utf8");
const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1]);
const letters = readdirSync(join(folder, "assets")).filter((name) =>
  /latin-wght.*woff2$/.test(name),
);
const first = ["index.html", ...named, ...letters.map((name) => `assets/${name}`)];
const weights = first.map(
  (name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
);
const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const weighed = [
  ["first load, gzipped", sum(weights), firstLoad],
  ["whole interface", sum(files.filter((file) => file.isFile()).map((file) => file.size)), whole],
];
for (const [what, bytes, most] of weighed) {
  console.log(`== ${what}: ${(bytes / 1000).toFixed(0)} kB of at most ${most / 1000} kB`);
  if (bytes > most) process.exitCode = 1;
}
