// The button that leads to the provider at which people sign in.

import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { text } from "../text";
import { problemInWords } from "../ui/Problem";
import css from "./door.module.css";
import { beginElsewhere, ways } from "./me";
import { keepWay } from "./way";

export function ElsewhereButton() {
  const oidc = useQuery(ways).data?.oidc;
  const leave = useMutation({
    mutationFn: beginElsewhere,
    onSuccess: (url) => {
      keepWay();
      window.location.assign(url);
    },
  });
  if (!oidc) return null;
  return (
    <>
      <p className={css.or}>{text.signIn.elsewhereOr}</p>
      <Button
        variant="default"
        fullWidth
        loading={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
      >
        {text.signIn.elsewhere(oidc.label)}
      </Button>
      {leave.error && (
        <p role="alert" className={css.problem}>
          {problemInWords(leave.error)}
        </p>
      )}
    </>
  );
}
