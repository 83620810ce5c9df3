// What holds for Tandem as a whole.

import { Radio, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { changes, workspace } from "../api/settings";
import { text } from "../text";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { useChange } from "./change";

const words = text.settings.workspace;

export function WorkspacePage() {
  const found = useQuery(workspace);
  const before = found.data?.lead_visibility;
  const set = useChange((lead_visibility: string) => changes.workspace({ lead_visibility }), {
    says: () => ({
      words: text.settings.saved,
      ...(before ? { undo: () => changes.workspace({ lead_visibility: before }) } : {}),
    }),
  });
  return (
    <Page title={text.settings.names.workspace} sentence={before && words.sentence(before)}>
      {found.isPending && <Waiting lines={3} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {before && (
        <Radio.Group
          label={words.visibility}
          value={set.isPending ? set.variables : before}
          onChange={(visibility) => set.mutate(visibility)}
        >
          <Stack gap="sm" mt="xs">
            <Radio value="open" label={words.open} description={words.openHint} />
            <Radio value="teams" label={words.teams} description={words.teamsHint} />
          </Stack>
        </Radio.Group>
      )}
    </Page>
  );
}
