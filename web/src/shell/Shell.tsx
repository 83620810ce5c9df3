// What is around every page: the places, search, how it looks, whether the server is heard.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { useLive } from "../api/live";
import { charter } from "../api/queries";
import { signOut, useMe } from "../session/me";
import { NoCharter, useNeedsCharter } from "../start/NoCharter";
import { useIsStarting } from "../start/useProgress";
import { text } from "../text";
import { words } from "../ui/person";
import { Icon } from "./Icon";
import { KeyMap } from "./KeyMap";
import { useKeys } from "./keys";
import { LookChoice } from "./LookChoice";
import { MorePanel } from "./MorePanel";
import { Palette } from "./Palette";
import { PLACES, placesOf } from "./places";
import css from "./shell.module.css";
import { UndoRoom } from "./undo";

type Open = "palette" | "keys" | "more" | undefined;

export function Shell() {
  const [open, setOpen] = useState<Open>();
  const navigate = useNavigate();
  const isHeard = useLive(true);
  // The company's zone and the stages: every page needs them.
  const terms = useQuery(charter);
  const needsCharter = useNeedsCharter(terms.error);
  const close = () => setOpen(undefined);
  const permissions = useMe()?.permissions ?? [];
  const go = placesOf(permissions).map((place) => [
    `g ${place.key}`,
    () => void navigate({ to: place.to }),
  ]);
  useKeys({
    ...Object.fromEntries(go),
    "mod+k": () => setOpen("palette"),
    "?": () => setOpen("keys"),
  });
  return (
    <UndoRoom>
      <a className={css.skip} href="#page">
        {text.shell.skip}
      </a>
      <div className={css.shell}>
        <nav className={css.side} aria-label={text.shell.navigation}>
          <Link to="/" className={css.brand}>
            <img src="/tandem.svg" alt="" width="24" height="24" />
            {text.product}
          </Link>
          <button type="button" className={css.search} onClick={() => setOpen("palette")}>
            <Icon name="search" />
            <span>{text.shell.search}</span>
            <kbd>{isMac() ? "⌘K" : "Ctrl K"}</kbd>
          </button>
          <Places />
          <div className={css.foot}>
            {terms.data?.version.is_trial && <p className={css.trial}>{text.shell.trial}</p>}
            <Person />
            <LookChoice />
            <button type="button" className={css.quietButton} onClick={() => setOpen("keys")}>
              {text.shell.keys} <kbd>?</kbd>
            </button>
          </div>
        </nav>
        <main className={css.main} id="page" tabIndex={-1}>
          {!isHeard && (
            <p className={css.unheard} role="status">
              {text.shell.reconnecting}
            </p>
          )}
          {needsCharter ? <NoCharter /> : <Outlet />}
        </main>
        <PhoneBar open={setOpen} />
      </div>
      <Palette isOpen={open === "palette"} close={close} openKeys={() => setOpen("keys")} />
      <KeyMap isOpen={open === "keys"} close={close} />
      <MorePanel isOpen={open === "more"} close={close} openKeys={() => setOpen("keys")} />
    </UndoRoom>
  );
}

export function Person() {
  const me = useMe();
  const client = useQueryClient();
  if (me === undefined) return null;
  return (
    <div className={css.person}>
      <span title={words(me.user.role)}>{me.user.name}</span>
      <button type="button" onClick={() => void signOut().then(() => client.resetQueries())}>
        {text.shell.signOut}
      </button>
    </div>
  );
}

function Places() {
  const me = useMe();
  const isStarting = useIsStarting();
  return (
    <ul className={css.places}>
      {placesOf(me?.permissions ?? [], isStarting).map((place) => (
        <li key={place.id} data-below={place.isBelow}>
          <Link
            to={place.to}
            className={css.place}
            activeOptions={{ exact: place.id === "today", includeSearch: false }}
          >
            <Icon name={place.id} />
            {text.places[place.id]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function PhoneBar({ open }: { open: (what: Open) => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const onBar = ["today", "inbox"] as const;
  const isElsewhere = path !== "/" && !path.startsWith("/inbox");
  return (
    <nav className={css.bar} aria-label={text.shell.navigation}>
      {PLACES.filter((place) => onBar.some((id) => id === place.id)).map((place) => (
        <Link
          key={place.id}
          to={place.to}
          className={css.barItem}
          activeOptions={{ exact: place.id === "today" }}
        >
          <Icon name={place.id} />
          {text.places[place.id]}
        </Link>
      ))}
      <button type="button" className={css.barItem} onClick={() => open("palette")}>
        <Icon name="search" />
        {text.shell.search}
      </button>
      <button
        type="button"
        className={css.barItem}
        data-status={isElsewhere ? "active" : undefined}
        onClick={() => open("more")}
      >
        <Icon name="more" />
        {text.shell.more}
      </button>
    </nav>
  );
}

function isMac(): boolean {
  return navigator.platform.startsWith("Mac");
}
