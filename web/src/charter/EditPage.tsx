// A change to the charter: as a form, beside it the file in step; while one changes either, what it
// would have done to everything that happened, and what it says in words. Then it is proposed.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { type Chapter, proposal as proposalQuery } from "../api/proposals";
import { charter } from "../api/queries";
import { FileEditor } from "../file/FileEditor";
import { ChangeList } from "../proposals/ChangeList";
import { Replay } from "../proposals/Replay";
import { ReplayBar } from "../proposals/ReplayBar";
import { useMe } from "../session/me";
import { text } from "../text";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { compare } from "./compare";
import { completer } from "./completer";
import { keepDraft, keptDraft } from "./draft";
import css from "./edit.module.css";
import { CharterForm } from "./form/CharterForm";
import { useForm } from "./form/useForm";
import { ProposeSheet } from "./ProposeSheet";
import { type Study, useStudy } from "./study";

const words = text.charter;

export function EditPage() {
  const { proposal } = useSearch({ from: "/inside/charter/edit" });
  const inForce = useQuery(charter);
  const changed = useQuery({ ...proposalQuery(proposal ?? 0), enabled: proposal !== undefined });
  const me = useMe();
  const found = proposal === undefined ? inForce : changed;
  const mayWrite = me?.permissions.includes("proposals.write") ?? false;
  if (me !== undefined && !mayWrite) {
    return (
      <Page title={words.editor} sentence={text.settings.mayNot}>
        <Empty title={text.settings.mayNot} hint={words.mayNotPropose}>
          <Link to="/charter">{words.toCharter}</Link>
        </Empty>
      </Page>
    );
  }
  if (!inForce.data || !found.data) {
    return (
      <Page title={words.editor}>
        {found.isError ? (
          <ProblemNote error={found.error} retry={() => void found.refetch()} />
        ) : (
          <Waiting lines={12} />
        )}
      </Page>
    );
  }
  const { version, text: file, chapters } = inForce.data;
  return (
    <Editor
      key={proposal ?? "new"}
      of={changed.data ? `proposal ${changed.data.id} ${changed.data.text_hash}` : version.hash}
      begin={changed.data?.text ?? file}
      base={file}
      chapters={chapters}
      proposal={changed.data}
      mayReplay={me?.permissions.includes("proposals.backtest") ?? false}
    />
  );
}

interface Props {
  /** What the draft is a change of, for keeping it. */
  of: string;
  begin: string;
  /** The charter in force. */
  base: string;
  chapters: Chapter[];
  proposal: { id: number; title: string; takes_force?: string | null } | undefined;
  mayReplay: boolean;
}

function Editor({ of, begin, base, chapters, proposal, mayReplay }: Props) {
  const [file, setFile] = useState(() => keptDraft(of) ?? begin);
  const [isProposing, setProposing] = useState(false);
  const study = useStudy(file, base, mayReplay);
  const { checked } = study;
  const isCurrent = checked?.file === file;
  const isSound = isCurrent && checked.chapters !== undefined;
  const names = checked?.names;
  const complete = useMemo(() => (names ? completer(names) : undefined), [names]);
  const [line, setLine] = useState<number>();
  const set = (next: string) => {
    setFile(next);
    keepDraft(of, next === begin ? undefined : next);
  };
  const inStep = useForm(file, set);
  return (
    <Page
      title={proposal ? words.editorFor(proposal.title) : words.editor}
      sentence={<Verdict study={study} file={file} base={base} mayReplay={mayReplay} />}
      actions={
        <>
          {file !== begin && (
            <Button variant="default" onClick={() => set(begin)}>
              {words.startOver}
            </Button>
          )}
          <Button
            disabled={!isSound || file === base || file === begin}
            onClick={() => setProposing(true)}
          >
            {proposal ? words.saveProposal : words.propose}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        <div className={css.left}>
          <CharterForm
            inStep={inStep}
            names={names}
            wrong={isCurrent ? checked.wrong : []}
            look={setLine}
          />
          <Beside study={study} file={file} base={base} chapters={chapters} />
        </div>
        <div className={css.file}>
          <FileEditor
            label={words.draftFile}
            value={file}
            change={set}
            complete={complete}
            wrong={checked?.wrong ?? []}
            problem={isCurrent ? checked.problem : undefined}
            shown={line}
          />
        </div>
      </div>
      {isProposing && (
        <ProposeSheet
          file={file}
          proposal={proposal}
          close={() => setProposing(false)}
          proposed={() => keepDraft(of, undefined)}
        />
      )}
    </Page>
  );
}

interface VerdictProps {
  study: Study;
  file: string;
  base: string;
  mayReplay: boolean;
}

/** One line on top; what is stale is dimmed and stays until what is new has come. */
function Verdict({ study: { checked, replayed, part }, file, base, mayReplay }: VerdictProps) {
  if (file === base) return <>{words.same}</>;
  if (checked?.file === file && checked.wrong.length > 0) {
    return <>{words.wrong(checked.wrong.length)}</>;
  }
  if (!mayReplay) return <>{words.mayNotReplay}</>;
  if (replayed === undefined) {
    return <span className={css.stale}>{words.studying(part)}</span>;
  }
  return (
    <span className={css.verdict} data-stale={replayed.file !== file || undefined}>
      {replayed.data.verdict}
    </span>
  );
}

interface BesideProps {
  study: Study;
  file: string;
  base: string;
  chapters: Chapter[];
}

function Beside({ study, file, base, chapters }: BesideProps) {
  const { checked, replayed, problem, part } = study;
  const said = useDeferredValue(checked?.chapters);
  const changes = useMemo(() => (said ? compare(chapters, said) : []), [chapters, said]);
  const isStale = replayed !== undefined && replayed.file !== file;
  return (
    <aside className={css.beside} aria-label={text.proposals.replay}>
      {file !== base && problem && <p role="alert">{problem}</p>}
      {file !== base && part !== undefined && <ReplayBar part={part} />}
      {file !== base && changes.length > 0 && (
        <section className={css.changes}>
          <h2>{words.what}</h2>
          <ChangeList changes={changes} />
        </section>
      )}
      {file !== base && replayed && (
        <section>
          <h2>{text.proposals.replay}</h2>
          <Replay data={replayed.data} isStale={isStale} isWithoutVerdict />
        </section>
      )}
    </aside>
  );
}
