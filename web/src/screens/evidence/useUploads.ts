import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { ofIncident } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useLanguage } from "../../words";
import type { Told } from "./told";
import { drop, keep, look, sendAll, type Upload } from "./upload";

// The files under way and those that came since the screen was opened; one goes at a time.
export function useUploads(told: Told) {
  const { id: incident } = useThisIncident();
  const language = useLanguage();
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const line = useRef(Promise.resolve());
  const count = useRef(0);
  const set = (id: number, part: Partial<Upload>) =>
    setUploads((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const gone = (id: number) => setUploads((now) => now.filter((one) => one.id !== id));
  const readAgain = () => queries.invalidateQueries({ queryKey: ofIncident(incident) });

  // What is told when the turn of a file comes, not when it was dropped.
  const saying = useRef(told);
  useEffect(() => {
    saying.current = told;
  }, [told]);

  // After all that was asked before; what goes wrong is told on the file itself.
  const inTurn = (id: number, doing: () => Promise<unknown>) => {
    line.current = line.current.then(doing).then(
      () => undefined,
      (why: unknown) => set(id, { why }),
    );
  };
  const send = ({ id, file }: Pick<Upload, "id" | "file">) =>
    inTurn(id, async () => {
      let upload = "";
      await sendAll(incident, file, (part) => {
        upload = part.stand?.upload ?? upload;
        set(id, part);
      });
      set(id, { preview: await look(incident, upload, language, saying.current) });
      await readAgain();
    });

  return {
    uploads,
    told,
    add: (files: readonly File[]) => {
      for (const file of files) {
        const id = ++count.current;
        setUploads((now) => [...now, { id, file, name: file.name, bytes: file.size, sent: 0 }]);
        send({ id, file });
      }
    },
    again: (upload: Upload) => {
      set(upload.id, { why: undefined });
      send(upload);
    },
    keep: ({ id, stand, sha256 }: Upload) =>
      inTurn(id, async () => {
        set(id, { receipt: await keep(incident, stand?.upload ?? "", sha256 ?? "") });
        await readAgain();
      }),
    lookAgain: ({ id, stand }: Upload) =>
      look(incident, stand?.upload ?? "", language, told).then((preview) => set(id, { preview })),
    giveUp: ({ id, stand }: Upload) =>
      inTurn(id, async () => {
        if (stand) await drop(incident, stand.upload);
        gone(id);
        await readAgain();
      }),
  };
}

export type Uploads = ReturnType<typeof useUploads>;
