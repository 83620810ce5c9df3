// A draft of a charter, studied while one writes it: first whether it is sound and what it says, then
// what it would have done to history.

import { useEffect, useRef, useState } from "react";
import { replay } from "../api/backtests";
import { Refused } from "../api/client";
import { type Backtest, type Chapter, checkCharter, type RuleNames } from "../api/proposals";
import { type Wrong, wrongIn } from "../file/places";
import { problemInWords } from "../ui/Problem";
import { type Asker, oneAtATime } from "./oneAtATime";

/** So long nobody types before a draft is checked. */
const TYPING_MS = 300;

export interface Checked {
  file: string;
  /** What it says in words; absent when it is not sound. */
  chapters?: Chapter[];
  /** The names that its rules may use; those of the last sound draft where it is not. */
  names?: RuleNames;
  wrong: Wrong[];
  problem?: string;
}

export interface Replayed {
  file: string;
  data: Backtest;
}

export interface Study {
  checked: Checked | undefined;
  /** The last replay that came; it is stale when it is of another draft. */
  replayed: Replayed | undefined;
  problem: string | undefined;
  /** How much of history was read, 0 to 1, while that takes long. */
  part: number | undefined;
}

/** Studies `file` once nobody types; it is replayed only where it differs from `base`. */
export function useStudy(file: string, base: string | undefined, mayReplay: boolean): Study {
  const [checked, setChecked] = useState<Checked>();
  const [replayed, setReplayed] = useState<Replayed>();
  const [problem, setProblem] = useState<string>();
  const [part, setPart] = useState<number>();
  const checks = useRef<Asker<string>>(undefined);
  const replays = useRef<Asker<string>>(undefined);
  const wanted = useRef({ base, mayReplay });
  wanted.current = { base, mayReplay };
  useEffect(() => {
    const runs = oneAtATime(
      (text: string, signal) => replay(text, signal, setPart),
      (of, data) => {
        setReplayed({ file: of, data });
        setProblem(undefined);
        setPart(undefined);
      },
      (_, error) => {
        setProblem(problemInWords(error));
        setPart(undefined);
      },
    );
    replays.current = runs;
    checks.current = oneAtATime(
      checkCharter,
      (of, { chapters, names }) => {
        setChecked({ file: of, chapters, names, wrong: [] });
        if (wanted.current.mayReplay && of !== wanted.current.base) runs.ask(of);
      },
      (of, error) =>
        setChecked((before) => {
          const now = refusal(of, error);
          return before?.names ? { ...now, names: before.names } : now;
        }),
    );
    return () => {
      checks.current?.stop();
      runs.stop();
    };
  }, []);
  useEffect(() => {
    if (base === undefined) return;
    const timer = setTimeout(() => checks.current?.ask(file), TYPING_MS);
    return () => clearTimeout(timer);
  }, [file, base]);
  return { checked, replayed, problem, part };
}

function refusal(file: string, error: unknown): Checked {
  const wrong = error instanceof Refused ? wrongIn(error.problem) : [];
  return { file, wrong, problem: problemInWords(error) };
}
