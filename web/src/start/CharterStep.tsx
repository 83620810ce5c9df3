// Ready charters, each read over the last quarter of one's own data; one of them is tried.

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { charter, charterVersions } from "../api/queries";
import { type Ready, ready, rehearsal, startTrial } from "../api/start";
import { count, text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote, problemInWords } from "../ui/Problem";
import { RehearsalView } from "./RehearsalView";
import css from "./start.module.css";

const words = text.start.charter;
/** So many days are counted. */
export const DAYS = 90;

export function CharterStep({ goOn }: { goOn: () => void }) {
  const client = useQueryClient();
  const found = useQuery(ready);
  const adopted = useQuery(charterVersions).data?.versions ?? [];
  const terms = useQuery({ ...charter, enabled: adopted.length > 0 });
  const [chosen, setChosen] = useState<string>();
  const starting = useMutation({
    mutationFn: startTrial,
    onSuccess: () => {
      // Everything is decided anew.
      void client.invalidateQueries();
      goOn();
    },
  });
  if (adopted.length > 0 && terms.data) {
    return (
      <div className={css.block}>
        <p>{words.runs(terms.data.name)}</p>
        <div className={css.go}>
          <Button onClick={goOn}>{words.goOn}</Button>
          <Link to="/charter">{words.read}</Link>
        </div>
      </div>
    );
  }
  if (found.isPending) return <Waiting lines={8} />;
  if (!found.data) {
    return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  }
  const all = found.data.charters;
  const one = all.find(({ id }) => id === chosen) ?? all[0];
  return (
    <>
      <fieldset className={css.choices}>
        <legend className={css.hidden}>{words.choose}</legend>
        {all.map((it) => (
          <Choice key={it.id} of={it} isChosen={it === one} choose={() => setChosen(it.id)} />
        ))}
      </fieldset>
      {one && (
        <>
          <RehearsalView text={one.text} days={DAYS} />
          {starting.isError && (
            <p role="alert" className={css.trouble}>
              {problemInWords(starting.error)}
            </p>
          )}
          <div className={css.go}>
            <Button loading={starting.isPending} onClick={() => starting.mutate(one.text)}>
              {words.start}
            </Button>
            <span className={css.quiet}>{words.startHint}</span>
          </div>
        </>
      )}
    </>
  );
}

interface ChoiceProps {
  of: Ready;
  isChosen: boolean;
  choose: () => void;
}

function Choice({ of: it, isChosen, choose }: ChoiceProps) {
  const found = useQuery(rehearsal(it.text, DAYS));
  const { data } = found;
  return (
    <label className={css.choice} data-chosen={isChosen || undefined}>
      <input type="radio" name="charter" checked={isChosen} onChange={choose} />
      <b>{words.names[it.id] ?? it.id}</b>
      <span>{it.is_for}</span>
      <span className={css.figure}>
        {data ? count(data.handed_over) : found.isError ? "–" : "…"}
        <span className={css.quiet}>{words.handedOver(DAYS)}</span>
      </span>
      {data && data.won > 0 && (
        <span className={css.quiet}>{words.wins(data.won_handed_over, data.won)}</span>
      )}
      {found.isError && <span className={css.trouble}>{problemInWords(found.error)}</span>}
    </label>
  );
}
