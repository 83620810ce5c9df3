// Teams: who works the same leads, and which queues and business units they serve.

import { Button, MultiSelect, TagsInput, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { changes, type Team, teams, users } from "../api/settings";
import { useMe } from "../session/me";
import { text } from "../text";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { fieldProblems, otherProblem, useChange } from "./change";
import { FormSheet } from "./Form";
import { More } from "./More";
import css from "./settings.module.css";

const words = text.settings.teams;
const FIELDS = ["word", "name", "members", "queues", "units"];

type Said = Pick<Team, "word" | "name" | "members" | "queues" | "units">;
const NEW: Said = { word: "", name: "", members: [], queues: [], units: [] };

export function TeamsPage() {
  const found = useInfiniteQuery(teams);
  const me = useMe();
  const mayManage = me?.permissions.includes("teams.manage") ?? false;
  const [edited, setEdited] = useState<Team | "new">();
  const all = found.data?.pages.flatMap((page) => page.teams) ?? [];
  return (
    <Page
      title={text.settings.names.teams}
      sentence={found.data && words.sentence(all.length)}
      note={words.hint}
      actions={mayManage && <Button onClick={() => setEdited("new")}>{words.make}</Button>}
    >
      {found.isPending && <Waiting lines={5} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {all.length > 0 && (
        <table className={css.table} data-cards aria-label={text.settings.names.teams}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.members}</th>
              <th scope="col">{words.queues}</th>
              <th scope="col">{words.units}</th>
              {mayManage && <th scope="col">{text.settings.people.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {all.map((team) => (
              <Row key={team.id} team={team} mayManage={mayManage} edit={() => setEdited(team)} />
            ))}
          </tbody>
        </table>
      )}
      <More list={found} />
      {edited !== undefined && (
        <Editor
          key={edited === "new" ? "new" : edited.id}
          team={edited === "new" ? undefined : edited}
          close={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

interface RowProps {
  team: Team;
  mayManage: boolean;
  edit: () => void;
}

function Row({ team, mayManage, edit }: RowProps) {
  const remove = useChange(() => changes.removeTeam(team.id), {
    says: () => ({ words: words.removed(team.name), undo: () => changes.makeTeam(said(team)) }),
  });
  return (
    <tr>
      <th scope="row">
        <span className={css.name}>{team.name}</span> <span className={css.quiet}>{team.word}</span>
      </th>
      <td>{team.members.length === 0 ? words.nobody : team.members.join(", ")}</td>
      <td>{team.queues.join(", ")}</td>
      <td>{team.units.join(", ")}</td>
      {mayManage && (
        <td>
          <span className={css.doing}>
            <button
              type="button"
              className={css.textButton}
              aria-label={`${words.edit}: ${team.name}`}
              onClick={edit}
            >
              {words.edit}
            </button>
            <button
              type="button"
              className={css.textButton}
              aria-label={`${text.settings.remove}: ${team.name}`}
              disabled={remove.isPending}
              onClick={() => remove.mutate(undefined)}
            >
              {text.settings.remove}
            </button>
          </span>
        </td>
      )}
    </tr>
  );
}

function said({ word, name, members, queues, units }: Said): Said {
  return { word, name, members, queues, units };
}

function Editor({ team, close }: { team: Team | undefined; close: () => void }) {
  const [draft, setDraft] = useState<Said>(team ? said(team) : NEW);
  const people = useInfiniteQuery(users);
  const handles = people.data?.pages.flatMap((page) => page.users) ?? [];
  const keep = useChange(
    (next: Said) => (team ? changes.team(team.id, next) : changes.makeTeam(next)),
    { isForm: true, says: () => text.settings.saved, after: close },
  );
  const problems = fieldProblems(keep.error);
  const set = (part: Partial<Said>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <FormSheet
      title={team ? words.editTitle(team.name) : words.make}
      submit={team ? text.settings.save : text.settings.make}
      isOpen
      isBusy={keep.isPending}
      problem={otherProblem(keep.error, FIELDS)}
      close={close}
      send={() => keep.mutate(draft)}
    >
      <TextInput
        label={words.name}
        required
        data-autofocus
        value={draft.name}
        error={problems["name"]}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.word}
        description={words.wordHint}
        required
        value={draft.word}
        error={problems["word"]}
        onChange={(event) => set({ word: event.currentTarget.value })}
      />
      <MultiSelect
        label={words.members}
        searchable
        data={handles.map(({ handle, name }) => ({ value: handle, label: name }))}
        value={draft.members}
        error={problems["members"]}
        onChange={(members) => set({ members })}
      />
      <TagsInput
        label={words.queues}
        description={words.queuesHint}
        value={draft.queues}
        error={problems["queues"]}
        onChange={(queues) => set({ queues })}
      />
      <TagsInput
        label={words.units}
        value={draft.units}
        error={problems["units"]}
        onChange={(units) => set({ units })}
      />
    </FormSheet>
  );
}
