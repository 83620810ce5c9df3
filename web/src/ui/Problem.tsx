// What went wrong, and what to do.

import { Button } from "@mantine/core";
import { Refused, Unreachable } from "../api/client";
import { text } from "../text";
import css from "./ui.module.css";

export function problemInWords(error: unknown): string {
  if (error instanceof Refused) return error.problem.detail;
  if (error instanceof Unreachable) return text.problem.offline;
  return error instanceof Error ? error.message : String(error);
}

export function ProblemNote({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <div role="alert" className={css.problem}>
      <h2>{text.problem.title}</h2>
      <p>{problemInWords(error)}</p>
      {retry && (
        <Button variant="default" size="xs" onClick={retry}>
          {text.problem.retry}
        </Button>
      )}
    </div>
  );
}

/** Over figures that are old because asking again failed. */
export function OldNote({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div role="status" className={css.old}>
      <span>
        {text.problem.old} {problemInWords(error)}
      </span>
      <button type="button" className={css.textButton} onClick={retry}>
        {text.problem.retry}
      </button>
    </div>
  );
}
