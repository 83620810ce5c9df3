// How far an import is.

import type { Import } from "../api/imports";
import { text } from "../text";
import css from "./imports.module.css";

export function Progress({ of: it }: { of: Import }) {
  const part =
    it.progress && it.progress.bytes > 0 ? it.progress.bytes_read / it.progress.bytes : 0;
  return (
    <section className={css.block}>
      <svg
        className={css.progress}
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width="100" height="4" />
        <rect width={Math.min(1, part) * 100} height="4" />
      </svg>
      <p role="status">{text.imports.running(it.progress?.file, it.progress?.rows ?? 0)}</p>
    </section>
  );
}
