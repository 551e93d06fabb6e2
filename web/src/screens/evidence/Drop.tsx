import { Button, DropZone, FileTrigger, type FileDropItem, Text } from "react-aria-components";

import { useWords } from "../../words";
import { LeftUploads } from "./LeftUploads";
import type { Told } from "./told";
import { UploadLine } from "./UploadLine";
import { useUploads } from "./useUploads";

const kept = 3; // files that count, still told here; all are in the table

export function Drop({ told }: { told: Told }) {
  const { evidence: words } = useWords();
  const work = useUploads(told);
  const { uploads, add } = work;
  const looked = uploads.filter(({ preview, receipt }) => preview && !receipt);
  const shown = [
    ...uploads.filter(({ receipt }) => !receipt),
    ...uploads.filter(({ receipt }) => receipt).slice(-kept),
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
      <LeftUploads here={uploads} />
      {looked.length > 1 && (
        <button
          type="button"
          className="button strong start"
          onClick={() => looked.forEach(work.keep)}
        >
          {words.keepAll(looked.length)}
        </button>
      )}
      <ul role="list" className="stack tight" aria-live="polite">
        {shown.map((upload) => (
          <li key={upload.id}>
            <UploadLine upload={upload} work={work} />
          </li>
        ))}
      </ul>
    </div>
  );
}
