// A numbered question: one key answers it.

import { Modal } from "@mantine/core";
import { useEffect } from "react";
import { text } from "../text";
import type { Deed } from "./deeds";
import css from "./deeds.module.css";
import { type Ask, type Option, titleOf } from "./options";

interface Props {
  ask: Ask | undefined;
  options: Option[];
  close: () => void;
  choose: (deed: Deed) => void;
}

export function Sheet({ ask, options, close, choose }: Props) {
  useEffect(() => {
    if (ask === undefined) return;
    const hear = (event: KeyboardEvent) => {
      const chosen = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
      if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      choose(chosen.deed);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [ask, options, choose]);
  return (
    <Modal
      opened={ask !== undefined}
      onClose={close}
      title={ask ? titleOf(ask) : ""}
      size="sm"
      transitionProps={{ duration: 0 }}
    >
      <ol className={css.options}>
        {options.map((option, index) => (
          <li key={option.id}>
            <button type="button" className={css.option} onClick={() => choose(option.deed)}>
              <kbd>{index + 1}</kbd>
              <span>{option.name}</span>
              <span className={css.causes}>{option.causes}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={css.hint}>{text.actions.reasonHint}</p>
    </Modal>
  );
}
