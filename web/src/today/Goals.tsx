// What both sides aim at: what there is of each goal, beside how much of its time is over.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { OpportunityTable } from "../accounts/OpportunityTable";
import { type Goal, goalLeads, goalOpportunities, goals } from "../api/goals";
import { Behind } from "../leads/Behind";
import { count, share, text } from "../text";
import { Moment } from "../ui/Moment";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { sideWord } from "../ui/Stage";
import { amountOf, goalName, stateOf } from "./goal";
import css from "./today.module.css";

const words = text.today.goals;
const HEIGHT = 12;
/** How wide the mark of the time is, of 100. */
const MARK = 0.6;

export function Goals() {
  const found = useQuery({ ...goals, placeholderData: keepPreviousData });
  const [opened, setOpened] = useState<string>();
  const { data } = found;
  if (data && data.goals.length === 0) return null;
  const one = data?.goals.find(({ id }) => id === opened);
  return (
    <section className={css.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      {found.isPending && <Waiting lines={3} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && (
        <ul className={css.goals}>
          {data.goals.map((goal) => (
            <Line
              key={goal.id}
              goal={goal}
              currency={data.currency}
              isOpened={goal.id === opened}
              open={() => setOpened(goal.id === opened ? undefined : goal.id)}
            />
          ))}
        </ul>
      )}
      {one && <Opened goal={one} close={() => setOpened(undefined)} />}
    </section>
  );
}

interface LineProps {
  goal: Goal;
  currency: string;
  isOpened: boolean;
  open: () => void;
}

function Line({ goal, currency, isOpened, open }: LineProps) {
  const state = stateOf(goal);
  const sides = goal.sides.map((side) => sideWord(side)).join(", ");
  return (
    <li>
      <span className={css.goalName} title={goal.says ?? undefined}>
        {goalName(goal.id)} <span className={css.quiet}>{sides}</span>
      </span>
      <svg
        aria-hidden="true"
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <rect className={css.ground} y="2" width="100" height={HEIGHT - 4} />
        <rect
          className={css.kept}
          y="2"
          width={Math.min(1, goal.attained ?? 0) * 100}
          height={HEIGHT - 4}
        />
        <rect
          className={css.time}
          x={Math.min(100 - MARK, goal.elapsed * 100)}
          width={MARK}
          height={HEIGHT}
        />
      </svg>
      <b>{goal.attained == null ? "–" : share(goal.attained)}</b>
      <span className={css.goalSaid}>
        {goal.value != null &&
          words.of(
            amountOf(goal, goal.value, currency),
            amountOf(goal, goal.target, currency),
          )}{" "}
        {state === "ahead_of_it" ? (
          <>
            {words.begins} <Moment at={goal.from} precision="day" />
          </>
        ) : (
          words.elapsed[state](share(goal.elapsed))
        )}
        {goal.unknown > 0 && ` ${words.unknown(goal.unknown)}`}
      </span>
      <button type="button" disabled={goal.behind === 0} aria-pressed={isOpened} onClick={open}>
        {words.behind(count(goal.behind), goal.counts)}
      </button>
    </li>
  );
}

function Opened({ goal, close }: { goal: Goal; close: () => void }) {
  if (goal.counts === "leads") return <Leads goal={goal} close={close} />;
  return <Opportunities goal={goal} close={close} />;
}

function Leads({ goal, close }: { goal: Goal; close: () => void }) {
  const found = useQuery(goalLeads(goal.id));
  return <Behind title={goalName(goal.id)} found={found} close={close} />;
}

function Opportunities({ goal, close }: { goal: Goal; close: () => void }) {
  const found = useQuery(goalOpportunities(goal.id));
  return (
    <section className={css.opened} aria-label={goalName(goal.id)}>
      <header>
        <h3>{goalName(goal.id)}</h3>
        <button type="button" onClick={close}>
          {text.actions.close}
        </button>
      </header>
      {found.isPending && <Waiting lines={5} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data && (
        <OpportunityTable
          label={goalName(goal.id)}
          opportunities={found.data.opportunities}
          currency={found.data.currency}
        />
      )}
    </section>
  );
}
