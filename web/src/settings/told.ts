// What the audit trail says was before and after, in words: what is an object is told field by field,
// and only where the two differ.

/** What is longer is told as far as this: whole files are among it. */
const TOLD_MAX = 300;

export interface Told {
  before: string;
  after: string;
}

export function told(before: string, after: string): Told {
  const [was, is] = [fields(before), fields(after)];
  const same = (key: string) => was?.[key] !== undefined && was[key] === is?.[key];
  const say = (text: string, of: Record<string, string> | undefined) => {
    if (of === undefined) return short(text);
    const lines = Object.entries(of).filter(([key]) => !same(key));
    return lines.map(([key, value]) => `${key.replaceAll("_", " ")} ${value}`).join(", ");
  };
  return { before: say(before, was), after: say(after, is) };
}

function fields(text: string): Record<string, string> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const read = JSON.parse(text) as Record<string, unknown>;
    const pairs = Object.entries(read).map(([key, value]): [string, string] => [key, plain(value)]);
    return Object.fromEntries(pairs);
  } catch {
    return undefined;
  }
}

function plain(value: unknown): string {
  if (value === null || value === "") return "–";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(plain).join(" + ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function short(text: string): string {
  return text.length <= TOLD_MAX ? text : `${text.slice(0, TOLD_MAX)} …`;
}
