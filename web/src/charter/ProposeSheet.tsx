// What a proposal is called and from when on it decides; then it waits for its signatures.

import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { changeProposal, proposal as proposalQuery, propose } from "../api/proposals";
import { fieldProblems, otherProblem } from "../settings/change";
import { FormSheet } from "../settings/Form";
import { text } from "../text";

const words = text.charter;
const TITLE_MAX = 200;

interface Props {
  file: string;
  /** The proposal that is changed; absent for a new one. */
  proposal: { id: number; title: string; takes_force?: string | null } | undefined;
  close: () => void;
  proposed: () => void;
}

export function ProposeSheet({ file, proposal, close, proposed }: Props) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [title, setTitle] = useState(proposal?.title ?? "");
  const [day, setDay] = useState(proposal?.takes_force?.slice(0, 10) ?? "");
  const sending = useMutation({
    mutationFn: () => {
      const takes_force = day === "" ? {} : { takes_force: `${day}T00:00:00Z` };
      const said = { title: title.trim(), text: file, ...takes_force };
      return proposal ? changeProposal(proposal.id, said) : propose(said);
    },
    onSuccess: (made) => {
      proposed();
      client.setQueryData(proposalQuery(made.id).queryKey, made);
      void client.invalidateQueries({ queryKey: ["charter"] });
      void navigate({ to: "/proposals/$proposal", params: { proposal: String(made.id) } });
    },
  });
  const problems = fieldProblems(sending.error);
  return (
    <FormSheet
      title={words.editor}
      submit={proposal ? words.saveProposal : words.propose}
      isOpen
      isBusy={sending.isPending}
      problem={otherProblem(sending.error, ["title", "takes_force"])}
      close={close}
      send={() => sending.mutate()}
    >
      <TextInput
        label={words.proposeTitle}
        description={words.proposeTitleHint}
        maxLength={TITLE_MAX}
        required
        data-autofocus
        value={title}
        error={problems["title"]}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.takesForce}
        description={words.takesForceHint}
        value={day}
        error={problems["takes_force"]}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
