// How people are called on screens.

/** "moritz.birkenmere" is "Moritz Birkenmere"; what is no such sign-in name stays as it is. */
export function person(name: string): string {
  if (!/^\p{Ll}+(?:[._-]\p{Ll}+)+$/u.test(name)) return name;
  return name
    .split(/[._-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

/** "not_icp" is "not icp"; ids of the charter are words with underscores. */
export function words(id: string): string {
  return id.replaceAll("_", " ");
}
