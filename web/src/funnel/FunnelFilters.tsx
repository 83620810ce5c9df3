// What the funnel is of: when its leads began, what it is sliced by, and as known when. All of it is
// part of the address.

import { Button, Menu, Select, Switch, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Funnel } from "../api/queries";
import type { FunnelSearch } from "../router";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { serverNow } from "../time/clock";
import { asCsv, nameOf } from "./csv";
import css from "./funnel.module.css";
import { asPng } from "./image";
import { imageOf } from "./picture";

const DAY_MS = 86_400_000;
const PERIODS: [string, string][] = [
  ["0", text.funnel.periods.all],
  ["30", text.funnel.periods.d30],
  ["90", text.funnel.periods.d90],
  ["365", text.funnel.periods.d365],
];
const SLICED_BY = [
  "lead.source",
  "lead.campaign",
  "lead.seniority",
  "account.industry",
  "account.country",
  "account.segment",
  "persona",
  "motion",
];

export function useSet() {
  const navigate = useNavigate({ from: "/funnel" });
  return (part: { [K in keyof FunnelSearch]: FunnelSearch[K] | undefined }) =>
    void navigate({
      search: (before) => {
        const next = Object.entries({ ...before, ...part }).filter(([, value]) => value);
        return Object.fromEntries(next) as FunnelSearch;
      },
      replace: true,
      resetScroll: false,
    });
}

export function readable(name: string): string {
  return name.replace(/^(?:lead|account)\./, "").replaceAll("_", " ");
}

export function FunnelFilters({ search }: { search: FunnelSearch }) {
  const set = useSet();
  const yesterday = new Date(serverNow() - DAY_MS).toISOString().slice(0, 10);
  return (
    <search className={css.filters}>
      <Select
        aria-label={text.funnel.period}
        data={PERIODS.map(([value, label]) => ({ value, label }))}
        value={String(search.days ?? 0)}
        allowDeselect={false}
        onChange={(chosen) => {
          const days = Number(chosen) || undefined;
          set({ days, ...(days ? {} : { vs: undefined }) });
        }}
      />
      <Select
        aria-label={text.funnel.by}
        placeholder={text.funnel.byNothing}
        data={SLICED_BY.map((value) => ({ value, label: `${text.funnel.by} ${readable(value)}` }))}
        value={search.by ?? null}
        clearable
        onChange={(by) => set({ by: by ?? undefined, value: undefined })}
      />
      <TextInput
        type="date"
        label={text.funnel.known}
        classNames={{ root: css.known ?? "" }}
        max={yesterday}
        value={search.known ?? ""}
        onChange={(event) =>
          // The leads behind a figure are those of now.
          set({ known: event.currentTarget.value || undefined, stage: undefined, vs: undefined })
        }
      />
      {search.days && !search.known && (
        <Switch
          classNames={{ root: css.beside ?? "" }}
          label={text.funnel.compare}
          checked={search.vs ?? false}
          onChange={(event) => set({ vs: event.currentTarget.checked || undefined })}
        />
      )}
    </search>
  );
}

/** The way to somebody else: a link that shows the same, or a file. */
export function Share({ data, sentence }: { data: Funnel; sentence: string }) {
  const say = useSay();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      say({ words: text.funnel.linkCopied });
    } catch {
      // A page without encryption may not write there.
      say({ words: text.funnel.linkFailed, isTrouble: true });
    }
  };
  const paint = async () => {
    try {
      const image = await asPng(imageOf(data, sentence));
      save(nameOf(data, serverNow()).replace(/\.csv$/, ".png"), image);
    } catch {
      say({ words: text.funnel.imageFailed, isTrouble: true });
    }
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default">{text.funnel.share}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copy()}>{text.funnel.copyLink}</Menu.Item>
        <Menu.Item
          onClick={() => save(nameOf(data, serverNow()), new Blob([asCsv(data)], { type: CSV }))}
        >
          {text.funnel.csv}
        </Menu.Item>
        <Menu.Item component="a" href={workbookOf(data)} download>
          {text.funnel.xlsx}
        </Menu.Item>
        <Menu.Item onClick={() => void paint()}>{text.funnel.image}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const CSV = "text/csv;charset=utf-8";

/** The address of the same figures as a workbook. */
function workbookOf({ by, from, until, as_known }: Funnel): string {
  const asked = Object.entries({ by, from, until, as_known }).filter(
    (entry): entry is [string, string] => entry[1] != null,
  );
  return `/api/v1/funnel/workbook?${new URLSearchParams(asked)}`;
}

/** Hands a file to whoever looks. */
function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
