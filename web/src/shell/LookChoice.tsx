// Light, dark, or as the system.

import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { text } from "../text";
import css from "./shell.module.css";

const LOOKS: [MantineColorScheme, string][] = [
  ["light", text.shell.light],
  ["dark", text.shell.dark],
  ["auto", text.shell.system],
];

export function LookChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <label className={css.look}>
      <span className={css.hidden}>{text.shell.look}</span>
      <select
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      >
        {LOOKS.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
