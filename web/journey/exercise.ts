// The made-up takeover of a hospital's mailbox, analysed, as script/demo leaves it: an incident that
// the server finds in its folder.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Server } from "./server";

// Runs the program; what it wrote. An analysis that left a file unread (3) has done its work.
export function digue(server: Server, words: string[], input = ""): string {
  const program = process.env["DIGUE_PROGRAM"];
  if (!program) throw new Error("DIGUE_PROGRAM does not say where the program is");
  const env = { ...process.env, DIGUE_STATE: join(server.folder, "state") };
  try {
    return execFileSync(program, words, { env, input, maxBuffer: 1 << 26 }).toString();
  } catch (error) {
    const ended = error as { status?: number; stdout?: Buffer };
    if (ended.status !== 3) throw error;
    return ended.stdout?.toString() ?? "";
  }
}

// A new incident, put into the folder of the server by `fill`; its id.
export function placed(server: Server, fill: (file: string, folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "digue-placed-"));
  const file = join(folder, "placed.digue");
  const opening = ["--incident", file, "--zone", "Europe/Paris", "--author", "Alix Morel"];
  digue(server, ["incident", "new", "Démonstration", ...opening]);
  fill(file, folder);
  const shown = digue(server, ["incident", "show", "--incident", file, "--json"]);
  const { id } = JSON.parse(shown.split("\n")[0] ?? "") as { id: string };
  const incidents = join(server.folder, "incidents");
  mkdirSync(incidents, { recursive: true });
  renameSync(file, join(incidents, `${id}.digue`));
  rmSync(folder, { recursive: true, force: true });
  return id;
}

export const analysedExercise = (server: Server): string =>
  placed(server, (file, folder) => {
    const made = join(folder, "exercise");
    digue(server, ["exercise", "make", "mailbox-takeover", "--seed", "1", "--out", made]);
    const settings = ["--org", join(made, "organisation.yaml"), "--brief", "--incident", file];
    digue(server, ["analyze", join(made, "evidence"), ...settings]);
  });
