// All accounts, soonest due first.

import { Button, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type Account, accountList } from "../api/accounts";
import { LEAD_TABS } from "../leads/tabs";
import { count, points, text } from "../text";
import { Due } from "../ui/Due";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { person } from "../ui/person";
import { Stage } from "../ui/Stage";
import { Tabs } from "../ui/Tabs";
import css from "./accounts.module.css";

const words = text.accounts;
const TYPING_MS = 250;

export function AccountsPage() {
  const { text: asked } = useSearch({ from: "/inside/accounts" });
  const navigate = useNavigate({ from: "/accounts" });
  const list = useInfiniteQuery({ ...accountList(asked), placeholderData: keepPreviousData });
  const look = useDebouncedCallback(
    (typed: string) =>
      void navigate({ search: typed.trim() ? { text: typed.trim() } : {}, replace: true }),
    TYPING_MS,
  );
  const accounts = list.data?.pages.flatMap((page) => page.accounts) ?? [];
  const first = list.data?.pages[0];
  return (
    <Page
      title={words.title}
      sentence={first && words.sentence(first.count, first.has_terms)}
      note={first && !first.has_terms && words.noTerms}
    >
      <Tabs label={words.tabs} tabs={LEAD_TABS} />
      <search className={css.filters}>
        <TextInput
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={asked ?? ""}
          onChange={(event) => look(event.currentTarget.value)}
        />
      </search>
      {list.isPending && <Waiting lines={10} />}
      {list.isError && !list.data && (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isError && list.data && (
        <OldNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.data && accounts.length === 0 && (
        <Empty
          title={asked ? words.none : words.empty}
          {...(asked ? {} : { hint: words.emptyHint })}
        />
      )}
      {accounts.length > 0 && <Table accounts={accounts} hasTerms={first?.has_terms ?? false} />}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {text.settings.more}
        </Button>
      )}
    </Page>
  );
}

interface TableProps {
  accounts: Account[];
  /** Whether the charter says anything of accounts. */
  hasTerms: boolean;
}

function Table({ accounts, hasTerms }: TableProps) {
  return (
    <table className={css.table} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          {hasTerms && (
            <>
              <th scope="col">{words.columns.stage}</th>
              <th scope="col" data-wide>
                {words.columns.who}
              </th>
              <th scope="col">{words.columns.due}</th>
            </>
          )}
          <th scope="col" data-number>
            {words.columns.people}
          </th>
          {hasTerms && (
            <>
              <th scope="col" data-number data-wide>
                {words.columns.fit}
              </th>
              <th scope="col" data-number data-wide>
                {words.columns.engagement}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row">
              <Link to="/accounts/$account" params={{ account: account.id }}>
                {account.name}
              </Link>
            </th>
            {hasTerms && (
              <>
                <td>
                  <Stage stage={account.stage} />
                </td>
                <td data-wide>{account.who ? person(account.who) : "–"}</td>
                <td>
                  <Due due={account.due} isLate={account.is_late} />
                </td>
              </>
            )}
            <td data-number>{count(account.people)}</td>
            {hasTerms && (
              <>
                <td data-number data-wide>
                  {points(Math.round(account.fit))}
                </td>
                <td data-number data-wide>
                  {points(Math.round(account.engagement))}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
