// What happened to the leads so far, whatever any charter says.

import { Button } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { DATA_TABS } from "../imports/tabs";
import { useMe } from "../session/me";
import { text } from "../text";
import { Page } from "../ui/Page";
import { Tabs } from "../ui/Tabs";
import { FindingList } from "./FindingList";

/** The address of the same as one page. */
function pageOf(leads: string | undefined): string {
  const asked = leads === undefined ? "" : `?${new URLSearchParams({ leads })}`;
  return `/api/v1/findings/page${asked}`;
}

export function FindingsPage() {
  const { leads } = useSearch({ from: "/inside/findings" });
  const me = useMe();
  return (
    <Page
      title={text.findings.title}
      sentence={text.findings.sentence}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => (
            <a {...props} href={pageOf(leads)} download>
              {text.findings.page}
            </a>
          )}
        />
      }
    >
      {me?.permissions.includes("imports.run") && (
        <Tabs label={text.places.imports} tabs={DATA_TABS} />
      )}
      <FindingList leads={leads} />
    </Page>
  );
}
