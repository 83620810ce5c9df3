// The next step on a lead: by button, or by key.

import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { charter, type LeadSummary } from "../api/queries";
import { type Me, useMe } from "../session/me";
import { useKeys } from "../shell/keys";
import { text } from "../text";
import { type Deed, useAct, type Verdict } from "./deeds";
import css from "./deeds.module.css";
import { GiveSheet } from "./GiveSheet";
import { type Ask, options } from "./options";
import { Sheet } from "./Sheet";

interface Props {
  lead: LeadSummary;
  /** Called as soon as a deed is sent that ends a person's turn, so that the next lead can come. */
  leaves?: (lead: LeadSummary, deed: Deed, done: Promise<boolean>) => void;
}

const WORDS = text.actions;

/** Whether sales owes an answer: it is with a person or queue, handed over and not yet accepted. */
export function waitsForVerdict(lead: LeadSummary): boolean {
  return lead.stage?.side === "marketing" && (lead.place === "assignee" || lead.place === "queue");
}

/** Whether this person may record on this lead: on any, or on their own and on those that wait. */
export function mayRecord(me: Me | undefined, lead: LeadSummary): boolean {
  if (me === undefined) return false;
  if (me.permissions.includes("leads.record_any")) return true;
  const isTheirs =
    lead.place === "assignee" ? lead.who === me.user.handle : lead.place !== "nurture";
  return me.permissions.includes("leads.record_own") && isTheirs && lead.place !== "nowhere";
}

/** It rests: nobody works on it until it is opened again or comes back. */
export function rests(lead: LeadSummary, path: string[]): boolean {
  return lead.stage != null && !path.includes(lead.stage.id);
}

/** What one may do with a lead beyond its next step. */
export interface Others {
  disqualify: boolean;
  take: boolean;
  give: boolean;
}

export function others(me: Me | undefined, lead: LeadSummary, verdicts: string[]): Others {
  const may = (permission: string) => me?.permissions.includes(permission) ?? false;
  const isWith = lead.place === "assignee" || lead.place === "queue";
  return {
    disqualify: isWith && mayRecord(me, lead) && verdicts.includes("disqualified"),
    take: lead.place === "queue" && may("leads.take"),
    give: isWith && may("leads.assign"),
  };
}

export function Deeds({ lead, leaves }: Props) {
  const terms = useQuery(charter);
  const act = useAct();
  const [ask, setAsk] = useState<Ask>();
  const [isGiving, setGiving] = useState(false);
  const verdicts = terms.data?.verdicts ?? [];
  // Until the charter is known nobody can tell which reasons an answer needs.
  const isKnown = terms.data !== undefined;
  const isResting = terms.data
    ? rests(lead, pathOf(terms.data.verdicts, terms.data.stages))
    : false;
  const me = useMe();
  const may = isKnown && mayRecord(me, lead);
  const answers = may && waitsForVerdict(lead) && !isResting;
  const works = may && !isResting && lead.stage != null;
  const more = others(
    me,
    lead,
    verdicts.map((terms) => terms.verdict),
  );
  const go = (deed: Deed) => {
    setAsk(undefined);
    const done = act(lead, deed);
    leaves?.(lead, deed, done);
  };
  const verdict = (verdict: Verdict) => {
    const reasons = verdicts.find((terms) => terms.verdict === verdict)?.reasons ?? [];
    if (reasons.length === 0) go({ kind: "verdict", verdict });
    else setAsk(verdict);
  };
  useKeys({
    ...(answers ? { a: () => verdict("accepted") } : {}),
    ...(works
      ? {
          r: () => verdict("rejected"),
          s: () => verdict("recycled"),
          c: () => setAsk("call"),
          e: () => go({ kind: "activity", name: "email.sent" }),
          m: () => setAsk("meeting"),
        }
      : {}),
  });
  return (
    <>
      <div className={css.deeds} role="group" aria-label={WORDS.title}>
        {works && (
          <Do name={WORDS.call} keyName="c" isPrimary={!answers} act={() => setAsk("call")} />
        )}
        {answers && (
          <Do name={WORDS.accept} keyName="a" isPrimary act={() => verdict("accepted")} />
        )}
        {works && (
          <>
            <Do name={WORDS.reject} keyName="r" act={() => verdict("rejected")} />
            <Do name={WORDS.recycle} keyName="s" act={() => verdict("recycled")} />
            <Do
              name={WORDS.email}
              keyName="e"
              act={() => go({ kind: "activity", name: "email.sent" })}
            />
            <Do name={WORDS.meeting} keyName="m" act={() => setAsk("meeting")} />
          </>
        )}
        {isResting && me?.permissions.includes("leads.reopen") && (
          <Do name={WORDS.reopen} isPrimary={false} act={() => go({ kind: "reopen" })} />
        )}
        {more.take && me && (
          <Do name={WORDS.take} act={() => go({ kind: "take", by: me.user.handle })} />
        )}
        {(more.disqualify || more.give) && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="default">{WORDS.more}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.give && <Menu.Item onClick={() => setGiving(true)}>{WORDS.give}</Menu.Item>}
              {more.disqualify && (
                <Menu.Item onClick={() => verdict("disqualified")}>{WORDS.disqualify}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {isGiving && (
        <GiveSheet
          lead={lead}
          close={() => setGiving(false)}
          give={(to) => {
            setGiving(false);
            go({ kind: "give", to });
          }}
        />
      )}
      <Sheet
        ask={ask}
        options={ask ? options(ask, verdicts) : []}
        close={() => setAsk(undefined)}
        choose={go}
      />
    </>
  );
}

/** The stages in which a lead waits for somebody: those in which no verdict lets it rest. */
function pathOf(
  verdicts: { rests_in?: { id: string } | null }[],
  stages: { id: string }[],
): string[] {
  const beside = verdicts.map((verdict) => verdict.rests_in?.id);
  return stages.map((stage) => stage.id).filter((id) => !beside.includes(id));
}

interface DoProps {
  name: string;
  keyName?: string;
  isPrimary?: boolean;
  act: () => void;
}

function Do({ name, keyName, isPrimary = false, act }: DoProps) {
  return (
    <Button
      variant={isPrimary ? "filled" : "default"}
      onClick={act}
      rightSection={keyName ? <kbd className={css.key}>{keyName}</kbd> : undefined}
      aria-keyshortcuts={keyName}
    >
      {name}
    </Button>
  );
}
