// An identity provider (OpenID Connect): a page with one button, and tokens that it signs.
import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const enter = "Enter";

export class Provider {
  groups = ["leads"];
  private readonly folder = mkdtempSync(join(tmpdir(), "digue-provider-"));
  private readonly key = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly server = createServer((asked, answer) => this.answer(asked, answer));
  private nonce = "";
  private issuer = "";

  static async started(): Promise<Provider> {
    const provider = new Provider();
    await once(provider.server.listen(0, "127.0.0.1"), "listening");
    const address = provider.server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    provider.issuer = `http://127.0.0.1:${port}`;
    return provider;
  }

  // For `digue serve`.
  get options() {
    const file = join(this.folder, "oidc.yaml");
    writeFileSync(
      file,
      `name: Annuaire\nissuer: ${this.issuer}\nclient: digue\nroles: [{group: leads, role: lead}]\n`,
    );
    return ["--oidc", file];
  }

  private answer(asked: IncomingMessage, answer: ServerResponse) {
    const url = new URL(asked.url ?? "/", this.issuer);
    asked.resume(); // a code is as good as another here
    if (url.pathname === "/sign-in") {
      this.nonce = url.searchParams.get("nonce") ?? "";
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      back.searchParams.set("code", "c");
      answer.setHeader("Content-Type", "text/html");
      answer.end(
        `<!doctype html><title>P</title><a href="${back.href.replace(/&/g, "&amp;")}">${enter}</a>`,
      );
      return;
    }
    answer.setHeader("Content-Type", "application/json");
    answer.end(JSON.stringify(this.page(url.pathname)));
  }

  private page(path: string) {
    if (path === "/token")
      return { token_type: "Bearer", access_token: "x", id_token: this.token() };
    if (path === "/keys")
      return { keys: [{ ...this.key.publicKey.export({ format: "jwk" }), kid: "k" }] };
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/sign-in`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
    };
  }

  private token() {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: "digue",
      sub: "1",
      exp: now + 300,
      iat: now,
      nonce: this.nonce,
      preferred_username: "ines",
      name: "Inès Roux",
      groups: this.groups,
    };
    const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${text({ alg: "RS256", kid: "k" })}.${text(claims)}`;
    const signature = sign("sha256", Buffer.from(signed), this.key.privateKey);
    return `${signed}.${signature.toString("base64url")}`;
  }

  end() {
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
