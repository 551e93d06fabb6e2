import { ZoneSelect } from "../../parts/ZoneSelect";
import { useWords } from "../../words";

interface Props {
  zone: string;
  say: (zone: string) => void;
}

// The zones where French administrations stand come first; the others follow by name.
const near = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "America/Miquelon",
  "UTC",
];

export function ZoneField({ zone, say }: Props) {
  const { open: words } = useWords();
  return (
    <ZoneSelect
      label={words.zone}
      hint={words.zoneHint}
      zone={zone}
      first={[zone, ...near]}
      say={say}
    />
  );
}
