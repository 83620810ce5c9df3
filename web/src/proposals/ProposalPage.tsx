// A proposal: what changes in words, what it would have done to history, who said what, who signs.

import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useReplay } from "../api/backtests";
import { comment, type Proposal, proposal, sign, withdraw } from "../api/proposals";
import { useMe } from "../session/me";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote, problemInWords } from "../ui/Problem";
import { person } from "../ui/person";
import { ChangeList } from "./ChangeList";
import css from "./proposals.module.css";
import { Replay } from "./Replay";
import { ReplayBar } from "./ReplayBar";

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
      actions={
        data && (
          <>
            <Own document={data} />
            <Sign document={data} />
          </>
        )
      }
    >
      {found.isPending && <Waiting lines={8} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && (
        <div className={css.columns}>
          <div>
            {data.state === "open" && <Replayed file={data.text} />}
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

/** What whoever proposed it may do while it is open. */
function Own({ document }: { document: Proposal }) {
  const client = useQueryClient();
  const known = useMe();
  const say = useSay();
  const withdrawing = useMutation({
    mutationFn: () => withdraw(document.id),
    onSuccess: (withdrawn) => {
      client.setQueryData(proposal(document.id).queryKey, withdrawn);
      void client.invalidateQueries({ queryKey: ["charter"] });
    },
    onError: (error) => say({ words: problemInWords(error), isTrouble: true }),
  });
  const isMine = known?.user.handle === document.who;
  if (!isMine || document.state !== "open" || !known.permissions.includes("proposals.write")) {
    return null;
  }
  return (
    <>
      <Button
        variant="default"
        loading={withdrawing.isPending}
        onClick={() => withdrawing.mutate()}
      >
        {text.proposals.withdraw}
      </Button>
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link to="/charter/edit" search={{ proposal: document.id }} {...props} />
        )}
      >
        {text.proposals.change}
      </Button>
    </>
  );
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

function Replayed({ file }: { file: string }) {
  const { replayed, part } = useReplay(file);
  return (
    <section className={css.replay}>
      <h2>{text.proposals.replay}</h2>
      {replayed.isPending &&
        (part === undefined ? <Waiting lines={3} /> : <ReplayBar part={part} />)}
      {replayed.isError && (
        <ProblemNote error={replayed.error} retry={() => void replayed.refetch()} />
      )}
      {replayed.data && <Replay data={replayed.data} />}
    </section>
  );
}

function Changes({ document }: { document: Proposal }) {
  return (
    <section className={css.block}>
      <h2>{text.proposals.changes}</h2>
      <ChangeList changes={document.changes} />
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
