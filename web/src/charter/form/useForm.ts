// The form of a charter's file, in step with its text: what is typed there changes the form, and a
// change by form changes the text.

import { useCallback, useEffect, useRef, useState } from "react";
import { type Edit, type FormClause, form } from "../../api/forms";
import { problemInWords } from "../../ui/Problem";
import { type Asker, oneAtATime } from "../oneAtATime";

/** So long nobody types before the text is read as a form. */
const TYPING_MS = 200;
/** So often a change is made again where the text became another meanwhile. */
const TRIES_MAX = 3;

export interface InStep {
  /** Of the last text that could be read; absent before the first. */
  clauses: FormClause[] | undefined;
  /** Whether the text became one that cannot be read. */
  isBehind: boolean;
  /** Why the last change was not made. */
  problem: string | undefined;
  edit: (edits: Edit[]) => void;
}

export function useForm(file: string, change: (file: string) => void): InStep {
  const [read, setRead] = useState<{ file: string; clauses: FormClause[] }>();
  const [unread, setUnread] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const asker = useRef<Asker<string>>(undefined);
  const now = useRef(file);
  now.current = file;
  const told = useRef(change);
  told.current = change;
  const changes = useRef(Promise.resolve());
  useEffect(() => {
    asker.current = oneAtATime(
      (text: string, signal) => form(text, [], signal),
      (of, { clauses }) => {
        setRead({ file: of, clauses });
        setUnread(undefined);
      },
      (of) => setUnread(of),
    );
    return () => asker.current?.stop();
  }, []);
  const isRead = read?.file === file;
  useEffect(() => {
    if (isRead) return;
    const timer = setTimeout(() => asker.current?.ask(file), TYPING_MS);
    return () => clearTimeout(timer);
  }, [file, isRead]);
  const edit = useCallback((edits: Edit[]) => {
    const make = async () => {
      for (let tried = 0; tried < TRIES_MAX; tried += 1) {
        const before = now.current;
        const { text, clauses } = await form(before, edits);
        if (now.current !== before) continue;
        now.current = text;
        setRead({ file: text, clauses });
        setUnread(undefined);
        setProblem(undefined);
        told.current(text);
        return;
      }
    };
    changes.current = changes.current.then(make).catch((error) => {
      setProblem(problemInWords(error));
    });
  }, []);
  return { clauses: read?.clauses, isBehind: unread === file, problem, edit };
}
