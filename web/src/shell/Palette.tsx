// Search any lead, page or action.

import { Modal, useMantineColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { leadSearch } from "../api/queries";
import { useMe } from "../session/me";
import { text } from "../text";
import { placesOf } from "./places";
import css from "./shell.module.css";

interface Props {
  isOpen: boolean;
  close: () => void;
  openKeys: () => void;
}

interface Entry {
  id: string;
  group: string;
  name: string;
  detail?: string;
  act: () => void;
}

/** So many leads are offered. */
const LEADS_MAX = 8;
const WAIT_MS = 120;

export function Palette({ isOpen, close, openKeys }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      withCloseButton={false}
      attributes={{ content: { "aria-label": text.palette.title } }}
      size="lg"
      padding={0}
      yOffset="12vh"
    >
      <Search close={close} openKeys={openKeys} />
    </Modal>
  );
}

function Search({ close, openKeys }: Omit<Props, "isOpen">) {
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const [settled] = useDebouncedValue(asked.trim(), WAIT_MS);
  const found = useQuery({ ...leadSearch(settled, LEADS_MAX), placeholderData: keepPreviousData });
  const entries = useEntries(asked.trim(), found.data?.leads ?? [], openKeys);
  const list = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useEffect(() => setAt(0), [asked]);
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    close();
    entry.act();
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setAt((at + step + entries.length) % entries.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(entries[at]);
    }
  };
  const isSearching = asked.trim() !== settled || found.isFetching;
  return (
    <div className={css.palette}>
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={entries[at] ? `${list}-${entries[at].id}` : undefined}
        aria-label={text.palette.placeholder}
        placeholder={text.palette.placeholder}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={text.palette.title} className={css.entries}>
        {entries.map((entry, index) => (
          <div
            key={entry.id}
            id={`${list}-${entry.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={css.entry}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(entry)}
            onKeyDown={press}
          >
            <span className={css.entryName}>{entry.name}</span>
            <span className={css.entryDetail}>{entry.detail ?? entry.group}</span>
          </div>
        ))}
      </div>
      <p className={css.paletteHint} role="status">
        {entries.length === 0 && asked
          ? isSearching
            ? text.palette.searching
            : text.palette.nothing(asked)
          : text.palette.hint}
      </p>
    </div>
  );
}

type Found = {
  id: string;
  name?: string | null;
  company?: string | null;
  stage?: { name: string } | null;
};

function useEntries(asked: string, leads: Found[], openKeys: () => void): Entry[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const me = useMe();
  const fits = (name: string) => name.toLowerCase().includes(asked.toLowerCase());
  const found = asked === "" ? [] : leads;
  return [
    ...found.map((lead) => ({
      id: lead.id,
      group: text.palette.leads,
      name: lead.name ?? lead.company ?? lead.id,
      detail: [lead.company, lead.stage?.name].filter(Boolean).join(" · "),
      act: () => void navigate({ to: "/leads/$lead", params: { lead: lead.id } }),
    })),
    ...placesOf(me?.permissions ?? [])
      .filter((place) => fits(text.places[place.id]))
      .map((place) => ({
        id: place.id,
        group: text.palette.pages,
        name: text.places[place.id],
        act: () => void navigate({ to: place.to }),
      })),
    ...[
      { id: "light", name: text.shell.light, act: () => setColorScheme("light") },
      { id: "dark", name: text.shell.dark, act: () => setColorScheme("dark") },
      { id: "keys", name: text.shell.keys, act: openKeys },
    ]
      .filter((action) => fits(action.name))
      .map((action) => ({ ...action, group: text.palette.actions })),
  ];
}
