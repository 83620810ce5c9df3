// A fault in the app's own code, said as what it is: neither the server nor who looks did anything
// wrong, and loading the page again mends most of them.

import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Refused, Unreachable } from "../api/client";
import { text } from "../text";
import { ProblemNote } from "./Problem";
import css from "./ui.module.css";

const words = text.broken;

export function Broken({ error, reset }: ErrorComponentProps) {
  if (error instanceof Refused || error instanceof Unreachable) {
    return <ProblemNote error={error} retry={reset} />;
  }
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const isOld = /dynamically imported module/i.test(said);
  return (
    <div role="alert" className={css.problem}>
      <h1>{isOld ? words.old : words.title}</h1>
      <p>{isOld ? words.oldHint : words.hint}</p>
      <Button size="xs" onClick={() => window.location.reload()}>
        {words.reload}
      </Button>
      <details className={css.details}>
        <summary>{words.details}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
        <pre role="region" aria-label={words.details} tabIndex={0}>
          {`${window.location.pathname}\n${said}`}
        </pre>
      </details>
    </div>
  );
}
