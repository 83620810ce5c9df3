// Tokens: programs that act for a user, each with at most what its scope says.

import { Button, Checkbox, Input, NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { changes, type Token, tokens } from "../api/settings";
import { useMe } from "../session/me";
import { text } from "../text";
import { serverNow } from "../time/clock";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { fieldProblems, otherProblem, useChange } from "./change";
import { FormSheet } from "./Form";
import { More } from "./More";
import { ShownOnce } from "./ShownOnce";
import css from "./settings.module.css";
import { Twice } from "./Twice";

const words = text.settings.tokens;
const DAY_MS = 86_400_000;
const ENDS: [keyof typeof words.endsChoices, number | undefined][] = [
  ["d30", 30],
  ["d90", 90],
  ["d365", 365],
  ["never", undefined],
];
/** What most programs that only read need. */
const USUAL = ["leads.read", "figures.read", "charters.read"];

export function TokensPage() {
  const { all = false } = useSearch({ from: "/inside/settings/tokens" });
  const me = useMe();
  const mayManage = me?.permissions.includes("tokens.manage") ?? false;
  const isAll = all && mayManage;
  const found = useInfiniteQuery(tokens(isAll));
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string }>();
  const list = found.data?.pages.flatMap((page) => page.tokens) ?? [];
  const working = list.filter((token) => stateOf(token) === "works").length;
  return (
    <Page
      title={text.settings.names.tokens}
      sentence={found.data && (isAll ? words.sentenceAll(working) : words.sentence(working))}
      note={words.hint}
      actions={<Button onClick={() => setMaking(true)}>{words.make}</Button>}
    >
      {mayManage && <Whose isAll={isAll} />}
      {found.isPending && <Waiting lines={5} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {list.length > 0 && (
        <table className={css.table} data-cards aria-label={text.settings.names.tokens}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.scope}</th>
              {isAll && <th scope="col">{words.owner}</th>}
              <th scope="col">{words.used}</th>
              <th scope="col">{words.ends}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{text.settings.people.actions}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((token) => (
              <Row key={token.id} token={token} isAll={isAll} />
            ))}
          </tbody>
        </table>
      )}
      <More list={found} />
      {isMaking && <Maker close={() => setMaking(false)} show={setMade} />}
      <ShownOnce
        title={words.secretTitle(made?.name ?? "")}
        hint={words.useHint}
        value={made?.secret}
        close={() => setMade(undefined)}
      />
    </Page>
  );
}

function stateOf(token: Token): "works" | "revoked" | "ended" {
  if (token.revoked_at) return "revoked";
  return token.ends_at && Date.parse(token.ends_at) <= serverNow() ? "ended" : "works";
}

function Whose({ isAll }: { isAll: boolean }) {
  const navigate = useNavigate({ from: "/settings/tokens" });
  return (
    <div className={css.tabs} role="group" aria-label={words.whose}>
      {[false, true].map((all) => (
        <button
          key={String(all)}
          type="button"
          aria-pressed={all === isAll}
          onClick={() => void navigate({ search: all ? { all: true } : {}, replace: true })}
        >
          {all ? words.all : words.mine}
        </button>
      ))}
    </div>
  );
}

function Row({ token, isAll }: { token: Token; isAll: boolean }) {
  const revoke = useChange(() => changes.revokeToken(token.id), {
    says: () => words.gone(token.name),
  });
  const state = stateOf(token);
  return (
    <tr data-off={state !== "works" || undefined}>
      <th scope="row" className={css.name}>
        {token.name}
      </th>
      <td className={css.mono}>{token.scope.join(", ")}</td>
      {isAll && <td>{token.owner}</td>}
      <td>{token.used_at ? <Moment at={token.used_at} /> : text.settings.never}</td>
      <td>{token.ends_at ? <Moment at={token.ends_at} precision="day" /> : text.settings.never}</td>
      <td>{words[state]}</td>
      <td>
        <span className={css.doing}>
          {state === "works" && (
            <Twice name={words.revoke} of={token.name} act={() => revoke.mutate(undefined)} />
          )}
        </span>
      </td>
    </tr>
  );
}

interface MakerProps {
  close: () => void;
  show: (made: { name: string; secret: string }) => void;
}

function Maker({ close, show }: MakerProps) {
  const me = useMe();
  const own = me?.permissions ?? [];
  const [name, setName] = useState("");
  const [ends, setEnds] = useState<string>("d90");
  const [scope, setScope] = useState(() => USUAL.filter((word) => own.includes(word)));
  const make = useChange(changes.makeToken, {
    isForm: true,
    after: ({ token, secret }) => {
      close();
      show({ name: token.name, secret });
    },
  });
  const problems = fieldProblems(make.error);
  const send = () => {
    const days = ENDS.find(([choice]) => choice === ends)?.[1];
    const ends_at = days && new Date(serverNow() + days * DAY_MS).toISOString();
    make.mutate({ name: name.trim(), scope, ...(ends_at ? { ends_at } : {}) });
  };
  return (
    <FormSheet
      title={words.make}
      submit={text.settings.make}
      isOpen
      isBusy={make.isPending}
      problem={otherProblem(make.error, ["name", "scope", "ends_at"])}
      close={close}
      send={send}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        data-autofocus
        value={name}
        error={problems["name"]}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.ends}
        data={ENDS.map(([value]) => ({ value, label: words.endsChoices[value] }))}
        value={ends}
        error={problems["ends_at"]}
        onChange={(event) => setEnds(event.currentTarget.value)}
      />
      <fieldset className={css.fieldset}>
        <legend>{words.scope}</legend>
        <div className={css.scopes}>
          {own.map((word) => (
            <Checkbox
              key={word}
              size="xs"
              label={word}
              checked={scope.includes(word)}
              onChange={(event) =>
                setScope(
                  event.currentTarget.checked
                    ? own.filter((known) => known === word || scope.includes(known))
                    : scope.filter((known) => known !== word),
                )
              }
            />
          ))}
        </div>
        {(problems["scope"] ?? (scope.length === 0 ? words.scopeNeeded : undefined)) && (
          <Input.Error>{problems["scope"] ?? words.scopeNeeded}</Input.Error>
        )}
      </fieldset>
    </FormSheet>
  );
}
