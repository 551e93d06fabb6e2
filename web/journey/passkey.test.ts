// Passkeys as a browser makes them: Chromium's own authenticators, of both generations, against the
// real server.
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

let server: Server;
let lead: Person;
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  lead = await Person.at(server, { language: "en" });
  await lead.beginFirst("marie", "Marie Petit");
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

interface Said {
  name: string;
  password: string;
}

// A passkey is tied to a name: by an address of figures there is none.
async function withAuthenticator(protocol: "ctap2" | "u2f"): Promise<Person> {
  const person = await Person.at(server);
  await person.page.goto(server.address.replace("127.0.0.1", "localhost"));
  const devtools = await person.context.newCDPSession(person.page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol, transport: "usb", automaticPresenceSimulation: true },
  });
  return person;
}

// Runs in the page; gives the statuses of what it asked of the server.
async function addsAndSignsIn({ name, password }: Said): Promise<number[]> {
  const statuses: number[] = [];
  const post = async (path: string, body: object) => {
    const answer = await fetch(`/api/v1${path}`, {
      method: "POST",
      headers: { "X-Digue": "1", "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    statuses.push(answer.status);
    return answer.json();
  };
  const text = (bytes: ArrayBuffer) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes)))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
  const bytes = (given: string) =>
    Uint8Array.from(atob(given.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const known = (ids: string[]) =>
    ids.map((id) => ({ type: "public-key" as const, id: bytes(id) }));

  await post("/session", { name, password });
  const begun = await post("/session/passkeys", { password });
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytes(begun.challenge),
      rp: { id: begun.site, name: "Digue" },
      user: { id: bytes(begun.user), name: begun.name, displayName: begun.display_name },
      pubKeyCredParams: begun.algorithms.map((alg: number) => ({ type: "public-key", alg })),
      excludeCredentials: known(begun.known),
      attestation: "none",
      authenticatorSelection: { userVerification: "discouraged", residentKey: "discouraged" },
    },
  })) as PublicKeyCredential;
  const created = made.response as AuthenticatorAttestationResponse;
  await post("/session/passkeys/confirmation", {
    name: "key",
    client_data: text(created.clientDataJSON),
    authenticator_data: text(created.getAuthenticatorData()),
  });
  const asked = (await post("/session", { name, password })).passkey;
  const found = (await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asked.challenge),
      rpId: asked.site,
      allowCredentials: known(asked.credentials),
      userVerification: "discouraged",
    },
  })) as PublicKeyCredential;
  const shown = found.response as AuthenticatorAssertionResponse;
  await post("/session", {
    name,
    password,
    passkey: {
      passkey: found.id,
      client_data: text(shown.clientDataJSON),
      authenticator_data: text(shown.authenticatorData),
      signature: text(shown.signature),
    },
  });
  return statuses;
}

for (const protocol of ["ctap2", "u2f"] as const)
  test(`a passkey of ${protocol} is added, then needed and taken`, async () => {
    const added = await lead.page.request.post("/api/v1/people", {
      headers: { "X-Digue": "1" },
      data: { name: protocol, display_name: protocol, password, role: "responder" },
    });
    expect(added.status()).toBe(201);
    const person = await withAuthenticator(protocol);
    const statuses = await person.page.evaluate(addsAndSignsIn, { name: protocol, password });
    expect(statuses).toEqual([201, 201, 201, 401, 201]);
    expect(person.faults).toEqual([]);
  });
