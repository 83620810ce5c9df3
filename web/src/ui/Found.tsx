// What was asked for: its room while it loads, why it did not come, or it.

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Waiting } from "./Page";
import { OldNote, ProblemNote } from "./Problem";

interface Props<T> {
  found: UseQueryResult<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}

export function Found<T>({ found, lines = 8, children }: Props<T>) {
  const { data, isPending, isError, error } = found;
  const retry = () => void found.refetch();
  return (
    <>
      {isPending && <Waiting lines={lines} />}
      {isError && data === undefined && <ProblemNote error={error} retry={retry} />}
      {isError && data !== undefined && <OldNote error={error} retry={retry} />}
      {data !== undefined && children(data)}
    </>
  );
}
