import { useWords } from "../words";

export function Loading() {
  const words = useWords();
  return (
    <p className="soft" role="status">
      {words.loading}
    </p>
  );
}
