// A rule as a list of conditions, of which all or any must hold.

import { NativeSelect, TextInput } from "@mantine/core";
import { Fragment } from "react";
import type { Edit, Rule } from "../../api/forms";
import type { RuleNames } from "../../api/proposals";
import { text } from "../../text";
import { Condition } from "./Condition";
import css from "./form.module.css";
import { fresh, type Group, grouped, isGroup, withPart } from "./rule";
import { useLater } from "./useLater";

const words = text.form.rule;

/** How deep groups may be nested by form; the file may say more. */
const DEPTH_MAX = 3;

export interface Known {
  names: RuleNames | undefined;
  /** What each name is compared with anywhere. */
  inUse: Map<string, string[]>;
  /** Whether a rule here may speak of traits only. */
  isOfTraits: boolean;
}

interface Props {
  at: string;
  rule: Rule | undefined;
  written: string;
  known: Known;
  edit: (edits: Edit[]) => void;
}

export function RuleForm({ at, rule, written, known, edit }: Props) {
  const [shown, set] = useLater<Rule | undefined>(rule, (next) => {
    if (next) edit([{ do: "set_rule", at, rule: next }]);
  });
  const [typed, setTyped, flush] = useLater(written, (value) => edit([{ do: "set", at, value }]));
  if (shown === undefined) {
    return (
      <div className={css.rule}>
        <TextInput
          size="xs"
          label={words.unreadable}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={flush}
        />
      </div>
    );
  }
  return (
    <div className={css.rule}>
      <GroupForm group={grouped(shown)} known={known} depth={1} set={set} />
    </div>
  );
}

interface GroupProps {
  group: Group;
  known: Known;
  depth: number;
  set: (rule: Rule, isSure?: boolean) => void;
}

function GroupForm({ group, known, depth, set }: GroupProps) {
  const { parts } = group;
  const put = (at: number, part: Rule | undefined, isSure?: boolean) =>
    set(withPart(group, at, part), isSure);
  const add = (rule: Rule) => set({ ...group, parts: [...parts, rule] }, true);
  const one = () => fresh(known.isOfTraits, known.names);
  return (
    <div className={css.group} data-depth={depth}>
      {parts.length > 1 && (
        <NativeSelect
          size="xs"
          className={css.join}
          aria-label={words.join}
          data={[
            { value: "all", label: words.all },
            { value: "any", label: words.any },
          ]}
          value={group.is}
          onChange={(event) =>
            set({ is: event.currentTarget.value === "any" ? "any" : "all", parts }, true)
          }
        />
      )}
      <ul>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
          <li key={at}>
            {isGroup(part) ? (
              <GroupForm
                group={part}
                known={known}
                depth={depth + 1}
                set={(rule, isSure) => put(at, rule, isSure)}
              />
            ) : (
              <Condition
                rule={part}
                known={known}
                set={(rule, isSure) => put(at, rule, isSure)}
                remove={parts.length > 1 ? () => put(at, undefined, true) : undefined}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={css.adding}>
        <button type="button" onClick={() => add(one())}>
          {words.add}
        </button>
        {depth < DEPTH_MAX && parts.length > 1 && (
          <Fragment>
            <span aria-hidden="true"> · </span>
            <button
              type="button"
              onClick={() => add({ is: group.is === "all" ? "any" : "all", parts: [one(), one()] })}
            >
              {words.group}
            </button>
          </Fragment>
        )}
      </p>
    </div>
  );
}
