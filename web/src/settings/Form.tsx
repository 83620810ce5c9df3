// A form in a sheet: what was wrong stands above the button that sends it.

import { Button, Modal } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { text } from "../text";
import css from "./settings.module.css";

interface Props {
  title: string;
  submit: string;
  isOpen: boolean;
  isBusy: boolean;
  problem: string | undefined;
  close: () => void;
  send: () => void;
  children: ReactNode;
}

export function FormSheet(props: Props) {
  const { title, submit, isOpen, isBusy, problem, close, send, children } = props;
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={title}>
      <form onSubmit={take} className={css.form}>
        {children}
        {problem && (
          <p role="alert" className={css.trouble}>
            {problem}
          </p>
        )}
        <div className={css.formFoot}>
          <Button variant="default" onClick={close}>
            {text.settings.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
