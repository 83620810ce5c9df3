// Webhooks: programs and chat rooms that are told what happens.

import { Button, MultiSelect, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { changes, type Webhook, webhooks } from "../api/settings";
import { text } from "../text";
import { serverNow } from "../time/clock";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { fieldProblems, otherProblem, useChange } from "./change";
import { FormSheet } from "./Form";
import { ShownOnce } from "./ShownOnce";
import css from "./settings.module.css";
import { Twice } from "./Twice";

const words = text.settings.webhooks;
const kindNames = text.settings.mine.kinds;

export function WebhooksPage() {
  const found = useQuery(webhooks);
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ host: string; secret: string }>();
  const list = found.data?.webhooks ?? [];
  const show = ({ host, secret }: Webhook) => {
    if (secret) setShown({ host, secret });
  };
  return (
    <Page
      title={text.settings.names.webhooks}
      sentence={found.data && words.sentence(list.length, list.filter((it) => it.disabled).length)}
      note={<Link to="/settings/outbox">{text.settings.names.outbox}</Link>}
      actions={<Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {found.isPending && <Waiting lines={4} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {list.length > 0 && (
        <table className={css.table} data-cards aria-label={text.settings.names.webhooks}>
          <thead>
            <tr>
              <th scope="col">{words.host}</th>
              <th scope="col">{words.format}</th>
              <th scope="col">{words.kinds}</th>
              <th scope="col">{words.audience}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{text.settings.people.actions}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((webhook) => (
              <Row key={webhook.id} webhook={webhook} show={show} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <Adder close={() => setAdding(false)} show={show} />}
      <ShownOnce
        title={words.secretTitle(shown?.host ?? "")}
        hint={words.secretHint}
        value={shown?.secret}
        close={() => setShown(undefined)}
      />
    </Page>
  );
}

function Row({ webhook, show }: { webhook: Webhook; show: (made: Webhook) => void }) {
  const { id, host, disabled } = webhook;
  const test = useChange(() => changes.testWebhook(id), {
    says: ({ webhook_id }) => words.tested(webhook_id),
  });
  const turn = useChange((on: boolean) => changes.switchWebhook(id, on));
  const secret = useChange(() => changes.webhookSecret(id), { after: show });
  const remove = useChange(() => changes.removeWebhook(id), { says: () => words.gone(host) });
  const former = webhook.former_secret_until;
  return (
    <tr data-off={disabled || undefined}>
      <th scope="row">
        <span className={css.name}>{host}</span>
        {former && Date.parse(former) > serverNow() && (
          <p className={css.quiet}>
            {words.formerUntil} <Moment at={former} />
          </p>
        )}
      </th>
      <td>{words.shortFormats[webhook.format]}</td>
      <td>
        {webhook.kinds.length === 0
          ? words.everything
          : webhook.kinds.map((kind) => kindNames[kind] ?? kind).join("; ")}
      </td>
      <td>{webhook.audience || words.everybody}</td>
      <td>{disabled ? words.off : words.on}</td>
      <td>
        <span className={css.doing}>
          {!disabled && (
            <TextButton name={words.test} of={host} act={() => test.mutate(undefined)} />
          )}
          <TextButton
            name={disabled ? words.switchOn : words.switchOff}
            of={host}
            act={() => turn.mutate(disabled)}
          />
          {webhook.format === "webhook" && (
            <TextButton name={words.newSecret} of={host} act={() => secret.mutate(undefined)} />
          )}
          <Twice name={text.settings.remove} of={host} act={() => remove.mutate(undefined)} />
        </span>
      </td>
    </tr>
  );
}

function TextButton({ name, of, act }: { name: string; of: string; act: () => void }) {
  return (
    <button type="button" className={css.textButton} aria-label={`${name}: ${of}`} onClick={act}>
      {name}
    </button>
  );
}

type Format = Webhook["format"];

function Adder({ close, show }: { close: () => void; show: (made: Webhook) => void }) {
  const [format, setFormat] = useState<Format>("webhook");
  const [url, setUrl] = useState("");
  const [kinds, setKinds] = useState<string[]>([]);
  const [audience, setAudience] = useState("");
  const add = useChange(changes.addWebhook, {
    isForm: true,
    after: (made) => {
      close();
      if (made.format === "webhook") show(made);
    },
  });
  const problems = fieldProblems(add.error);
  const isRoom = format !== "webhook";
  return (
    <FormSheet
      title={words.addTitle}
      submit={words.add}
      isOpen
      isBusy={add.isPending}
      problem={otherProblem(add.error, ["format", "url", "kinds", "audience"])}
      close={close}
      send={() =>
        add.mutate({
          format,
          url: url.trim(),
          kinds,
          ...(isRoom && audience.trim() ? { audience: audience.trim() } : {}),
        })
      }
    >
      <NativeSelect
        label={words.format}
        data={Object.entries(words.formats).map(([value, label]) => ({ value, label }))}
        value={format}
        error={problems["format"]}
        onChange={(event) => setFormat(event.currentTarget.value as Format)}
      />
      <TextInput
        label={words.url}
        description={words.urlHint}
        type="url"
        required
        value={url}
        error={problems["url"]}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <MultiSelect
        label={words.kinds}
        description={words.kindsHint}
        data={Object.entries(kindNames)
          .filter(([value]) => value !== "test")
          .map(([value, label]) => ({ value, label }))}
        value={kinds}
        error={problems["kinds"]}
        onChange={setKinds}
      />
      {isRoom && (
        <TextInput
          label={words.audience}
          description={words.audienceHint}
          value={audience}
          error={problems["audience"]}
          onChange={(event) => setAudience(event.currentTarget.value)}
        />
      )}
    </FormSheet>
  );
}
