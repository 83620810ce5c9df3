// The audit trail: who changed what apart from facts, and when. Its filters are in the address.

import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Schemas } from "../api/client";
import { audit } from "../api/settings";
import { text } from "../text";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { words as inWords, person } from "../ui/person";
import { More } from "./More";
import type { AuditSearch } from "./search";
import css from "./settings.module.css";
import { told } from "./told";

const words = text.settings.audit;
const TYPING_MS = 250;
export function AuditPage() {
  const search = useSearch({ from: "/inside/settings/audit" });
  const asked = { ...search, from: startOf(search.from), until: startOf(search.until) };
  const found = useInfiniteQuery({ ...audit(asked), placeholderData: keepPreviousData });
  const changes = found.data?.pages.flatMap((page) => page.changes) ?? [];
  return (
    <Page title={text.settings.names.audit} sentence={words.sentence}>
      <Filters search={search} />
      {found.isPending && <Waiting lines={10} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && found.data && (
        <OldNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data && changes.length === 0 && <Empty title={words.none} />}
      {changes.length > 0 && (
        <table className={css.table} data-cards aria-label={text.settings.names.audit}>
          <thead>
            <tr>
              <th scope="col">{words.columns.when}</th>
              <th scope="col">{words.columns.who}</th>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.before}</th>
              <th scope="col">{words.columns.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Row key={change.id} change={change} />
            ))}
          </tbody>
        </table>
      )}
      <More list={found} />
    </Page>
  );
}

function Row({ change }: { change: Schemas["AuditDocument"] }) {
  const { before, after } = told(change.before, change.after);
  return (
    <tr>
      <td>
        <Moment at={change.at} />
      </td>
      <td>{person(change.who)}</td>
      <th scope="row">{inWords(change.what).replace(".", ": ")}</th>
      <td className={css.mono}>{before}</td>
      <td className={css.mono}>{after}</td>
    </tr>
  );
}

/** The start of a day, in UTC as the trail has it. */
function startOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00Z`;
}

function Filters({ search }: { search: AuditSearch }) {
  const navigate = useNavigate({ from: "/settings/audit" });
  const set = (part: { [K in keyof AuditSearch]: AuditSearch[K] | undefined }) =>
    void navigate({
      search: (before) => {
        const next = Object.entries({ ...before, ...part }).filter(([, value]) => value);
        return Object.fromEntries(next) as AuditSearch;
      },
      replace: true,
      resetScroll: false,
    });
  const setWho = useDebouncedCallback(
    (who: string) => set({ who: who.trim() || undefined }),
    TYPING_MS,
  );
  const whats = Object.entries(words.whats).map(([value, label]) => ({ value, label }));
  return (
    <search className={css.filters}>
      <NativeSelect
        label={words.what}
        data={[{ value: "", label: words.anything }, ...whats]}
        value={search.what ?? ""}
        onChange={(event) => set({ what: event.currentTarget.value || undefined })}
      />
      <TextInput
        label={words.who}
        defaultValue={search.who ?? ""}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.from}
        value={search.from ?? ""}
        onChange={(event) => set({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={words.until}
        value={search.until ?? ""}
        onChange={(event) => set({ until: event.currentTarget.value || undefined })}
      />
    </search>
  );
}
