// What needs a person now; each number opens its list.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { waiting } from "../api/queries";
import { count, text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { words as inWords } from "../ui/person";
import css from "./today.module.css";

const words = text.today;

export function Needs() {
  const found = useQuery({ ...waiting, placeholderData: keepPreviousData });
  const { data } = found;
  return (
    <section className={css.block} aria-label={words.needs}>
      <h2>{words.needs}</h2>
      {found.isPending && <Waiting lines={2} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && (
        <ul className={css.needs}>
          <li data-urgency={data.late > 0 ? "late" : undefined}>
            <Link to="/leads" search={{ due: "late" }}>
              <b>{count(data.late)}</b>
              <span>
                {data.late > 0 && <span aria-hidden="true">▲ </span>}
                {words.needsLate}
              </span>
            </Link>
          </li>
          <li data-urgency={data.soon > 0 ? "soon" : undefined}>
            <Link to="/leads" search={{ due: "soon" }}>
              <b>{count(data.soon)}</b>
              <span>
                {data.soon > 0 && <span aria-hidden="true">◆ </span>}
                {words.needsSoon}
              </span>
            </Link>
          </li>
          {data.queues.map((queue) => (
            <li key={queue.queue}>
              <Link to="/leads" search={{ place: "queue", who: queue.queue }}>
                <b>{count(queue.leads)}</b>
                <span>{words.needsQueue(inWords(queue.queue), queue.late)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
