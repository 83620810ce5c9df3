// The inbox: the next best lead with its clock and its reason, an answer by one key, and at once the
// lead after it.

import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { type LeadSummary, leadList, lead as leadQuery } from "../api/queries";
import { useMe } from "../session/me";
import { useKeys } from "../shell/keys";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { useNow } from "../time/clock";
import { Due } from "../ui/Due";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { Stage } from "../ui/Stage";
import { Card } from "./Card";
import css from "./inbox.module.css";
import { ofSales } from "./queue";
import { isAside } from "./snooze";
import { useAside } from "./useAside";

/** Who has leads of their own. */
const WORKS_LEADS = ["sdr", "rep"];
/** So many leads are looked at; those that sales works on are few of all. */
const LOOKED_AT = 1000;
/** The details of so many leads are at hand before they are on top. */
const AHEAD = 2;
/** So many are listed under the card. */
const LISTED = 12;

export function InboxPage() {
  const { all } = useSearch({ from: "/inside/inbox" });
  const me = useMe();
  const isMine = me !== undefined && WORKS_LEADS.includes(me.user.role) && !all;
  const who = isMine ? me.user.handle : undefined;
  const list = useInfiniteQuery({
    ...leadList({ open: true, who }, LOOKED_AT),
    placeholderData: keepPreviousData,
  });
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const now = useNow();
  const say = useSay();
  const found = ofSales(list.data?.pages.flatMap((page) => page.leads) ?? []);
  const aside = useAside(me?.user.handle);
  const put = found.filter((lead) => isAside(lead, aside.all, now));
  const waiting = found.filter((lead) => !gone.has(lead.id) && !put.includes(lead));
  const top = waiting[Math.min(at, waiting.length - 1)];
  useAhead(waiting.slice(0, AHEAD + 1));
  useKeys({
    j: () => setAt(Math.min(at + 1, waiting.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
  });
  const late = waiting.filter((lead) => lead.is_late || isPast(lead, now)).length;
  const leave = (lead: LeadSummary, done: Promise<boolean>) => {
    setGone((before) => new Set(before).add(lead.id));
    // By then the list was asked again: what is still in it is there by the engine's word.
    void done.then(() => {
      setGone((before) => {
        const after = new Set(before);
        after.delete(lead.id);
        return after;
      });
    });
  };
  const putAside = (lead: LeadSummary, until: number) => {
    aside.put(lead.id, until);
    const who = lead.name ?? lead.company ?? text.leads.unnamed;
    say({
      words: text.inbox.aside.done(who),
      undo: () => Promise.resolve(aside.put(lead.id, undefined)),
    });
  };
  return (
    <Page
      title={text.inbox.title}
      note={
        put.length > 0 && (
          <span>
            {text.inbox.aside.some(put.length)}{" "}
            <button type="button" className={css.back} onClick={aside.clear}>
              {text.inbox.aside.back}
            </button>
          </span>
        )
      }
      sentence={list.data && text.inbox.sentence(waiting.length, late, list.hasNextPage, isMine)}
      actions={me && WORKS_LEADS.includes(me.user.role) && <Scope isMine={isMine} />}
    >
      {list.isPending && <Waiting lines={8} />}
      {list.isError && !list.data && (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isError && list.data && (
        <OldNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.data && top === undefined && (
        <Empty title={text.inbox.sentence(0, 0, false, isMine)} hint={text.inbox.empty}>
          <Link to="/leads">{text.inbox.emptyLink}</Link>
        </Empty>
      )}
      {top && (
        <div className={css.columns}>
          <Card
            key={top.id}
            lead={top}
            leaves={(lead, deed, done) => {
              // What is given to somebody else, or answered, is no longer one's own to do.
              if (deed.kind === "verdict" || deed.kind === "give") leave(lead, done);
            }}
            aside={(until) => putAside(top, until)}
          />
          <Then leads={waiting} at={waiting.indexOf(top)} choose={setAt} />
        </div>
      )}
    </Page>
  );
}

function isPast(lead: LeadSummary, now: number): boolean {
  return lead.due != null && Date.parse(lead.due) <= now;
}

/** Asks for the details of the next leads, so that they are painted at once. */
function useAhead(leads: LeadSummary[]): void {
  const client = useQueryClient();
  const ids = leads.map((lead) => lead.id).join(" ");
  useEffect(() => {
    for (const id of ids.split(" ").filter(Boolean)) void client.prefetchQuery(leadQuery(id));
  }, [client, ids]);
}

function Scope({ isMine }: { isMine: boolean }) {
  const navigate = useNavigate({ from: "/inbox" });
  return (
    <div className={css.scope} role="group" aria-label={text.inbox.scope}>
      {[true, false].map((mine) => (
        <button
          key={String(mine)}
          type="button"
          aria-pressed={mine === isMine}
          onClick={() => void navigate({ search: mine ? {} : { all: true } })}
        >
          {mine ? text.inbox.mine : text.inbox.everybody}
        </button>
      ))}
    </div>
  );
}

interface ThenProps {
  leads: LeadSummary[];
  at: number;
  choose: (at: number) => void;
}

function Then({ leads, at, choose }: ThenProps) {
  const rest = leads.slice(at, at + LISTED);
  return (
    <aside className={css.then}>
      <h2>{text.inbox.next}</h2>
      <ol>
        {rest.map((lead, index) => (
          <li key={lead.id}>
            <button
              type="button"
              aria-current={index === 0 || undefined}
              onClick={() => choose(at + index)}
            >
              <span className={css.thenName}>{lead.name ?? lead.company ?? lead.id}</span>
              <Due due={lead.due} isLate={lead.is_late} />
              <span className={css.thenCompany}>{lead.company}</span>
              <Stage stage={lead.stage} />
            </button>
          </li>
        ))}
      </ol>
    </aside>
  );
}
