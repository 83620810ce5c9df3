// Writes each file of the built app compressed beside itself, so that the server compresses nothing
// while it serves.

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const SHRINKS = /\.(?:html|js|css|svg|json|webmanifest|txt)$/;
/** A file below this many bytes gains nothing. */
const BYTES_MIN = 512;

export function shrink(folder: string): Plugin {
  return {
    name: "tandem-shrink",
    apply: "build",
    closeBundle() {
      for (const path of filesUnder(folder)) {
        if (!SHRINKS.test(path) || statSync(path).size < BYTES_MIN) continue;
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
      }
    },
  };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
