import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { ofIncident } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useLanguage } from "../../words";
import { send, type Upload } from "./upload";

// The files under way and those sent since the screen was opened; one goes at a time.
export function useUploads() {
  const { id: incident } = useThisIncident();
  const language = useLanguage();
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const line = useRef(Promise.resolve());
  const count = useRef(0);
  const set = (id: number, part: Partial<Upload>) =>
    setUploads((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one)));

  const one = async (id: number, file: File) => {
    try {
      const receipt = await send(incident, file, language, (sent) => set(id, { sent }));
      set(id, { receipt, sent: file.size });
      await queries.invalidateQueries({ queryKey: ofIncident(incident) });
    } catch (why) {
      set(id, { why });
    }
  };
  const add = (files: readonly File[]) => {
    for (const file of files) {
      const id = ++count.current;
      setUploads((now) => [...now, { id, name: file.name, bytes: file.size, sent: 0 }]);
      line.current = line.current.then(() => one(id, file));
    }
  };
  return { uploads, add };
}
