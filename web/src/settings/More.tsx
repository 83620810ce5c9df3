// The next page of a list that comes in pages.

import { Button } from "@mantine/core";
import { text } from "../text";
import css from "./settings.module.css";

interface Props {
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
}

export function More({ list }: Props) {
  if (!list.hasNextPage) return null;
  return (
    <div className={css.more}>
      <Button
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {text.settings.more}
      </Button>
    </div>
  );
}
