// Clauses that differ: what was, and what is proposed.

import { text } from "../text";
import css from "./proposals.module.css";

export interface Change {
  clause: string;
  chapter: string;
  was?: string | null | undefined;
  is?: string | null | undefined;
}

export function ChangeList({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return <p className={css.quiet}>{text.proposals.noChanges}</p>;
  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.chapter} ${change.clause}`}>
          <p className={css.chapter}>{change.chapter}</p>
          {change.was && <p className={css.was}>{change.was}</p>}
          {change.is && <p className={css.is}>{change.is}</p>}
        </li>
      ))}
    </ul>
  );
}
