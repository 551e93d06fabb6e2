import { Button, DropZone, FileTrigger, type FileDropItem, Text } from "react-aria-components";

import { useWords } from "../../words";
import { UploadLine } from "./UploadLine";
import { useUploads } from "./useUploads";

const kept = 3; // files that came in, still told here; all are in the table

export function Drop() {
  const { evidence: words } = useWords();
  const { uploads, add } = useUploads();
  const shown = [
    ...uploads.filter((upload) => !upload.receipt),
    ...uploads.filter((upload) => upload.receipt).slice(-kept),
  ];
  const take = async (items: readonly { kind: string }[]) => {
    const files = items.filter((item): item is FileDropItem => item.kind === "file");
    add(await Promise.all(files.map((item) => item.getFile())));
  };
  return (
    <div className="stack">
      <DropZone className="drop" onDrop={(event) => void take(event.items)}>
        <Text slot="label">{words.drop}</Text>
        <FileTrigger allowsMultiple onSelect={(files) => add([...(files ?? [])])}>
          <Button className="button strong">{words.choose}</Button>
        </FileTrigger>
      </DropZone>
      <ul role="list" className="stack tight" aria-live="polite">
        {shown.map((upload) => (
          <li key={upload.id}>
            <UploadLine upload={upload} />
          </li>
        ))}
      </ul>
    </div>
  );
}
