// Changes something of the settings, says what came of it, and asks again for what is shown.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Refused } from "../api/client";
import { type Said, useSay } from "../shell/undo";
import { problemInWords } from "../ui/Problem";

interface Outcome<Asked, Answer> {
  /** What is said; nothing where the page itself shows what came of it. */
  says?: (answer: Answer, asked: Asked) => string | Said;
  after?: (answer: Answer, asked: Asked) => void;
  /** The form shows what was wrong, so that nothing else says it. */
  isForm?: boolean;
}

export function useChange<Asked, Answer>(
  act: (asked: Asked) => Promise<Answer>,
  { says, after, isForm = false }: Outcome<Asked, Answer> = {},
) {
  const client = useQueryClient();
  const say = useSay();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["settings"] }),
      client.invalidateQueries({ queryKey: ["me"] }),
    ]);
  return useMutation({
    mutationFn: act,
    onSuccess: (answer, asked) => {
      void refresh();
      const said = says?.(answer, asked);
      if (typeof said === "string") say({ words: said });
      else if (said) {
        const { undo } = said;
        say(undo ? { ...said, undo: () => undo().then(refresh) } : said);
      }
      after?.(answer, asked);
    },
    onError: (error) => {
      void refresh();
      if (!isForm) say({ words: problemInWords(error), isTrouble: true });
    },
  });
}

/** What was wrong with each field of a form, by the field's name. */
export function fieldProblems(error: unknown): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  const places = error.problem.places ?? [];
  return Object.fromEntries(places.map(({ at, reason }) => [at.replace(/^\//, ""), reason]));
}

/** What was wrong beyond the fields named, so that nothing is said twice. */
export function otherProblem(error: unknown, fields: readonly string[]): string | undefined {
  if (error === null || error === undefined) return undefined;
  const said = Object.keys(fieldProblems(error));
  const isShown = said.length > 0 && said.every((name) => fields.includes(name));
  return isShown ? undefined : problemInWords(error);
}
