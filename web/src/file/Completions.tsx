// The names that are offered, below the line that one types in.

import { useEffect, useRef } from "react";
import { text } from "../text";
import type { Offer } from "./complete";
import css from "./file.module.css";

/** As in the stylesheet: how high a line is, and how wide the numbers are. */
const LINE_PX = 20;
const ABOVE_PX = 8;
const NUMBERS_PX = 44;

interface Props {
  id: string;
  offers: Offer[];
  chosen: number;
  line: number;
  column: number;
  take: (offer: Offer) => void;
}

export function Completions({ id, offers, chosen, line, column, take }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise back, which is no way to end an effect.
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const top = ABOVE_PX + (line + 1) * LINE_PX;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={text.file.names}
      className={css.offers}
      style={{ top, left: `calc(${NUMBERS_PX}px + ${column}ch)` }}
    >
      {offers.map((offer, index) => (
        <div
          key={offer.name}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={css.offer}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            take(offer);
          }}
        >
          <span>{offer.name}</span>
          <span>{offer.detail}</span>
        </div>
      ))}
    </div>
  );
}
