// Until when a lead is put aside: one key answers it.

import { Button, Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import type { LeadSummary } from "../api/queries";
import deeds from "../deeds/deeds.module.css";
import { useKeys } from "../shell/keys";
import { text } from "../text";
import { serverNow } from "../time/clock";
import { Moment } from "../ui/Moment";
import css from "./inbox.module.css";
import { type Until, untils } from "./snooze";

const words = text.inbox.aside;

interface Props {
  lead: LeadSummary;
  put: (until: number) => void;
}

export function PutAside({ lead, put }: Props) {
  const [offered, setOffered] = useState<Until[]>();
  const open = () => setOffered(untils(lead, serverNow()));
  useKeys({ h: open });
  const choose = (until: Until) => {
    setOffered(undefined);
    put(until.at);
  };
  useEffect(() => {
    if (offered === undefined) return;
    const hear = (event: KeyboardEvent) => {
      const chosen = /^[1-9]$/.test(event.key) ? offered[Number(event.key) - 1] : undefined;
      if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      setOffered(undefined);
      put(chosen.at);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [offered, put]);
  return (
    <>
      <Button
        variant="default"
        className={css.putAside}
        data-none={untils(lead, serverNow()).length === 0 || undefined}
        onClick={open}
        aria-keyshortcuts="h"
        rightSection={<kbd className={deeds.key}>h</kbd>}
      >
        {words.button}
      </Button>
      <Modal
        opened={offered !== undefined}
        onClose={() => setOffered(undefined)}
        title={words.title}
        size="sm"
        transitionProps={{ duration: 0 }}
      >
        {offered?.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <ol className={deeds.options}>
              {offered?.map((until, index) => (
                <li key={until.name}>
                  <button type="button" className={deeds.option} onClick={() => choose(until)}>
                    <kbd>{index + 1}</kbd>
                    <span>{words.untils[until.name]}</span>
                    <span className={deeds.causes}>
                      <Moment at={new Date(until.at).toISOString()} />
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            <p className={deeds.hint}>{words.hint}</p>
          </>
        )}
      </Modal>
    </>
  );
}
