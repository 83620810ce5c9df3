// Pages that belong together, as links.

import { Link, type LinkProps } from "@tanstack/react-router";
import css from "./ui.module.css";

interface Props {
  label: string;
  tabs: { name: string; to: NonNullable<LinkProps["to"]> }[];
}

export function Tabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className={css.tabs}>
      {tabs.map(({ name, to }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
