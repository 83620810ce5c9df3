// The promises that ran on a lead, the latest first.

import type { LeadPage } from "../api/queries";
import { text } from "../text";
import { Due } from "../ui/Due";
import { Moment } from "../ui/Moment";
import css from "./lead.module.css";

const LATE = new Set(["broken", "answered_late", "still_open", "never_answered"]);

export function PromiseList({ page }: { page: LeadPage }) {
  const latest = [...page.promises].reverse();
  return (
    <section>
      <h2>{text.lead.promises}</h2>
      {latest.length === 0 && <p className={css.quiet}>{text.lead.noPromises}</p>}
      <ul className={css.promises}>
        {latest.map((promise) => (
          <li key={`${promise.id}-${promise.started_at}`}>
            <details>
              <summary>
                <span>{promise.id.replaceAll("-", " ")}</span>
                <span data-late={LATE.has(promise.outcome) || undefined}>
                  {promise.outcome === "running" ? (
                    <Due due={promise.due} isLate={false} />
                  ) : (
                    <>
                      {LATE.has(promise.outcome) && <span aria-hidden="true">▲ </span>}
                      {text.lead.outcomes[promise.outcome] ?? promise.outcome}
                    </>
                  )}
                </span>
              </summary>
              <p className={css.clause}>{promise.says}</p>
              <p className={css.quiet}>
                {text.lead.since("")}
                <Moment at={promise.started_at} />, {text.time.due("")}
                <Moment at={promise.due} />
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
