// Where somebody wanted to go when they left to sign in elsewhere, and with what they came back.

const KEY = "tandem.way";

/** Remembers where one is, for this tab. */
export function keepWay(): void {
  const { pathname, search } = window.location;
  if (pathname !== "/sign-in") sessionStorage.setItem(KEY, pathname + search);
}

/** Where one wanted to go; the first page where nobody knows. */
export function takeWay(): string {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return isOurs(kept) ? kept : "/";
}

/** Whether it is a path of ours, and leads to no other site. */
export function isOurs(path: string | null): path is string {
  return path !== null && /^\/(?![/\\])/.test(path);
}

export interface Returned {
  /** What proves who came back. */
  back?: { code: string; state: string; iss?: string };
  /** Why the provider let them go. */
  refused?: string;
}

/** What the address says with which the provider sends a browser back. */
export function readReturned(search: string): Returned {
  const said = new URLSearchParams(search);
  const [code, state, iss] = [said.get("code"), said.get("state"), said.get("iss")];
  if (code !== null && state !== null) return { back: { code, state, ...(iss && { iss }) } };
  const refused = said.get("error_description") ?? said.get("error");
  return refused === null ? {} : { refused: refused.slice(0, 200) };
}
