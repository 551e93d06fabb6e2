// Passkeys: from what the server tells to what the browser is asked for, and back. Bytes travel as
// base64url.
import type { PasskeyAsked, PasskeyBegun } from "./types";

const kept = 10 * 60_000; // milliseconds that the server keeps what it began

export const toBytes = (text: string): Uint8Array<ArrayBuffer> => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};

export const toText = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const named = (id: string) => ({ type: "public-key", id: toBytes(id) }) as const;

// The browser asks its person. Nothing when they gave it up, or when the key refused: it does not say
// which.
async function asked(credential: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await credential) as PublicKeyCredential | null;
  } catch (why) {
    if (why instanceof DOMException) return null;
    throw why;
  }
}

export async function createPasskey(begun: PasskeyBegun) {
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        challenge: toBytes(begun.challenge),
        rp: { id: begun.site, name: "Digue" },
        user: { id: toBytes(begun.user), name: begun.name, displayName: begun.display_name },
        pubKeyCredParams: begun.algorithms.map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: begun.known.map(named),
        authenticatorSelection: { residentKey: "discouraged", userVerification: "discouraged" },
        attestation: "none",
        timeout: kept,
      },
    }),
  );
  if (!made) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    client_data: toText(response.clientDataJSON),
    authenticator_data: toText(response.getAuthenticatorData()),
  };
}

export async function showPasskey({ challenge, site, credentials }: PasskeyAsked) {
  const shown = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: toBytes(challenge),
        rpId: site,
        allowCredentials: credentials.map(named),
        userVerification: "discouraged",
        timeout: kept,
      },
    }),
  );
  if (!shown) return null;
  const response = shown.response as AuthenticatorAssertionResponse;
  return {
    passkey: toText(shown.rawId),
    client_data: toText(response.clientDataJSON),
    authenticator_data: toText(response.authenticatorData),
    signature: toText(response.signature),
  };
}
