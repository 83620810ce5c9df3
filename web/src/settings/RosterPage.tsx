// Who takes leads: teams, how many each may have, who is away. Kept as a file, shown as a table.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "../api/client";
import { Refused } from "../api/client";
import { changes, roster } from "../api/settings";
import { FileEditor } from "../file/FileEditor";
import { wrongIn } from "../file/places";
import { useMe } from "../session/me";
import { count, text } from "../text";
import { serverNow } from "../time/clock";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { person } from "../ui/person";
import { useChange } from "./change";
import css from "./settings.module.css";

type Settings = Schemas["SettingsDocument"];

const words = text.settings.roster;

export function RosterPage() {
  const found = useQuery(roster);
  const me = useMe();
  const mayEdit = me?.permissions.includes("settings.edit") ?? false;
  const [isEditing, setEditing] = useState(false);
  const { data } = found;
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  const away = data?.people.filter(({ absences }) => isAway(absences, today)).length ?? 0;
  return (
    <Page
      title={text.settings.names.roster}
      sentence={
        data === undefined
          ? undefined
          : data === null || data.people.length === 0
            ? words.none
            : words.sentence(data.people.length, away)
      }
      note={data && <Since data={data} />}
      actions={
        mayEdit && !isEditing && <Button onClick={() => setEditing(true)}>{words.edit}</Button>
      }
    >
      {found.isPending && <Waiting lines={8} />}
      {found.isError && data === undefined && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {isEditing && <Editor before={data?.text ?? words.example} close={() => setEditing(false)} />}
      {!isEditing && data === null && <Empty title={words.none} hint={words.noneHint} />}
      {data && data.people.length > 0 && <People data={data} today={today} />}
    </Page>
  );
}

function isAway(absences: Settings["people"][number]["absences"], day: string): boolean {
  return absences.some(({ from, to }) => from <= day && day <= to);
}

function Since({ data }: { data: Settings }) {
  return (
    <span>
      {words.since} <Moment at={data.in_force_from} />, {words.by} {person(data.who)}
      {data.until && (
        <>
          . {words.until} <Moment at={data.until} />
        </>
      )}
    </span>
  );
}

function People({ data, today }: { data: Settings; today: string }) {
  const teamsOf = (name: string) =>
    Object.entries(data.teams).flatMap(([team, members]) =>
      members
        .filter((member) => member.person === name)
        .map(({ weight }) => (weight === 1 ? team : `${team} (${words.weight(weight)})`)),
    );
  const coming = (absences: Settings["people"][number]["absences"]) =>
    absences.filter(({ to }) => to >= today).map(({ from, to }) => `${from} – ${to}`);
  return (
    <table className={css.table} data-cards aria-label={text.settings.names.roster}>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.team}</th>
          <th scope="col">{words.load}</th>
          <th scope="col">{words.away}</th>
        </tr>
      </thead>
      <tbody>
        {data.people.map((it) => (
          <tr key={it.person}>
            <th scope="row" className={css.name}>
              {person(it.person)}
            </th>
            <td>{teamsOf(it.person).join(", ")}</td>
            <td>
              <Load open={it.open_leads} capacity={it.capacity ?? null} />
            </td>
            <td>{coming(it.absences).join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Load({ open, capacity }: { open: number; capacity: number | null }) {
  if (capacity === null) {
    return (
      <>
        {count(open)}, {words.noBound}
      </>
    );
  }
  const part = capacity === 0 ? 1 : Math.min(1, open / capacity);
  return (
    <>
      {count(open)} / {count(capacity)}
      <svg
        className={css.load}
        data-full={part >= 1 || undefined}
        viewBox="0 0 96 8"
        aria-hidden="true"
      >
        <rect width="96" height="4" y="2" rx="2" />
        <rect width={96 * part} height="4" y="2" rx="2" />
      </svg>
    </>
  );
}

function Editor({ before, close }: { before: string; close: () => void }) {
  const [file, setFile] = useState(before);
  const apply = useChange(changes.roster, {
    isForm: true,
    says: () => ({ words: words.applied, undo: () => changes.roster(before) }),
    after: close,
  });
  const problem = apply.error instanceof Refused ? apply.error.problem : undefined;
  const wrong = problem && apply.variables === file ? wrongIn(problem) : [];
  return (
    <section className={css.block}>
      <h2>{words.file}</h2>
      <FileEditor
        label={words.file}
        value={file}
        change={setFile}
        wrong={wrong}
        problem={apply.variables === file ? apply.error?.message : undefined}
      />
      <div className={css.formFoot}>
        <Button variant="default" onClick={close}>
          {text.settings.cancel}
        </Button>
        <Button
          loading={apply.isPending}
          disabled={file === before}
          onClick={() => apply.mutate(file)}
        >
          {words.apply}
        </Button>
      </div>
    </section>
  );
}
