// Where the provider sends somebody back to: they come in, or read why not and try again.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { text } from "../text";
import { problemInWords } from "../ui/Problem";
import { SignIn } from "./Doors";
import css from "./door.module.css";
import { comeBack, enterAs } from "./me";
import { type Returned, readReturned, takeWay } from "./way";

export function ReturnedPage() {
  const client = useQueryClient();
  const { history } = useRouter();
  const [returned] = useState<Returned>(() => readReturned(window.location.search));
  const { back, refused } = returned;
  // A code works once: it is handed on once, however often this is drawn.
  const coming = useQuery({
    queryKey: ["returned", back?.state],
    queryFn: () => (back ? comeBack(back) : Promise.reject(new Error("nothing to hand on"))),
    enabled: back !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const known = coming.data;
  useEffect(() => {
    if (!known) return;
    enterAs(client, known);
    history.replace(takeWay());
  }, [known, client, history]);
  const enter = () => history.replace(takeWay());
  if (coming.error) return <SignIn problem={problemInWords(coming.error)} then={enter} />;
  if (refused !== undefined) {
    return <SignIn problem={text.signIn.elsewhereRefused(refused)} then={enter} />;
  }
  if (back === undefined) return <SignIn then={enter} />;
  return (
    <main className={css.door}>
      <p role="status">{text.signIn.elsewhereWaits}</p>
    </main>
  );
}
