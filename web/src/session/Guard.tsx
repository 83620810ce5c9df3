// Who is not signed in signs in first, at the address where they wanted to go.

import { useQuery } from "@tanstack/react-query";
import { Refused } from "../api/client";
import { Shell } from "../shell/Shell";
import { ProblemNote } from "../ui/Problem";
import { SignIn } from "./Doors";
import { me } from "./me";

export function Guard() {
  const known = useQuery(me);
  if (known.error instanceof Refused && known.error.isSignIn) return <SignIn />;
  if (known.data) return <Shell />;
  if (known.error) {
    return <ProblemNote error={known.error} retry={() => void known.refetch()} />;
  }
  return null;
}
