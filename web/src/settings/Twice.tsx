// A button for what cannot be taken back: the second press does it.

import { useEffect, useState } from "react";
import { text } from "../text";
import css from "./settings.module.css";

/** So long the second press is waited for. */
const ARMED_MS = 5000;

interface Props {
  name: string;
  /** What is meant, for who does not see the row. */
  of: string;
  act: () => void;
}

export function Twice({ name, of, act }: Props) {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    if (!isArmed) return;
    const timer = setTimeout(() => setArmed(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isArmed]);
  const press = () => {
    if (isArmed) act();
    setArmed(!isArmed);
  };
  return (
    <button
      type="button"
      className={css.textButton}
      data-armed={isArmed || undefined}
      aria-label={`${isArmed ? text.settings.again : name}: ${of}`}
      onClick={press}
    >
      {isArmed ? text.settings.again : name}
    </button>
  );
}
