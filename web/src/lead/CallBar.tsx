// On a phone: the call, always under the thumb. What came of it is asked at once.

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { charter, type LeadPage } from "../api/queries";
import { mayRecord } from "../deeds/Deeds";
import { useAct } from "../deeds/deeds";
import { options } from "../deeds/options";
import { Sheet } from "../deeds/Sheet";
import { useMe } from "../session/me";
import { text } from "../text";
import css from "./lead.module.css";

export function CallBar({ page }: { page: LeadPage }) {
  const terms = useQuery(charter);
  const me = useMe();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const { lead } = page;
  if (!lead || !mayRecord(me, lead)) return null;
  const phone = page.personal.find((it) => it.subject === page.id && it.field === "phone")?.value;
  const name = lead.name ?? lead.company ?? text.leads.unnamed;
  return (
    <div className={css.callBar}>
      {phone ? (
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} onClick={() => setAsking(true)}>
          {text.actions.callNow(name)}
        </a>
      ) : (
        <button type="button" onClick={() => setAsking(true)}>
          {text.actions.call}
        </button>
      )}
      <Sheet
        ask={isAsking ? "call" : undefined}
        options={isAsking ? options("call", terms.data?.verdicts ?? []) : []}
        close={() => setAsking(false)}
        choose={(deed) => {
          setAsking(false);
          void act(lead, deed);
        }}
      />
    </div>
  );
}
