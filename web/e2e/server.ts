// A real server on a ledger of its own, for as long as a test runs.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export interface Server {
  url: string;
  /** The link by which the first administrator comes in. */
  setup: string;
  stop: () => Promise<void>;
}

const LEADS = 300;
const START_MS = 30_000;

function program(): string {
  const target = process.env["CARGO_TARGET_DIR"] ?? resolve(import.meta.dirname, "../../target");
  return process.env["TANDEM_BINARY"] ?? join(target, "debug", "tandem");
}

/** On a demo company of so many leads, or on nothing. */
export async function serve({
  isEmpty = false,
  leads = LEADS,
  port = 0,
  config = "",
} = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-e2e-"));
  const ledger = join(folder, "ledger.db");
  if (!isEmpty) {
    execFileSync(program(), ["demo", "--db", ledger, "--size", String(leads)], { stdio: "ignore" });
  }
  const configured = join(folder, "tandem.toml");
  writeFileSync(configured, config);
  const child = spawn(
    program(),
    [
      ...["serve", "--db", ledger, "--listen", `127.0.0.1:${port}`, "--json"],
      ...["--log-level", "error", "--config", configured],
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { url, setup } = await listening(child);
    return { url, setup, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The exports of a simulated company: the paths of its files. */
export function exported(leads: number): { files: string[]; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "tandem-e2e-"));
  const out = join(folder, "exports");
  execFileSync(program(), ["generate", "--leads", String(leads), "--out", out], {
    stdio: "ignore",
  });
  const files = ["leads.csv", "touches.csv", "activities.csv", "verdicts.csv", "opportunities.csv"]
    .map((name) => join(out, name))
    .filter((path) => existsSync(path));
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the server says once it listens: a document of JSON, over one line or several. */
function listening(child: ChildProcess): Promise<{ url: string; setup: string }> {
  return new Promise((done, fail) => {
    if (child.stdout === null) return fail(new Error("the server says nothing"));
    const timer = setTimeout(() => fail(new Error("the server did not start in time")), START_MS);
    let said = "";
    createInterface({ input: child.stdout }).on("line", (line) => {
      said += `${line}\n`;
      try {
        const document = JSON.parse(said) as { url: string; setup: string | null };
        clearTimeout(timer);
        done({ url: document.url, setup: document.setup ?? "" });
      } catch {
        // The document goes on.
      }
    });
    child.once("exit", (code) => fail(new Error(`the server ended with ${code}`)));
  });
}
