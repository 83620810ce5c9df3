// What was just done, with the way back. One at a time: the latest.

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { text } from "../text";
import { useKeys } from "./keys";
import css from "./shell.module.css";

export interface Said {
  words: string;
  /** Takes it back. */
  undo?: () => Promise<unknown>;
  isTrouble?: boolean;
}

/** So long the way back is offered, and what was said without one stays. */
const UNDO_MS = 30_000;
const SAID_MS = 6_000;

const Say = createContext<(said: Said) => void>(() => {});

/** Says what was done. */
export function useSay(): (said: Said) => void {
  return useContext(Say);
}

export function UndoRoom({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>();
  const [isUndoing, setUndoing] = useState(false);
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), said.undo ? UNDO_MS : SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const undo = useCallback(async () => {
    if (!said?.undo || isUndoing) return;
    setUndoing(true);
    try {
      await said.undo();
      setSaid({ words: text.actions.undone });
    } catch (error) {
      setSaid({ words: error instanceof Error ? error.message : String(error), isTrouble: true });
    } finally {
      setUndoing(false);
    }
  }, [said, isUndoing]);
  useKeys({ z: () => void undo() }, said?.undo !== undefined);
  const say = useMemo(() => (next: Said) => setSaid(next), []);
  return (
    <Say.Provider value={say}>
      {children}
      <div className={css.said} role="status" data-shown={said !== undefined}>
        {said && (
          <>
            <span data-trouble={said.isTrouble}>{said.words}</span>
            {said.undo && (
              <button type="button" onClick={() => void undo()} disabled={isUndoing}>
                {text.actions.undo} <kbd>z</kbd>
              </button>
            )}
            <button
              type="button"
              aria-label={text.actions.close}
              onClick={() => setSaid(undefined)}
            >
              ×
            </button>
          </>
        )}
      </div>
    </Say.Provider>
  );
}
