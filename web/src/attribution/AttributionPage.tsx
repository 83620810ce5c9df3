// What brought what was won: the share of each, and how far models disagree about it.

import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { money } from "../accounts/money";
import { type Attribution, type AttributionAsked, attribution } from "../api/attribution";
import { MIRROR_TABS } from "../mirror/tabs";
import { count, share, text } from "../text";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "./attribution.module.css";
import { Ranges } from "./Ranges";
import { Results } from "./Results";

const words = text.attribution;

export function AttributionPage() {
  const search = useSearch({ from: "/inside/attribution" });
  const found = useQuery({ ...attribution(search), placeholderData: keepPreviousData });
  const { data } = found;
  const [opened, setOpened] = useState<string>();
  return (
    <Page
      title={words.title}
      sentence={data?.sentence}
      note={data && data.results > 0 && <Note data={data} />}
    >
      <Tabs label={words.tabs} tabs={MIRROR_TABS} />
      <Filters search={search} />
      {found.isPending && <Waiting lines={8} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && data && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {data && data.values.length === 0 && <Empty title={words.none} hint={words.noneHint} />}
      {data && data.values.length > 0 && (
        <>
          <Ranges values={data.values} />
          <Shares data={data} opened={opened} open={setOpened} />
          {opened !== undefined && (
            <Results asked={search} value={opened} of={data} close={() => setOpened(undefined)} />
          )}
        </>
      )}
    </Page>
  );
}

function Note({ data }: { data: Attribution }) {
  const said = [
    words.n(data.shared_results, data.results, data.unit),
    data.untouched > 0 && words.untouched(data.untouched),
    data.unlinked > 0 && words.unlinked(data.unlinked),
    !data.is_agreed && words.notAgreed,
    data.robust,
  ];
  return <span>{said.filter(Boolean).join(" ")}</span>;
}

function Filters({ search }: { search: AttributionAsked }) {
  const navigate = useNavigate({ from: "/attribution" });
  const set = (part: AttributionAsked) =>
    void navigate({
      search: (before) => {
        const next = Object.entries({ ...before, ...part }).filter(([, value]) => value);
        return Object.fromEntries(next) as AttributionAsked;
      },
      replace: true,
      resetScroll: false,
    });
  const models = Object.entries(words.models).map(([value, label]) => ({ value, label }));
  return (
    <search className={css.filters}>
      <NativeSelect
        label={words.by}
        data={Object.entries(words.bys).map(([value, label]) => ({ value, label }))}
        value={search.by ?? "channel"}
        onChange={(event) => set({ by: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.model}
        data={[{ value: "", label: words.agreed }, ...models]}
        value={search.model ?? ""}
        onChange={(event) => set({ model: event.currentTarget.value })}
      />
    </search>
  );
}

interface SharesProps {
  data: Attribution;
  opened: string | undefined;
  open: (value: string | undefined) => void;
}

function Shares({ data, opened, open }: SharesProps) {
  return (
    <Table label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.columns.value}</th>
          <th scope="col">{words.columns.share}</th>
          <th scope="col">{words.columns.range}</th>
          <th scope="col">{words.columns.rank}</th>
          <th scope="col">{words.columns.amount}</th>
          <th scope="col">{words.columns.behind}</th>
        </tr>
      </thead>
      <tbody>
        {data.values.map((it) => (
          <tr key={it.value}>
            <th scope="row">{it.value.replaceAll("_", " ") || words.unnamed}</th>
            <td>{share(it.share)}</td>
            <td>{words.range(it.share_least, it.share_most)}</td>
            <td>{words.ranks(it.rank_best, it.rank_worst)}</td>
            <td>{money(it.amount_minor / data.minor_per_unit, data.currency)}</td>
            <td>
              <button
                type="button"
                className={css.textButton}
                aria-pressed={opened === it.value}
                disabled={it.behind === 0}
                onClick={() => open(opened === it.value ? undefined : it.value)}
              >
                {count(it.behind)}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
