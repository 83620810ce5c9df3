// What happened to the leads so far, whatever any charter says.

import { useSearch } from "@tanstack/react-router";
import { DATA_TABS } from "../imports/tabs";
import { useMe } from "../session/me";
import { text } from "../text";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";
import { FindingList } from "./FindingList";

export function FindingsPage() {
  const { leads } = useSearch({ from: "/inside/findings" });
  const me = useMe();
  return (
    <Page title={text.findings.title} sentence={text.findings.sentence}>
      {me?.permissions.includes("imports.run") && (
        <Tabs label={text.places.imports} tabs={DATA_TABS} />
      )}
      <FindingList leads={leads} />
    </Page>
  );
}
