// A browser that notes whatever a page does wrong.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? CHROMIUM.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error("no Chromium: install it (apt-get install chromium) or name it in CHROMIUM");
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

export interface Look {
  width: number;
  colorScheme: "light" | "dark";
}

export const LOOKS: Look[] = [
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
];

/** A page whose errors, breaches of the content policy among them, are collected in `faults`. */
export async function open(context: BrowserContext): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // The first question, before anybody is signed in, is answered by 401, as it should be.
    const isExpected = message.text().includes("401");
    if (message.type() === "error" && !isExpected) faults.push(`${page.url()}: ${message.text()}`);
  });
  return { page, faults };
}

interface Violation {
  impact: string;
  id: string;
  nodes: { html: string }[];
}

/** What axe finds on the page that is serious or critical. */
export async function inaccessible(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    // By the debugger's interface, which the content policy does not stop.
    await session.send("Runtime.evaluate", { expression: AXE });
    const ran = await session.send("Runtime.evaluate", {
      expression: "axe.run(document).then((found) => JSON.stringify(found.violations))",
      awaitPromise: true,
      returnByValue: true,
    });
    const violations = JSON.parse(String(ran.result.value)) as Violation[];
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes[0]?.html}`);
  } finally {
    await session.detach();
  }
}
