// Taking back what an import recorded: first what that comes to, then the deed.

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Import, retract, retraction } from "../api/imports";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { problemInWords } from "../ui/Problem";
import css from "./imports.module.css";

const words = text.imports.back;

export function TakeBack({ of: it, done }: { of: Import; done: () => void }) {
  const say = useSay();
  const looking = useMutation({ mutationFn: () => retraction(it.id) });
  const taking = useMutation({
    mutationFn: () => retract(it.id),
    onSuccess: ({ facts }) => {
      say({ words: words.done(facts) });
      looking.reset();
      done();
    },
  });
  const would = looking.data;
  const problem = looking.error ?? taking.error;
  return (
    <section className={css.block}>
      <h2>{words.title}</h2>
      {would === undefined && (
        <>
          <p className={css.quiet}>{words.hint}</p>
          <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate()}>
            {words.look}
          </Button>
        </>
      )}
      {would && would.facts === 0 && <p role="status">{words.nothing(would.gone_already)}</p>}
      {would && would.facts > 0 && (
        <>
          <p role="status">{words.would(would)}</p>
          <div className={css.steps}>
            <Button variant="default" disabled={taking.isPending} onClick={() => looking.reset()}>
              {words.leave}
            </Button>
            <Button loading={taking.isPending} onClick={() => taking.mutate()}>
              {words.take(would.facts)}
            </Button>
          </div>
        </>
      )}
      {problem && (
        <p role="alert" className={css.trouble}>
          {problemInWords(problem)}
        </p>
      )}
    </section>
  );
}
