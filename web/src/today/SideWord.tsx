// How one side kept its word: a share, a bar, and each of its promises, with the leads behind it.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { behindPromise, type Promises } from "../api/queries";
import { Behind } from "../leads/Behind";
import { count, share, text } from "../text";
import { sideWord } from "../ui/Stage";
import css from "./today.module.css";

interface Props {
  side: Promises["sides"][number];
  promises: Promises["promises"];
}

const HEIGHT = 8;

export function SideWord({ side, promises }: Props) {
  const [opened, setOpened] = useState<string>();
  const most = promises.filter((it) => it.kept + it.broken + it.running > 0);
  return (
    <section className={css.side} data-side={side.side} aria-label={sideWord(side.side)}>
      <header>
        <h2>{sideWord(side.side)}</h2>
        <p className={css.big}>{side.share_kept == null ? "–" : share(side.share_kept)}</p>
        <p className={css.quiet}>
          {side.share_kept == null
            ? text.today.noneGiven
            : text.today.keptOf(side.kept, side.kept + side.broken)}
          {side.running > 0 && `, ${count(side.running)} ${text.today.running}`}
        </p>
      </header>
      <ul>
        {most.map((promise) => (
          <li key={promise.id}>
            <span className={css.promise} title={promise.says ?? undefined}>
              {promise.id.replaceAll("-", " ")}
            </span>
            <KeptBar part={promise.share_kept ?? null} />
            <span className={css.share}>
              {promise.share_kept == null ? "–" : share(promise.share_kept)}
            </span>
            <button
              type="button"
              className={css.late}
              data-late={promise.still_open > 0 || undefined}
              disabled={promise.still_open === 0}
              aria-pressed={opened === promise.id}
              onClick={() => setOpened(opened === promise.id ? undefined : promise.id)}
            >
              {promise.still_open > 0 && <span aria-hidden="true">▲ </span>}
              {count(promise.still_open)} {text.today.stillOpen}
            </button>
          </li>
        ))}
      </ul>
      {opened && <Opened promise={opened} close={() => setOpened(undefined)} />}
    </section>
  );
}

function KeptBar({ part }: { part: number | null }) {
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={HEIGHT}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <rect className={css.ground} width="100" height={HEIGHT} />
      {part !== null && <rect className={css.kept} width={part * 100} height={HEIGHT} />}
    </svg>
  );
}

function Opened({ promise, close }: { promise: string; close: () => void }) {
  const found = useQuery({
    ...behindPromise(promise, "still_open"),
    placeholderData: keepPreviousData,
  });
  return <Behind title={promise.replaceAll("-", " ")} found={found} close={close} />;
}
