// A secret or a link that is shown this once, with a button that copies it.

import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { text } from "../text";
import css from "./settings.module.css";

interface Props {
  title: string;
  /** What is shown; absent: nothing is open. */
  value: string | undefined;
  hint?: string;
  close: () => void;
  children?: ReactNode;
}

export function ShownOnce({ title, value, hint, close, children }: Props) {
  return (
    <Modal opened={value !== undefined} onClose={close} title={title} size="lg">
      <div className={css.secret}>
        {hint && <p>{hint}</p>}
        <Copied value={value ?? ""} />
        <p className={css.quiet}>{text.settings.once}</p>
        {children}
      </div>
    </Modal>
  );
}

export function Copied({ value }: { value: string }) {
  const [came, setCame] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCame(true);
    } catch {
      // A page without encryption may not write there.
      setCame(false);
    }
  };
  return (
    <div>
      <div className={css.secretRow}>
        <pre>{value}</pre>
        <Button variant="default" onClick={() => void copy()}>
          {came ? text.settings.copied : text.settings.copy}
        </Button>
      </div>
      {came === false && (
        <p role="status" className={css.quiet}>
          {text.settings.copyFailed}
        </p>
      )}
    </div>
  );
}
