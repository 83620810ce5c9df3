// A proposal: what changes in words, what it would have done to history, who said what, who signs.

import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { backtest, comment, type Proposal, proposal, sign } from "../api/proposals";
import { useMe } from "../session/me";
import { count, text } from "../text";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote, problemInWords } from "../ui/Problem";
import { person } from "../ui/person";
import css from "./proposals.module.css";

export function ProposalPage() {
  const { proposal: id } = useParams({ from: "/inside/proposals/$proposal" });
  const number = Number(id);
  const found = useQuery(proposal(number));
  const { data } = found;
  return (
    <Page
      title={text.proposals.one}
      sentence={data?.title}
      note={data && <Head document={data} />}
      actions={data && <Sign document={data} />}
    >
      {found.isPending && <Waiting lines={8} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && (
        <div className={css.columns}>
          <div>
            {data.state === "open" && <Replay file={data.text} />}
            <Changes document={data} />
            <Said document={data} />
          </div>
          <Signatures document={data} />
        </div>
      )}
    </Page>
  );
}

function Head({ document }: { document: Proposal }) {
  return (
    <span>
      {text.proposals.by(person(document.who))} <Moment at={document.opened_at} precision="day" />,{" "}
      {text.proposals.states[document.state] ?? document.state}
      {document.version != null && ` ${text.charter.version(document.version)}`}
    </span>
  );
}

/** The signature that is asked of whoever looks. */
export function awaits(document: Proposal, role: string | null | undefined): boolean {
  const open = document.signatures.filter((signature) => !signature.who);
  const mine = open.find((signature) => signature.role === role);
  return document.state === "open" && mine !== undefined && !(mine.is_last && open.length > 1);
}

function Sign({ document }: { document: Proposal }) {
  const client = useQueryClient();
  const known = useMe();
  const signing = useMutation({
    mutationFn: () => sign(document.id, document.text_hash),
    onSuccess: (signed) => {
      client.setQueryData(proposal(document.id).queryKey, signed);
      void client.invalidateQueries();
    },
  });
  if (!awaits(document, known?.signs_as)) return null;
  const isLast = document.signatures.filter((signature) => !signature.who).length === 1;
  return (
    <>
      <Button loading={signing.isPending} onClick={() => signing.mutate()}>
        {isLast ? text.proposals.signLast : text.proposals.sign}
      </Button>
      {signing.isError && (
        <p role="alert" className={css.problem}>
          {problemInWords(signing.error)}
        </p>
      )}
    </>
  );
}

function Replay({ file }: { file: string }) {
  const replayed = useQuery(backtest(file));
  const { data } = replayed;
  return (
    <section className={css.replay}>
      <h2>{text.proposals.replay}</h2>
      {replayed.isPending && <Waiting lines={3} />}
      {replayed.isError && (
        <ProblemNote error={replayed.error} retry={() => void replayed.refetch()} />
      )}
      {data && (
        <>
          <p className={css.verdict}>{data.verdict}</p>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{text.proposals.stage}</th>
                <th scope="col">{text.proposals.before}</th>
                <th scope="col">{text.proposals.after}</th>
                <th scope="col">{text.proposals.difference}</th>
              </tr>
            </thead>
            <tbody>
              {data.stages.map((stage) => (
                <tr key={stage.id}>
                  <th scope="row">{stage.name}</th>
                  <td>{count(stage.before.all)}</td>
                  <td>{count(stage.after.all)}</td>
                  <td>{signed(stage.after.all - stage.before.all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.first_day && (
            <p className={css.quiet}>{text.proposals.firstDay(data.first_day.moves.all)}</p>
          )}
          {data.notes.map((note) => (
            <p key={note} className={css.quiet}>
              {note}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function signed(difference: number): string {
  if (difference === 0) return "0";
  return difference > 0 ? `+${count(difference)}` : `−${count(-difference)}`;
}

function Changes({ document }: { document: Proposal }) {
  return (
    <section className={css.block}>
      <h2>{text.proposals.changes}</h2>
      {document.changes.length === 0 && <p className={css.quiet}>{text.proposals.noChanges}</p>}
      <ul>
        {document.changes.map((change) => (
          <li key={change.clause}>
            <p className={css.chapter}>{change.chapter}</p>
            {change.was && <p className={css.was}>{change.was}</p>}
            {change.is && <p className={css.is}>{change.is}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ document }: { document: Proposal }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState("");
  const saying = useMutation({
    mutationFn: () => comment(document.id, draft.trim()),
    onSuccess: (changed) => {
      client.setQueryData(proposal(document.id).queryKey, changed);
      setDraft("");
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (draft.trim()) saying.mutate();
  };
  return (
    <section className={css.block}>
      <h2>{text.proposals.said}</h2>
      <ul>
        {document.comments.map((one) => (
          <li key={one.id}>
            <p className={css.chapter}>
              {person(one.who)}, <Moment at={one.at} />
            </p>
            <p>{one.said}</p>
          </li>
        ))}
      </ul>
      {document.state === "open" && (
        <form onSubmit={send} className={css.form}>
          <Textarea
            label={text.proposals.say}
            autosize
            minRows={2}
            maxLength={5000}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          {saying.isError && (
            <p role="alert" className={css.problem}>
              {problemInWords(saying.error)}
            </p>
          )}
          <Button type="submit" variant="default" loading={saying.isPending}>
            {text.proposals.saySubmit}
          </Button>
        </form>
      )}
    </section>
  );
}

function Signatures({ document }: { document: Proposal }) {
  return (
    <aside className={css.aside}>
      <h2>{text.proposals.signatures}</h2>
      <ul>
        {document.signatures.map((signature) => (
          <li key={signature.role} data-signed={Boolean(signature.who) || undefined}>
            <p>{text.proposals.role(signature.role)}</p>
            <p className={css.quiet}>
              {signature.who && signature.at ? (
                <>
                  {person(signature.who)}, <Moment at={signature.at} />
                </>
              ) : (
                text.proposals.awaited(signature.is_last)
              )}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
