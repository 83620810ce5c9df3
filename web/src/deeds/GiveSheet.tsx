// To whom a lead is given: typed by name, chosen from those who have room first.

import { Modal, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LeadSummary } from "../api/queries";
import { roster, users } from "../api/settings";
import { text } from "../text";
import { serverNow } from "../time/clock";
import { Waiting } from "../ui/Page";
import { person } from "../ui/person";
import css from "./deeds.module.css";
import { type Taker, takers } from "./takers";

const words = text.actions;
/** So many are listed; typing a name narrows them. */
const LISTED_MAX = 12;

interface Props {
  lead: LeadSummary;
  close: () => void;
  give: (to: string | null) => void;
}

export function GiveSheet({ lead, close, give }: Props) {
  const [asked, setAsked] = useState("");
  const people = useInfiniteQuery(users);
  const settings = useQuery(roster);
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  const known = people.data?.pages.flatMap((page) => page.users) ?? [];
  const fits = (taker: Taker) =>
    `${taker.name} ${taker.handle}`.toLowerCase().includes(asked.trim().toLowerCase());
  const found = takers(known, settings.data, today, lead.who).filter(fits);
  const isReady = people.data !== undefined && !settings.isPending;
  const first = found[0];
  return (
    <Modal opened onClose={close} title={words.giveTitle} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.trim() !== "" && first) give(first.handle);
        }}
      >
        <TextInput
          data-autofocus
          aria-label={words.giveFind}
          placeholder={words.giveFind}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
      </form>
      {!isReady && <Waiting lines={4} />}
      {isReady && (
        <ul className={css.options}>
          {found.slice(0, LISTED_MAX).map((taker) => (
            <li key={taker.handle}>
              <button type="button" className={css.taker} onClick={() => give(taker.handle)}>
                <span>{person(taker.name)}</span>
                <span className={css.causes}>{stateOf(taker)}</span>
              </button>
            </li>
          ))}
          {lead.place === "assignee" && (
            <li>
              <button type="button" className={css.taker} onClick={() => give(null)}>
                <span>{words.giveNobody}</span>
              </button>
            </li>
          )}
        </ul>
      )}
      {isReady && found.length === 0 && (
        <p className={css.hint} role="status">
          {words.giveNone}
        </p>
      )}
    </Modal>
  );
}

function stateOf({ open, capacity, isAway }: Taker): string {
  if (isAway) return words.giveAway;
  if (open === undefined) return "";
  return words.giveLoad(open, capacity === undefined ? "" : words.giveMost(capacity));
}
