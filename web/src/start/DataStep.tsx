// Exports dropped, at most five questions on what is uncertain, and then imported.

import { Button } from "@mantine/core";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import {
  type Import,
  imports,
  type Known,
  keepMapping,
  oneImport,
  openImport,
  run,
  suggestion,
  upload,
} from "../api/imports";
import { company } from "../api/start";
import { DropZone } from "../imports/DropZone";
import { Questions, Understood } from "../imports/Meaning";
import { Progress } from "../imports/Progress";
import { ReportView } from "../imports/ReportView";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote, problemInWords } from "../ui/Problem";
import css from "./start.module.css";

const words = text.start.data;

export function DataStep({ goOn }: { goOn: () => void }) {
  const found = useInfiniteQuery(imports);
  const all = found.data?.pages.flatMap((page) => page.imports) ?? [];
  if (found.isPending) return <Waiting lines={6} />;
  if (found.isError && !found.data) {
    return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  }
  const waiting = all.find(({ state }) => state !== "done");
  return (
    <>
      {waiting ? <One id={waiting.id} /> : <Drop isFirst={all.length === 0} />}
      {all
        .filter(({ state }) => state === "done")
        .map((it) => (
          <section key={it.id} className={css.block}>
            <h2>
              {it.report?.files.map(({ name }) => name).join(", ") ?? text.imports.one(it.id)}
            </h2>
            {it.report && <ReportView report={it.report} of={it.id} />}
          </section>
        ))}
      {!waiting && all.length > 0 && <Button onClick={goOn}>{words.goOn}</Button>}
      {all.length === 0 && (
        <p className={css.quiet}>
          {words.otherWays}{" "}
          <button type="button" className={css.textButton} onClick={goOn}>
            {words.without}
          </button>
        </p>
      )}
    </>
  );
}

function Drop({ isFirst }: { isFirst: boolean }) {
  const client = useQueryClient();
  const begun = useRef<number>(undefined);
  const take = async (file: File) => {
    begun.current ??= (await openImport()).id;
    await upload(begun.current, file);
  };
  return (
    <DropZone
      isSmall={!isFirst}
      take={take}
      taken={() => {
        begun.current = undefined;
        void client.invalidateQueries({ queryKey: ["imports"] });
      }}
    />
  );
}

function One({ id }: { id: number }) {
  const client = useQueryClient();
  const found = useQuery(oneImport(id));
  const { data: it } = found;
  const was = useRef(it?.state);
  // What it brought is listed with the others once it is done.
  if (it && it.state !== was.current) {
    was.current = it.state;
    if (it.state === "done") void client.invalidateQueries({ queryKey: ["imports"] });
  }
  if (!it) return <Waiting lines={6} />;
  if (it.state === "running") return <Progress of={it} />;
  return <Prepare of={it} />;
}

function Prepare({ of: it }: { of: Import }) {
  const client = useQueryClient();
  const zone = useQuery(company).data?.timezone;
  const [answers, setAnswers] = useState<Known>({});
  const known: Known = { ...(zone === undefined ? {} : { zone }), ...answers };
  const files = it.files.map(({ name, bytes }) => `${name} ${bytes}`).join("\n");
  const suggested = useQuery({
    ...suggestion(it.id, files, known),
    placeholderData: keepPreviousData,
    enabled: it.files.length > 0,
  });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ["import", it.id] });
    void client.invalidateQueries({ queryKey: ["imports"] });
  };
  const running = useMutation({
    mutationFn: async (mapping: string) => {
      if (it.state === "open") await keepMapping(it.id, mapping);
      return run(it.id);
    },
    onSuccess: (begun) => client.setQueryData(oneImport(it.id).queryKey, begun),
  });
  const mapping = suggested.data?.mapping;
  // The zone is known already, and not asked for.
  const asked = suggested.data?.questions.filter(({ id }) => id !== "zone") ?? [];
  return (
    <section className={css.block}>
      {it.failure && (
        <p role="alert" className={css.trouble}>
          {it.failure}
        </p>
      )}
      {suggested.isLoading && <Waiting lines={5} />}
      {suggested.isError && !suggested.data && (
        <ProblemNote error={suggested.error} retry={() => void suggested.refetch()} />
      )}
      {suggested.data && <Understood data={suggested.data} />}
      {asked.length > 0 && (
        <Questions questions={asked} isBusy={suggested.isFetching} answer={setAnswers} />
      )}
      <DropZone isSmall take={(file) => upload(it.id, file)} taken={refresh} />
      {running.isError && (
        <p role="alert" className={css.trouble}>
          {problemInWords(running.error)}
        </p>
      )}
      <div className={css.go}>
        <Button
          loading={running.isPending}
          disabled={mapping === undefined || suggested.isFetching}
          onClick={() => mapping !== undefined && running.mutate(mapping)}
        >
          {words.run}
        </Button>
        <Link to="/imports/$import" params={{ import: String(it.id) }}>
          {words.byHand}
        </Link>
      </div>
    </section>
  );
}
