// A key of the charter's file as a field.

import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { Edit, FormField } from "../../api/forms";
import { choicesOf } from "./chapters";
import css from "./form.module.css";
import { useLater } from "./useLater";

interface Props {
  field: FormField;
  label: string;
  stages: string[];
  isWrong: boolean;
  edit: (edits: Edit[]) => void;
}

export function Field({ field, label, stages, isWrong, edit }: Props) {
  const choices = choicesOf(field, stages);
  const set = (value: string | number | boolean | string[]) =>
    edit([{ do: "set", at: field.at, value }]);
  if (field.number != null) {
    return <Amount value={field.number} label={label} isWrong={isWrong} set={set} />;
  }
  if (field.flag != null) {
    return (
      <Checkbox
        label={label}
        checked={field.flag}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    );
  }
  if (choices) {
    return (
      <NativeSelect
        size="xs"
        aria-label={label}
        data={choices}
        value={field.text ?? ""}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  }
  if (field.texts) {
    return (
      <Words
        value={field.texts.join(", ")}
        label={label}
        isWrong={isWrong}
        set={(typed) =>
          set(
            typed
              .split(",")
              .map((word) => word.trim())
              .filter((word) => word !== ""),
          )
        }
      />
    );
  }
  return <Words value={field.text ?? ""} label={label} isWrong={isWrong} set={set} />;
}

interface TypedProps<T> {
  value: T;
  label: string;
  isWrong: boolean;
  set: (value: T) => void;
}

function Amount({ value, label, isWrong, set }: TypedProps<number>) {
  const [shown, setShown, flush] = useLater(String(value), (typed) => {
    const number = Number(typed.trim().replace(",", "."));
    // What is no number yet stays in the field, and the file keeps what it has.
    if (typed.trim() !== "" && Number.isFinite(number)) set(number);
  });
  return (
    <TextInput
      size="xs"
      className={css.amount}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={shown}
      onChange={(event) => setShown(event.currentTarget.value)}
      onBlur={flush}
    />
  );
}

function Words({ value, label, isWrong, set }: TypedProps<string>) {
  const [shown, setShown, flush] = useLater(value, set);
  return (
    <TextInput
      size="xs"
      className={value.length > 16 ? css.sentence : css.word}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={shown}
      onChange={(event) => setShown(event.currentTarget.value)}
      onBlur={flush}
    />
  );
}
