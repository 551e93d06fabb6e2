// Sends one file as it is. XMLHttpRequest, not fetch: it alone says how much has gone.
import { Problem, problemOf } from "../../api/client";
import type { PieceReceipt } from "../../api/types";

export interface Upload {
  id: number;
  name: string;
  bytes: number;
  sent: number;
  receipt?: PieceReceipt;
  why?: unknown;
}

export function send(
  incident: string,
  file: File,
  language: string,
  onProgress: (sent: number) => void,
): Promise<PieceReceipt> {
  return new Promise((settle, refuse) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/incidents/${encodeURIComponent(incident)}/evidence`);
    request.setRequestHeader("X-Digue", "1");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Digue-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Accept-Language", language);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => refuse(new Problem(0, "", ""));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 201) settle(body as PieceReceipt);
      else refuse(problemOf(request.status, body));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
