import type { Contact } from "../api/types";
import { useWords } from "../words";

export function Phones({ phones }: { phones: Contact["phones"] }) {
  const words = useWords();
  return (
    <ul role="list" className="stack tight">
      {phones.map((phone) => (
        <li key={phone.number} className="row">
          <a
            className="phone"
            href={`tel:${phone.number.replaceAll(" ", "")}`}
            aria-label={words.calls.call(phone.number)}
          >
            {phone.number}
          </a>
          <span className="soft small">{phone.where}</span>
        </li>
      ))}
    </ul>
  );
}
