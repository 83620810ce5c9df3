// My own settings: who I am here, how I am told, my password.

import { Button, NativeSelect, PasswordInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changes, notices, type Preference, preferences } from "../api/settings";
import { type Me, useMe } from "../session/me";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { fieldProblems, otherProblem, useChange } from "./change";
import css from "./settings.module.css";

const words = text.settings.mine;
const PASSWORD_MIN = 10;
/** When digests leave unless somebody chooses another hour. */
const HOUR_USUAL = 8;
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));
const RHYTHMS = ["immediate", "daily", "weekly", "off"] as const;

export function MinePage() {
  const me = useMe();
  if (me === undefined) return null;
  const role = text.settings.roles[me.user.role] ?? me.user.role;
  return (
    <Page title={text.settings.title} sentence={words.sentence(me.user.name, role)}>
      <Who me={me} />
      {!me.is_token && <Told />}
      {!me.is_token && <Password />}
      <Lately />
    </Page>
  );
}

function Who({ me: { user } }: { me: Me }) {
  return (
    <dl className={css.pair}>
      <dt>{text.signIn.email}</dt>
      <dd>{user.email}</dd>
      <dt>{words.handle}</dt>
      <dd>
        {user.handle} <span className={css.quiet}>{words.handleHint}</span>
      </dd>
      <dt>{words.teams}</dt>
      <dd>{user.teams.length === 0 ? words.noTeams : user.teams.join(", ")}</dd>
    </dl>
  );
}

function Told() {
  const found = useQuery(preferences);
  return (
    <section className={css.block}>
      <h2>{words.told}</h2>
      <p className={css.hint}>{words.toldHint}</p>
      {found.isPending && <Waiting lines={6} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data && (
        <table className={css.table} data-cards>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.rhythm}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{text.settings.people.actions}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.preferences.map((it) => (
              <Rhythm key={it.kind} preference={it} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Rhythm({ preference }: { preference: Preference }) {
  const { kind, rhythm, hour, weekday, chosen } = preference;
  const name = words.kinds[kind] ?? kind;
  const choose = useChange((next: Parameters<typeof changes.prefer>[1]) =>
    changes.prefer(kind, next),
  );
  const usual = useChange(() => changes.preferUsual(kind));
  const at = { hour: hour ?? HOUR_USUAL, weekday: weekday ?? 1 };
  const set = (part: { rhythm?: Preference["rhythm"]; hour?: number; weekday?: number }) => {
    const next = { rhythm, ...at, ...part };
    choose.mutate({
      rhythm: next.rhythm,
      ...(next.rhythm === "daily" || next.rhythm === "weekly" ? { hour: next.hour } : {}),
      ...(next.rhythm === "weekly" ? { weekday: next.weekday } : {}),
    });
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`${words.rhythm}: ${name}`}
          data={RHYTHMS.map((value) => ({ value, label: words.rhythms[value] }))}
          value={rhythm}
          onChange={(event) => set({ rhythm: event.currentTarget.value as Preference["rhythm"] })}
        />
      </td>
      <td>
        {(rhythm === "daily" || rhythm === "weekly") && (
          <span className={css.choices}>
            {rhythm === "weekly" && (
              <NativeSelect
                size="xs"
                aria-label={`${words.on}: ${name}`}
                data={words.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
                value={String(at.weekday)}
                onChange={(event) => set({ weekday: Number(event.currentTarget.value) })}
              />
            )}
            <NativeSelect
              size="xs"
              aria-label={`${words.at}: ${name}`}
              data={HOURS}
              value={String(at.hour)}
              onChange={(event) => set({ hour: Number(event.currentTarget.value) })}
            />
          </span>
        )}
      </td>
      <td>
        <span className={css.doing}>
          {chosen ? (
            <button
              type="button"
              className={css.textButton}
              aria-label={`${words.usual}: ${name}`}
              onClick={() => usual.mutate(undefined)}
            >
              {words.usual}
            </button>
          ) : (
            <span className={css.quiet}>{words.usualMark}</span>
          )}
        </span>
      </td>
    </tr>
  );
}

function Password() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useChange(changes.password, {
    isForm: true,
    says: () => words.changed,
    after: () => {
      setCurrent("");
      setNext("");
    },
  });
  const problems = fieldProblems(change.error);
  const problem = otherProblem(change.error, ["current", "new"]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate({ current, new: next });
  };
  return (
    <section className={css.block}>
      <h2>{words.password}</h2>
      <form onSubmit={send} className={css.form}>
        <PasswordInput
          label={words.current}
          autoComplete="current-password"
          required
          value={current}
          error={problems["current"]}
          visibilityToggleButtonProps={{ "aria-label": text.signIn.show }}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.next}
          description={words.passwordMin(PASSWORD_MIN)}
          autoComplete="new-password"
          minLength={PASSWORD_MIN}
          required
          value={next}
          error={problems["new"]}
          visibilityToggleButtonProps={{ "aria-label": text.signIn.show }}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {problem && (
          <p role="alert" className={css.trouble}>
            {problem}
          </p>
        )}
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            {words.change}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Lately() {
  const found = useQuery(notices);
  if (found.data === undefined) return null;
  return (
    <section className={css.block}>
      <h2>{words.history}</h2>
      {found.data.notices.length === 0 && <p className={css.hint}>{words.noHistory}</p>}
      <table className={css.table} data-cards>
        <tbody>
          {found.data.notices.map((notice) => (
            <tr key={notice.id}>
              <th scope="row">{notice.says ?? words.kinds[notice.kind] ?? notice.kind}</th>
              <td className={css.quiet}>{words.states[notice.state] ?? notice.state}</td>
              <td className={css.quiet}>{notice.ended_at && <Moment at={notice.ended_at} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
