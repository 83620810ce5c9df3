// A draft is kept in this browser until it is proposed, so that closing the page loses nothing.

const STORED = "tandem-charter-draft";

interface Kept {
  /** What it is a change of: a version's hash, or a proposal. */
  of: string;
  file: string;
}

/** The draft kept of this, if there is one. */
export function keptDraft(of: string): string | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? "null") as Kept | null;
    return kept?.of === of ? kept.file : undefined;
  } catch {
    // What cannot be read, or a browser that keeps nothing, is no draft.
    return undefined;
  }
}

export function keepDraft(of: string, file: string | undefined): void {
  try {
    if (file === undefined) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, JSON.stringify({ of, file } satisfies Kept));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}
