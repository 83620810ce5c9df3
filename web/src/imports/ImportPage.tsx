// One import: its files, what their columns mean, what would happen, and what did.

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import {
  type Import,
  oneImport,
  preview,
  removeFile,
  removeImport,
  run,
  upload,
} from "../api/imports";
import { useSay } from "../shell/undo";
import { count, text } from "../text";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote, problemInWords } from "../ui/Problem";
import { bytes } from "./bytes";
import { DropZone } from "./DropZone";
import css from "./imports.module.css";
import { Meaning } from "./Meaning";
import { Progress } from "./Progress";
import { ReportView } from "./ReportView";
import { TakeBack } from "./TakeBack";

const words = text.imports;

export function ImportPage() {
  const { import: id } = useParams({ from: "/inside/imports/$import" });
  const found = useQuery(oneImport(Number(id)));
  const { data } = found;
  return (
    <Page
      title={words.one(Number(id))}
      sentence={data && (words.sentences[data.state] ?? data.state)}
      note={<Link to="/imports">{words.before}</Link>}
      actions={data && <Actions of={data} />}
    >
      {found.isPending && <Waiting lines={8} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && <Whole of={data} />}
    </Page>
  );
}

function useRefresh(id: number) {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ["import", id], exact: true });
    void client.invalidateQueries({ queryKey: ["imports"] });
  };
}

function Actions({ of: it }: { of: Import }) {
  const navigate = useNavigate();
  const say = useSay();
  const refresh = useRefresh(it.id);
  const removing = useMutation({
    mutationFn: () => removeImport(it.id),
    onSuccess: () => {
      say({ words: words.removed });
      refresh();
      void navigate({ to: "/imports" });
    },
    onError: (error) => say({ words: problemInWords(error), isTrouble: true }),
  });
  if (it.state === "running") return null;
  return (
    <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate()}>
      {words.remove}
    </Button>
  );
}

function Whole({ of: it }: { of: Import }) {
  const client = useQueryClient();
  const refresh = useRefresh(it.id);
  const trying = useMutation({ mutationFn: () => preview(it.id) });
  const running = useMutation({
    mutationFn: () => run(it.id),
    onSuccess: (begun) => client.setQueryData(oneImport(it.id).queryKey, begun),
  });
  const isRunning = it.state === "running";
  const mayRun = it.mapping != null && it.files.length > 0 && !isRunning;
  const problem = trying.error ?? running.error;
  return (
    <>
      {isRunning && <Progress of={it} />}
      {it.failure && (
        <p role="alert" className={css.trouble}>
          {it.failure}
        </p>
      )}
      {it.report && (
        <section className={css.block}>
          <h2>{words.report}</h2>
          <ReportView report={it.report} of={it.id} />
        </section>
      )}
      {it.report && !isRunning && <TakeBack of={it} done={refresh} />}
      <Files of={it} refresh={refresh} />
      {!isRunning && it.files.length > 0 && (
        <Meaning
          of={it}
          kept={() => {
            trying.reset();
            refresh();
          }}
        />
      )}
      {mayRun && (
        <div className={css.steps}>
          <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
            {words.preview}
          </Button>
          <Button loading={running.isPending} onClick={() => running.mutate()}>
            {it.state === "open" ? words.run : words.again}
          </Button>
        </div>
      )}
      {problem && (
        <p role="alert" className={css.trouble}>
          {problemInWords(problem)}
        </p>
      )}
      {trying.data && !isRunning && (
        <section className={css.block}>
          <h2>{words.wouldBe}</h2>
          <p className={css.quiet}>{words.previewed(trying.data.rows_max)}</p>
          <ReportView report={trying.data.report} of={undefined} />
        </section>
      )}
    </>
  );
}

function Files({ of: it, refresh }: { of: Import; refresh: () => void }) {
  const say = useSay();
  const removing = useMutation({
    mutationFn: (name: string) => removeFile(it.id, name),
    onSettled: refresh,
    onError: (error) => say({ words: problemInWords(error), isTrouble: true }),
  });
  const isOpen = it.state === "open";
  return (
    <section className={css.block}>
      <h2>{words.summary(it.files.length)}</h2>
      <ul className={css.files}>
        {it.files.map(({ name, bytes: size }) => (
          <li key={name}>
            <span>{name}</span>
            <span className={css.quiet}>{bytes(size)}</span>
            {isOpen && (
              <button
                type="button"
                className={css.textButton}
                aria-label={`${words.remove}: ${name}`}
                onClick={() => removing.mutate(name)}
              >
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && <DropZone isSmall take={(file) => upload(it.id, file)} taken={refresh} />}
      {it.report && it.report.leads_settled > 0 && (
        <p className={css.quiet}>
          {count(it.report.leads_settled)} {words.new.settled}
        </p>
      )}
    </section>
  );
}
