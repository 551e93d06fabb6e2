// A real server on a folder of its own, that can be killed and started again.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

interface Started {
  addresses: string[];
  first_start_code: string;
  interface: boolean;
}

export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), "digue-journey-"));
  code = "";
  private process: ChildProcess | null = null;
  private constructor(
    private readonly port: number,
    private readonly more: readonly string[],
  ) {}

  // `more`: of the command line. `prepare`: what is in the folder of its data before it starts.
  static async started(
    more: readonly string[] = [],
    prepare: (folder: string) => void = () => undefined,
  ): Promise<Server> {
    const server = new Server(await freePort(), more);
    prepare(server.folder);
    await server.start();
    return server;
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    const program = process.env["DIGUE_PROGRAM"];
    if (!program) throw new Error("DIGUE_PROGRAM does not say where the program is");
    const listen = ["--listen", `127.0.0.1:${this.port}`];
    const words = ["serve", "--data", this.folder, ...listen, "--json", ...this.more];
    const environment = { ...process.env, DIGUE_STATE: join(this.folder, "state") };
    this.process = spawn(program, words, {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = this.process.stdout;
    if (!output) throw new Error("the server says nothing");
    for await (const line of createInterface({ input: output })) {
      const started = JSON.parse(line) as Started;
      if (!started.interface) throw new Error("the program holds no interface: script/build dev");
      this.code = started.first_start_code || this.code;
      return;
    }
    throw new Error("the server did not start");
  }

  // As a power cut would: it is told nothing.
  async kill() {
    if (!this.process) return;
    const ended = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await ended;
    this.process = null;
  }

  async end() {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => settle(port));
    });
  });
}
