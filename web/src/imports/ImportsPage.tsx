// Imports so far, and where the next one begins.

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { imports, openImport, upload } from "../api/imports";
import { useMe } from "../session/me";
import { More } from "../settings/More";
import { text } from "../text";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { person } from "../ui/person";
import { Tabs } from "../ui/Tabs";
import { DropZone } from "./DropZone";
import css from "./imports.module.css";
import { DATA_TABS } from "./tabs";

const words = text.imports;

export function ImportsPage() {
  const me = useMe();
  if (me === undefined) return null;
  if (!me.permissions.includes("imports.run")) {
    const role = text.settings.roles[me.user.role] ?? me.user.role;
    return (
      <Page title={words.title} sentence={text.settings.mayNot}>
        <Empty title={text.settings.mayNot} hint={text.settings.mayNotHint(role)}>
          <Link to="/settings/people">{text.settings.askWho}</Link>
        </Empty>
      </Page>
    );
  }
  return <Imports />;
}

function Imports() {
  const found = useInfiniteQuery(imports);
  const navigate = useNavigate();
  const client = useQueryClient();
  const begun = useRef<number>(undefined);
  const list = found.data?.pages.flatMap((page) => page.imports) ?? [];
  const take = async (file: File) => {
    begun.current ??= (await openImport()).id;
    await upload(begun.current, file);
  };
  const taken = () => {
    void client.invalidateQueries({ queryKey: ["imports"] });
    const id = begun.current;
    begun.current = undefined;
    if (id !== undefined) void navigate({ to: "/imports/$import", params: { import: String(id) } });
  };
  return (
    <Page title={words.title} sentence={found.data && words.sentence(list.length)}>
      <Tabs label={text.places.imports} tabs={DATA_TABS} />
      <DropZone take={take} taken={taken} />
      {found.isPending && <Waiting lines={3} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {list.length > 0 && (
        <section className={css.block}>
          <h2>{words.before}</h2>
          <table className={css.table} aria-label={words.before}>
            <thead>
              <tr>
                <th scope="col">{words.files}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.opened}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((it) => (
                <tr key={it.id}>
                  <th scope="row">
                    <Link to="/imports/$import" params={{ import: String(it.id) }}>
                      {it.files.map(({ name }) => name).join(", ") || words.one(it.id)}
                    </Link>
                  </th>
                  <td>{words.states[it.state] ?? it.state}</td>
                  <td>{person(it.who)}</td>
                  <td>
                    <Moment at={it.opened_at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <More list={found} />
        </section>
      )}
    </Page>
  );
}
