// A long list of leads; only the rows on screen are in the document.

import { Link, useNavigate } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { LeadSummary } from "../api/queries";
import { useKeys } from "../shell/keys";
import { points, text } from "../text";
import { Due } from "../ui/Due";
import { person } from "../ui/person";
import { Stage } from "../ui/Stage";
import css from "./leads.module.css";

interface Props {
  leads: LeadSummary[];
  /** Asks for the next page; absent at the end, and while one is on its way. */
  more?: (() => unknown) | undefined;
}

/** Below this width a row has two lines; as in the style sheet. */
const NARROW_PX = 720;
const ROW_PX = 44;
const ROW_PHONE_PX = 64;
const OVERSCAN_ROWS = 12;
/** The next page is asked for when so few rows are left below: a second of fast scrolling. */
const ASK_ROWS_BEFORE_END = 300;

export function LeadTable({ leads, more }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [at, setAt] = useState(-1);
  const navigate = useNavigate();
  const [isNarrow, setNarrow] = useState(window.innerWidth < NARROW_PX);
  // What stands above may come, go or grow.
  useLayoutEffect(() => {
    const place = list.current?.getBoundingClientRect();
    if (place === undefined) return;
    setTop(Math.round(place.top + window.scrollY));
    setNarrow(place.width < NARROW_PX);
  });
  const rows = useWindowVirtualizer({
    count: leads.length,
    estimateSize: () => (isNarrow ? ROW_PHONE_PX : ROW_PX),
    overscan: OVERSCAN_ROWS,
    scrollMargin: top,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= leads.length - ASK_ROWS_BEFORE_END) void more();
  }, [last, leads.length, more]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows have another height then
  useEffect(() => rows.measure(), [isNarrow]);
  const step = (by: number) => {
    const next = Math.min(leads.length - 1, Math.max(0, at + by));
    setAt(next);
    rows.scrollToIndex(next, { align: "auto" });
  };
  const open = (lead: LeadSummary | undefined) => {
    if (lead) void navigate({ to: "/leads/$lead", params: { lead: lead.id } });
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a key, no component
    Enter: () => open(leads[at]),
  });
  return (
    <div
      role="table"
      aria-label={text.leads.title}
      aria-rowcount={leads.length + 1}
      className={css.table}
    >
      <div role="row" aria-rowindex={1} className={`${css.row} ${css.columns}`}>
        {Object.entries(text.leads.columns).map(([id, name]) => (
          <span role="columnheader" key={id} data-column={id}>
            {name}
          </span>
        ))}
      </div>
      <div ref={list} role="rowgroup" className={css.body} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const lead = leads[row.index];
          if (lead === undefined) return null;
          return (
            <div
              key={lead.id}
              role="row"
              aria-rowindex={row.index + 2}
              className={css.row}
              data-at={row.index === at || undefined}
              style={{ height: row.size, transform: `translateY(${row.start - top}px)` }}
            >
              <Cells lead={lead} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells({ lead }: { lead: LeadSummary }) {
  return (
    <>
      <span role="cell" data-column="lead">
        <Link to="/leads/$lead" params={{ lead: lead.id }} className={css.link}>
          {lead.name ?? text.leads.unnamed}
        </Link>
        <span className={css.company}>{lead.company}</span>
      </span>
      <span role="cell" data-column="stage">
        <Stage stage={lead.stage} />
      </span>
      <span role="cell" data-column="who" className={css.who}>
        <Whom lead={lead} />
      </span>
      <span role="cell" data-column="due">
        <Due due={lead.due} isLate={lead.is_late} />
      </span>
      <span role="cell" data-column="fit">
        {points(Math.round(lead.fit))}
      </span>
      <span role="cell" data-column="engagement">
        {points(Math.round(lead.engagement))}
      </span>
    </>
  );
}

/** Whose turn it is, in words. */
export function Whom({ lead }: { lead: LeadSummary }) {
  const places: Record<string, string> = text.leads.places;
  return <>{lead.who ? person(lead.who) : (places[lead.place] ?? lead.place)}</>;
}
