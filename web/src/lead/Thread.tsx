// The thread of a lead: marketing left, sales right, the charter's decisions on the seam.

import { useMemo, useState } from "react";
import type { LeadPage } from "../api/queries";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import css from "./lead.module.css";
import { type Entry, thread } from "./thread";

/** So many entries are shown at first. */
const FIRST_ENTRIES = 60;

export function Thread({ page }: { page: LeadPage }) {
  const [showsAll, setAll] = useState(false);
  const entries = useMemo(() => thread(page), [page]);
  const now = Date.parse(page.as_of.now);
  const shown = showsAll ? entries : entries.slice(0, FIRST_ENTRIES);
  return (
    <section className={css.thread}>
      <h2>{text.lead.thread}</h2>
      <div className={css.lanes} aria-hidden="true">
        <span data-side="marketing">{text.sides.marketing}</span>
        <span>{text.places.charter}</span>
        <span data-side="sales">{text.sides.sales}</span>
      </div>
      <ol>
        {shown.map((entry) => (
          <li
            key={entry.id}
            data-lane={entry.lane}
            data-weight={entry.weight}
            data-trouble={entry.isTrouble || undefined}
          >
            <div className={css.entry}>
              <EntryWords entry={entry} />
              <span className={css.at}>
                <Moment at={entry.at} precision={entry.precision} />
                {entry.who && ` · ${entry.who}`}
                {Date.parse(entry.at) > now && ` · ${text.lead.ahead}`}
                {entry.isAssumed && ` · ${text.lead.assumed}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <button type="button" className={css.showAll} onClick={() => setAll(true)}>
          {text.lead.showAll(entries.length)}
        </button>
      )}
      {page.corrections.length > 0 && <Corrections page={page} />}
    </section>
  );
}

function EntryWords({ entry }: { entry: Entry }) {
  if (entry.parts.length > 1) {
    return (
      <details>
        <summary>{entry.says}</summary>
        <ul className={css.parts}>
          {entry.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </details>
    );
  }
  if (entry.clause === undefined) return <span className={css.says}>{entry.says}</span>;
  return (
    <details>
      <summary>
        {entry.isTrouble && <span aria-hidden="true">▲ </span>}
        {entry.says}
      </summary>
      <p className={css.clause}>{entry.clause}</p>
    </details>
  );
}

function Corrections({ page }: { page: LeadPage }) {
  const words: Record<string, string> = text.lead.correction;
  return (
    <details className={css.corrections}>
      <summary>
        {text.lead.corrections} ({page.corrections.length})
      </summary>
      <ul>
        {page.corrections.map((correction) => (
          <li
            key={`${correction.recorded_at}-${correction.decision.what}-${correction.decision.target}`}
          >
            {correction.decision.says}: {words[correction.change] ?? correction.change},{" "}
            <Moment at={correction.recorded_at} />
          </li>
        ))}
      </ul>
    </details>
  );
}
