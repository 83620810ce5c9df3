// The map of keys, and the switch for those of one letter.

import { Modal, Switch } from "@mantine/core";
import { useState } from "react";
import { text } from "../text";
import { setSingleKeys, singleKeysOn } from "./keys";
import { PLACES } from "./places";
import css from "./shell.module.css";

const k = text.keys;
const GROUPS: [string, [string, string][]][] = [
  [
    k.groups.everywhere,
    [
      ["⌘K / Ctrl K", k.palette],
      ...PLACES.filter(({ lacks }) => lacks === undefined).map((place): [string, string] => [
        `g ${place.key}`,
        k.go(text.places[place.id]),
      ]),
      ["z", k.undo],
      ["?", k.map],
    ],
  ],
  [
    k.groups.lists,
    [
      ["j", k.next],
      ["k", k.previous],
      ["Enter", k.open],
      ["/", k.filter],
    ],
  ],
  [
    k.groups.lead,
    [
      ["a", k.accept],
      ["r 1–9", k.reject],
      ["s 1–9", k.recycle],
      ["c", k.call],
      ["e", k.email],
      ["m", k.meeting],
      ["h 1–9", k.aside],
      ["w", k.why],
    ],
  ],
];

export function KeyMap({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const [isOn, setOn] = useState(singleKeysOn);
  return (
    <Modal opened={isOpen} onClose={close} title={k.title} size="lg">
      <div className={css.keyGroups}>
        {GROUPS.map(([title, keys]) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        checked={isOn}
        label={k.switchOn}
        description={k.switchHint}
        onChange={(event) => {
          setSingleKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
