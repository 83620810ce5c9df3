// All leads, soonest due first.

import { Button, Select, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { isLong } from "../api/long";
import { charter, leadList } from "../api/queries";
import { useKeys } from "../shell/keys";
import { text } from "../text";
import { useNow } from "../time/clock";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { person } from "../ui/person";
import { Tabs } from "../ui/Tabs";
import { DuePicture } from "./DuePicture";
import { asFilter, isNarrowed, type LeadSearch } from "./filter";
import { LeadTable } from "./LeadTable";
import css from "./leads.module.css";
import { LEAD_TABS } from "./tabs";
import { knowsAllLate, standing } from "./urgency";

const TYPING_MS = 200;

export function LeadsPage() {
  const search = useSearch({ from: "/inside/leads" });
  const list = useInfiniteQuery({
    ...leadList(asFilter(search)),
    placeholderData: keepPreviousData,
  });
  const now = useNow();
  const leads = list.data?.pages.flatMap((page) => page.leads) ?? [];
  const found = standing(leads, now);
  const isWhole = knowsAllLate(leads, list.hasNextPage, now);
  const sentence = list.data
    ? text.leads.late(found.late, !isWhole) + (isWhole ? text.leads.soon(found.today) : "")
    : undefined;
  return (
    <Page title={text.leads.title} sentence={sentence}>
      <Tabs label={text.accounts.tabs} tabs={LEAD_TABS} />
      <DuePicture
        standing={found}
        isWhole={!list.hasNextPage}
        isWaiting={list.data === undefined}
      />
      <Filters search={search} />
      {list.isError && list.data && (
        <OldNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isPending && <Waiting lines={12} />}
      {list.isError && !list.data && (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.data && leads.length === 0 && <NoLeads search={search} />}
      {isLong(list.data) && <LongNote at={list.dataUpdatedAt} />}
      {leads.length > 0 && (
        <LeadTable
          leads={leads}
          more={list.hasNextPage && !list.isFetchingNextPage ? list.fetchNextPage : undefined}
        />
      )}
    </Page>
  );
}

/** A long list is not asked for again by itself; rows that change are. */
function LongNote({ at }: { at: number }) {
  const client = useQueryClient();
  return (
    <p className={css.long}>
      {text.leads.long}
      <Moment at={new Date(at).toISOString()} />.{" "}
      <button type="button" onClick={() => void client.resetQueries({ queryKey: ["leads"] })}>
        {text.leads.refresh}
      </button>
    </p>
  );
}

function NoLeads({ search }: { search: LeadSearch }) {
  if (!isNarrowed(search) && search.all) {
    return <Empty title={text.leads.empty} hint={text.leads.emptyHint} />;
  }
  return (
    <Empty title={text.leads.none} hint={text.leads.noneHint}>
      <Link to="/leads" search={{ all: true }}>
        {text.leads.clear}
      </Link>
    </Empty>
  );
}

function Filters({ search }: { search: LeadSearch }) {
  const navigate = useNavigate({ from: "/leads" });
  const terms = useQuery(charter);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search.text ?? "");
  // The address may change without the field: a link, the way back.
  useEffect(() => setTyped(search.text ?? ""), [search.text]);
  const set = (part: { [K in keyof LeadSearch]: LeadSearch[K] | undefined }) =>
    void navigate({
      search: (before) => {
        const next = Object.entries({ ...before, ...part });
        return Object.fromEntries(next.filter(([, value]) => value)) as LeadSearch;
      },
      replace: true,
    });
  const look = useDebouncedCallback(
    (asked: string) => set({ text: asked.trim() || undefined }),
    TYPING_MS,
  );
  useKeys({ "/": () => input.current?.focus() });
  const stages = terms.data?.stages.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <search className={css.filters}>
      <TextInput
        ref={input}
        className={css.text}
        aria-label={text.leads.search}
        placeholder={text.leads.search}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
      <Select
        className={css.stage}
        aria-label={text.leads.stage}
        placeholder={text.leads.anyStage}
        data={stages}
        value={search.stage ?? null}
        onChange={(stage) => set({ stage: stage ?? undefined })}
        clearable
        comboboxProps={{ withinPortal: true }}
      />
      {search.due && (
        <Button variant="light" onClick={() => set({ due: undefined })} rightSection="×">
          {text.leads.due[search.due]}
        </Button>
      )}
      {search.place && (
        <Button variant="light" onClick={() => set({ place: undefined })} rightSection="×">
          {text.leads.inQueue}
        </Button>
      )}
      {search.who && (
        <Button variant="light" onClick={() => set({ who: undefined })} rightSection="×">
          {text.leads.who} {person(search.who)}
        </Button>
      )}
      <Switch
        label={text.leads.open}
        checked={!search.all}
        onChange={(event) => set({ all: !event.currentTarget.checked || undefined })}
      />
    </search>
  );
}
