// A table of figures that scrolls by itself where it is wider than the page, and its figures, each
// of which opens its list.

import type { ReactNode } from "react";
import { count } from "../text";
import css from "./table.module.css";

export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key
    <div className={css.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={css.table}>{children}</table>
    </div>
  );
}

interface CountProps {
  n: number;
  /** Opens the list of it; without it, it is a number. */
  open?: (() => void) | undefined;
  label?: string;
  isOpen?: boolean;
  children?: ReactNode;
}

/** A figure; nothing opens no list. */
export function Count({ n, open, label, isOpen, children }: CountProps) {
  const said = children ?? count(n);
  if (n === 0 || open === undefined) return <>{said}</>;
  return (
    <button
      type="button"
      className={css.figure}
      aria-pressed={isOpen}
      aria-label={label}
      onClick={open}
    >
      {said}
    </button>
  );
}
