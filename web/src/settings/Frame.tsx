// The settings: their sections on the side, one of them beside it. What somebody may not open is not
// listed, and says why where they come by an address.

import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useMe } from "../session/me";
import { text } from "../text";
import { Empty } from "../ui/Empty";
import { Page } from "../ui/Page";
import { type Section, sectionAt, seenBy } from "./sections";
import css from "./settings.module.css";

const words = text.settings;

export function SettingsFrame() {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (me === undefined) return null;
  const seen = seenBy(me.permissions);
  const here = sectionAt(path);
  const may = here === undefined || seen.includes(here);
  return (
    <div className={css.frame}>
      <nav aria-label={words.sections} className={css.sections}>
        {(["you", "company", "connected", "watch"] as const).map((group) => (
          <Group
            key={group}
            title={words.groups[group]}
            sections={seen.filter((section) => section.group === group)}
          />
        ))}
      </nav>
      <div className={css.section}>
        {may ? <Outlet /> : <MayNot role={words.roles[me.user.role] ?? me.user.role} />}
      </div>
    </div>
  );
}

function Group({ title, sections }: { title: string; sections: Section[] }) {
  if (sections.length === 0) return null;
  return (
    <div>
      <p>{title}</p>
      <ul>
        {sections.map((section) => (
          <li key={section.name}>
            <Link to={section.to} activeOptions={{ exact: true, includeSearch: false }}>
              {words.names[section.name]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MayNot({ role }: { role: string }) {
  return (
    <Page title={words.title} sentence={words.mayNot}>
      <Empty title={words.mayNot} hint={words.mayNotHint(role)}>
        <Link to="/settings/people">{words.askWho}</Link>
      </Empty>
    </Page>
  );
}
