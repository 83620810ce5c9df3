// What the columns mean: what was understood with samples, what is uncertain as questions, and all of
// it as a file that can be changed by hand.

import { Button, TextInput } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Refused } from "../api/client";
import {
  type Import,
  type Known,
  keepMapping,
  mappingOf,
  type Suggestion,
  suggestion,
} from "../api/imports";
import { FileEditor } from "../file/FileEditor";
import { wrongIn } from "../file/places";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import css from "./imports.module.css";

const words = text.imports;

export function Meaning({ of: it, kept }: { of: Import; kept: () => void }) {
  const [known, setKnown] = useState<Known>({});
  const files = it.files.map(({ name, bytes }) => `${name} ${bytes}`).join("\n");
  const isMapped = it.mapping != null;
  const stored = useQuery({ ...mappingOf(it.id), enabled: isMapped });
  const suggested = useQuery({
    ...suggestion(it.id, files, known),
    placeholderData: keepPreviousData,
    enabled: it.state === "open",
  });
  const hasAnswers = Object.keys(known).length > 0;
  const begin =
    isMapped && !hasAnswers ? stored.data?.text : (suggested.data?.mapping ?? stored.data?.text);
  return (
    <section className={css.block}>
      <h2>{words.meaning}</h2>
      {suggested.isLoading && <Waiting lines={5} />}
      {suggested.isError && !suggested.data && (
        <ProblemNote error={suggested.error} retry={() => void suggested.refetch()} />
      )}
      {suggested.data && <Understood data={suggested.data} />}
      {suggested.data && suggested.data.questions.length > 0 && (
        <Questions
          questions={suggested.data.questions}
          isBusy={suggested.isFetching}
          answer={setKnown}
        />
      )}
      {begin !== undefined && (
        <Mapping
          key={begin}
          id={it.id}
          begin={begin}
          isKept={isMapped && !hasAnswers}
          kept={kept}
        />
      )}
    </section>
  );
}

export function Understood({ data }: { data: Suggestion }) {
  return (
    <>
      {data.unread.map((it) => (
        <p key={it.name} className={css.trouble}>
          {words.notRead(it.name)}: {it.why}
        </p>
      ))}
      {data.files.map((file) => (
        <details key={file.name} className={css.understood} open={data.files.length === 1}>
          <summary>
            {words.fileOf(file.name, file.rows, file.is_whole)}
            {file.product && `, ${words.product(file.product)}`}
            <span className={css.quiet}>
              {" "}
              {file.is_read ? `${file.role}: ${file.why}` : words.notRead(file.name)}
            </span>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
          <div className={css.scroll} role="region" aria-label={file.name} tabIndex={0}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{words.column}</th>
                  <th scope="col">{words.samples}</th>
                </tr>
              </thead>
              <tbody>
                {file.columns.map((column) => (
                  <tr key={column.name}>
                    <th scope="row">{column.name}</th>
                    <td className={css.samples}>{column.samples.join(" · ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
      {data.guesses.length > 0 && (
        <>
          <h3>{words.guesses}</h3>
          <ul className={css.guesses}>
            {data.guesses.map((it) => (
              <li key={`${it.file} ${it.column ?? ""} ${it.what}`}>
                <span>{[it.file, it.column].filter(Boolean).join(", ")}</span>
                <span>{it.what}</span>
                <span className={css.quiet}>{it.why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface QuestionsProps {
  questions: Suggestion["questions"];
  isBusy: boolean;
  answer: (known: Known) => void;
}

export function Questions({ questions, isBusy, answer }: QuestionsProps) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = [...new FormData(event.currentTarget)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].trim() !== "",
    );
    answer(Object.fromEntries(said.map(([name, value]) => [name, value.trim()])) as Known);
  };
  return (
    <form onSubmit={send} className={css.questions}>
      <h3>{words.questions}</h3>
      {questions.map((question) => (
        <TextInput
          key={question.id}
          name={question.id}
          label={question.text}
          placeholder={question.assumed}
        />
      ))}
      <div>
        <Button type="submit" variant="default" loading={isBusy}>
          {words.answer}
        </Button>
      </div>
    </form>
  );
}

interface MappingProps {
  id: number;
  begin: string;
  isKept: boolean;
  kept: () => void;
}

function Mapping({ id, begin, isKept, kept }: MappingProps) {
  const [file, setFile] = useState(begin);
  const client = useQueryClient();
  const say = useSay();
  const keeping = useMutation({
    mutationFn: (mapping: string) => keepMapping(id, mapping),
    onSuccess: (_, mapping) => {
      client.setQueryData(mappingOf(id).queryKey, { text: mapping });
      say({ words: words.kept });
      kept();
    },
  });
  const isAsked = keeping.variables === file;
  const problem = keeping.error instanceof Refused ? keeping.error.problem : undefined;
  return (
    <div className={css.mapping}>
      <h3>{words.mapping}</h3>
      <p className={css.quiet}>{words.mappingHint}</p>
      <FileEditor
        label={words.mapping}
        value={file}
        change={setFile}
        wrong={problem && isAsked ? wrongIn(problem) : []}
        problem={isAsked ? keeping.error?.message : undefined}
      />
      <div className={css.steps}>
        <Button
          variant={isKept ? "default" : "filled"}
          loading={keeping.isPending}
          disabled={isKept && file === begin}
          onClick={() => keeping.mutate(file)}
        >
          {words.keep}
        </Button>
      </div>
    </div>
  );
}
