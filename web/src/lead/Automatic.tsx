// What programs did by themselves, such as scanners of mail: seen, and counted for nothing.

import type { Schemas } from "../api/client";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import css from "./lead.module.css";

export function Automatic({ lines }: { lines: Schemas["AutomaticDocument"][] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{text.lead.automatic}</h2>
      <p className={css.since}>{text.lead.automaticHint}</p>
      <ul>
        {lines.map(({ name, by, times, last_at }) => (
          <li key={`${name} ${by}`}>
            {text.lead.automaticLine(name, by, times)} <Moment at={last_at} />
          </li>
        ))}
      </ul>
    </section>
  );
}
