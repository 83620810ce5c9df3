// What those see who are not in yet: one form, and what Tandem is.

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { text } from "../text";
import { problemInWords } from "../ui/Problem";
import css from "./door.module.css";
import { enterAs, type Me, type Newcomer } from "./me";

interface Props {
  title: string;
  submit: string;
  /** Which fields are asked. */
  asks: ("name" | "email" | "password")[];
  isNew: boolean;
  hint?: string | undefined;
  enter: (newcomer: Newcomer) => Promise<Me>;
  /** What follows once one is in. */
  then?: () => void;
  /** What went wrong before the form was shown. */
  problem?: string | undefined;
  /** Other ways in, below the form. */
  children?: ReactNode;
}

const PASSWORD_MIN = 10;

export function Door(props: Props) {
  const { title, submit, asks, isNew, hint, enter, then, children } = props;
  const client = useQueryClient();
  const [problem, setProblem] = useState(props.problem);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${title} · ${text.product}`;
  }, [title]);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    setBusy(true);
    setProblem(undefined);
    try {
      const known = await enter({
        name: field("name").trim(),
        email: field("email").trim(),
        password: field("password"),
      });
      enterAs(client, known);
      then?.();
    } catch (error) {
      setProblem(problemInWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={css.door}>
      <form onSubmit={(event) => void send(event)} className={css.form}>
        <p className={css.brand}>
          <img src="/tandem.svg" alt="" width="28" height="28" />
          {text.product}
        </p>
        <p className={css.lead}>{text.signIn.lead}</p>
        <h1>{title}</h1>
        {hint && <p className={css.hint}>{hint}</p>}
        {asks.includes("name") && (
          <TextInput name="name" label={text.signIn.name} autoComplete="name" required />
        )}
        {asks.includes("email") && (
          <TextInput
            name="email"
            type="email"
            label={text.signIn.email}
            autoComplete="username"
            required
          />
        )}
        {asks.includes("password") && (
          <PasswordInput
            name="password"
            label={text.signIn.password}
            description={isNew ? text.signIn.passwordMin(PASSWORD_MIN) : undefined}
            autoComplete={isNew ? "new-password" : "current-password"}
            minLength={isNew ? PASSWORD_MIN : undefined}
            visibilityToggleButtonProps={{ "aria-label": text.signIn.show }}
            required
          />
        )}
        {problem && (
          <p role="alert" className={css.problem}>
            {problem}
          </p>
        )}
        <Button type="submit" loading={isBusy} fullWidth>
          {submit}
        </Button>
        {children}
      </form>
    </main>
  );
}
