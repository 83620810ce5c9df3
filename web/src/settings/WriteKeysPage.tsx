// Write keys: which websites and programs send events, and what those mean.

import { Button, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Refused } from "../api/client";
import { changes, eventMapping, type WriteKey, writeKeys } from "../api/settings";
import { FileEditor } from "../file/FileEditor";
import { wrongIn } from "../file/places";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { fieldProblems, otherProblem, useChange } from "./change";
import { FormSheet } from "./Form";
import { Copied, ShownOnce } from "./ShownOnce";
import css from "./settings.module.css";
import { snippet } from "./snippet";
import { Twice } from "./Twice";

const words = text.settings.writeKeys;

interface Made {
  name: string;
  key: string;
  isForPages: boolean;
}

export function WriteKeysPage() {
  const found = useQuery(writeKeys);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const list = found.data?.write_keys ?? [];
  return (
    <Page
      title={text.settings.names["write-keys"]}
      sentence={found.data && words.sentence(list.filter((key) => !key.revoked_at).length)}
      actions={<Button onClick={() => setMaking(true)}>{words.make}</Button>}
    >
      {found.isPending && <Waiting lines={4} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {list.length > 0 && (
        <section className={css.block}>
          <table className={css.table} data-cards aria-label={text.settings.names["write-keys"]}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.origins}</th>
                <th scope="col">{words.made}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{text.settings.people.actions}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((key) => (
                <Row key={key.id} of={key} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Mapping />
      {isMaking && <Maker close={() => setMaking(false)} show={setMade} />}
      <ShownOnce
        title={words.secretTitle(made?.name ?? "")}
        value={made?.key}
        close={() => setMade(undefined)}
      >
        {made?.isForPages ? (
          <>
            <h3>{words.snippet}</h3>
            <Copied value={snippet(window.location.origin, made.key)} />
          </>
        ) : (
          <>
            <h3>{words.server}</h3>
            <p>{words.serverHint}</p>
            <Copied value={window.location.origin} />
          </>
        )}
      </ShownOnce>
    </Page>
  );
}

function Row({ of: key }: { of: WriteKey }) {
  const revoke = useChange(() => changes.revokeWriteKey(key.id), {
    says: () => words.gone(key.name),
  });
  const isRevoked = Boolean(key.revoked_at);
  return (
    <tr data-off={isRevoked || undefined}>
      <th scope="row" className={css.name}>
        {key.name}
      </th>
      <td className={css.mono}>
        {key.origins.length === 0 ? words.noOrigins : key.origins.join(", ")}
      </td>
      <td>
        <Moment at={key.made_at} precision="day" />
      </td>
      <td>{isRevoked ? words.revoked : words.works}</td>
      <td>
        <span className={css.doing}>
          {!isRevoked && (
            <Twice name={words.revoke} of={key.name} act={() => revoke.mutate(undefined)} />
          )}
        </span>
      </td>
    </tr>
  );
}

function Maker({ close, show }: { close: () => void; show: (made: Made) => void }) {
  const [name, setName] = useState("");
  const [origins, setOrigins] = useState<string[]>([]);
  const make = useChange(changes.makeWriteKey, {
    isForm: true,
    after: ({ key }, asked) => {
      close();
      show({ name: asked.name, key, isForPages: (asked.origins ?? []).length > 0 });
    },
  });
  const problems = fieldProblems(make.error);
  return (
    <FormSheet
      title={words.make}
      submit={text.settings.make}
      isOpen
      isBusy={make.isPending}
      problem={otherProblem(make.error, ["name", "origins"])}
      close={close}
      send={() => make.mutate({ name: name.trim(), origins })}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        data-autofocus
        value={name}
        error={problems["name"]}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TagsInput
        label={words.origins}
        description={words.originsHint}
        acceptValueOnBlur
        value={origins}
        error={problems["origins"]}
        onChange={setOrigins}
      />
    </FormSheet>
  );
}

function Mapping() {
  const found = useQuery(eventMapping);
  const [draft, setDraft] = useState<string>();
  const save = useChange(changes.eventMapping, {
    isForm: true,
    says: () => words.mappingSaved,
    after: () => setDraft(undefined),
  });
  if (found.data === undefined) return null;
  const file = draft ?? found.data.text;
  const isAsked = save.variables === file;
  const problem = save.error instanceof Refused ? save.error.problem : undefined;
  return (
    <section className={css.block}>
      <h2>{words.mapping}</h2>
      <p className={css.hint}>{words.mappingHint}</p>
      <FileEditor
        label={words.mapping}
        value={file}
        change={setDraft}
        linesMin={6}
        wrong={problem && isAsked ? wrongIn(problem) : []}
        problem={isAsked ? save.error?.message : undefined}
      />
      <div className={css.formFoot}>
        <Button
          variant="default"
          loading={save.isPending}
          disabled={file === found.data.text}
          onClick={() => save.mutate(file)}
        >
          {text.settings.save}
        </Button>
      </div>
    </section>
  );
}
