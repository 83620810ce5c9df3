// What the imported data says, before any charter.

import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { imports } from "../api/imports";
import { FindingList } from "../findings/FindingList";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import css from "./start.module.css";

export function FindingsStep({ goOn }: { goOn: () => void }) {
  const brought = useInfiniteQuery(imports);
  if (brought.isPending) return <Waiting lines={8} />;
  return (
    <>
      <FindingList leads={namespaceOf(brought.data?.pages.flatMap((page) => page.imports) ?? [])} />
      <div className={css.go}>
        <Button onClick={goOn}>{text.start.findings.goOn}</Button>
      </div>
    </>
  );
}

/** Where the last import names its leads; of contacts beside them nothing is said. */
function namespaceOf(all: { state: string; mapping?: string | null }[]): string | undefined {
  const last = all.find(({ state, mapping }) => state === "done" && mapping != null);
  return last?.mapping == null ? undefined : `${last.mapping}.lead`;
}
