// Where files are dropped, or chosen; each is uploaded before the next one begins.

import { Button } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { text } from "../text";
import { problemInWords } from "../ui/Problem";
import css from "./imports.module.css";

const words = text.imports;

interface Props {
  /** Takes one file. */
  take: (file: File) => Promise<unknown>;
  /** All were taken. */
  taken: () => void;
  isSmall?: boolean;
}

export function DropZone({ take, taken, isSmall = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const takeAll = async (files: FileList | null) => {
    if (files === null || files.length === 0) return;
    setProblem(undefined);
    try {
      for (const file of files) {
        setBusy(file.name);
        await take(file);
      }
      taken();
    } catch (error) {
      setProblem(problemInWords(error));
    } finally {
      setBusy(undefined);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void takeAll(event.dataTransfer.files);
  };
  return (
    <section
      aria-label={words.drop}
      className={css.drop}
      data-over={isOver || undefined}
      data-small={isSmall || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => void takeAll(event.currentTarget.files)}
      />
      {!isSmall && <p className={css.dropTitle}>{words.drop}</p>}
      {!isSmall && <p className={css.quiet}>{words.dropHint}</p>}
      <Button
        variant={isSmall ? "default" : "filled"}
        loading={busy !== undefined}
        onClick={() => input.current?.click()}
      >
        {isSmall ? words.add : words.choose}
      </Button>
      <p role="status" className={css.quiet}>
        {busy && words.uploading(busy)}
      </p>
      {problem && (
        <p role="alert" className={css.trouble}>
          {problem}
        </p>
      )}
    </section>
  );
}
