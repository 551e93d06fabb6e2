// A file on its way: sent in pieces, resumed where a cut line left it, looked at, then it counts.
import { answered, api, guard } from "../../api/client";
import { Sha256 } from "../../api/sha256";
import type { PieceReceipt, Preview, UploadStand } from "../../api/types";

import { bodyOf, type Told } from "./told";

const pieceBytes = 4 << 20;

export interface Upload {
  id: number;
  name: string;
  file: File;
  bytes: number;
  sent: number;
  sha256?: string;
  stand?: UploadStand; // what the server holds of it
  preview?: Preview; // all of it came; it does not count yet
  receipt?: PieceReceipt;
  why?: unknown;
}

const ofUpload = (incident: string, upload: string) => ({
  path: { incident, upload },
  header: guard,
});

// One that was begun under that name goes on; else a new one.
async function standOf(incident: string, file: File): Promise<UploadStand> {
  const { items } = await answered(
    api.GET("/incidents/{incident}/uploads", {
      params: { path: { incident }, query: { page: 1, per_page: 500 } },
    }),
  );
  const begun = items.find(({ name, offset }) => name === file.name && offset <= file.size);
  if (begun) return begun;
  return answered(
    api.POST("/incidents/{incident}/uploads", {
      params: { path: { incident }, header: guard },
      body: { name: file.name },
    }),
  );
}

// Hashes the whole file as it goes, also what the server has already: when it differs, it is told at
// the end and nothing counts.
export async function sendAll(
  incident: string,
  file: File,
  tell: (part: Partial<Upload>) => void,
): Promise<void> {
  let stand = await standOf(incident, file);
  tell({ stand, sent: stand.offset });
  const hash = new Sha256();
  for (let from = 0; from < file.size; from += pieceBytes) {
    const piece = file.slice(from, from + pieceBytes);
    const bytes = new Uint8Array(await piece.arrayBuffer());
    hash.add(bytes);
    const gone = stand.offset - from;
    if (gone >= bytes.length) continue;
    stand = await sendPiece(incident, stand, bytes.subarray(Math.max(0, gone)));
    tell({ stand, sent: stand.offset });
  }
  tell({ sha256: hash.hex() });
}

const sendPiece = (incident: string, { upload, offset }: UploadStand, bytes: Uint8Array) =>
  answered(
    api.POST("/incidents/{incident}/uploads/{upload}", {
      params: { ...ofUpload(incident, upload), query: { offset } },
      headers: { "Content-Type": "application/octet-stream" },
      body: bytes as never,
      bodySerializer: (body: unknown) => body as BodyInit,
    }),
  );

export const look = (incident: string, upload: string, lang: "fr" | "en", told: Told) =>
  answered(
    api.POST("/incidents/{incident}/uploads/{upload}/preview", {
      params: { ...ofUpload(incident, upload), query: { lang } },
      body: bodyOf(told),
    }),
  );

export const keep = (incident: string, upload: string, sha256: string) =>
  answered(
    api.POST("/incidents/{incident}/uploads/{upload}/end", {
      params: ofUpload(incident, upload),
      body: { sha256 },
    }),
  );

export const drop = (incident: string, upload: string) =>
  answered(
    api.DELETE("/incidents/{incident}/uploads/{upload}", { params: ofUpload(incident, upload) }),
  );
