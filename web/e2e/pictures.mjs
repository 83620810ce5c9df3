// Takes the pictures of the README from the demo company: node e2e/pictures.mjs PROGRAM
//
// PROGRAM is a built `tandem`. The company is the same each time; its times are relative to now.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const SHOWN = [
  { as: "sales head", page: "/", name: "today" },
  { as: "sales head", page: "/proposals/1", name: "proposal" },
  { as: "sdr", page: "/inbox", name: "inbox" },
];

const program = process.argv[2];
const executablePath = process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path));
if (program === undefined || executablePath === undefined) {
  console.error("usage: node e2e/pictures.mjs PROGRAM, where Chromium is installed");
  process.exit(2);
}
const pictures = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "tandem-pictures-"));
const demo = ["demo", "--serve", "--listen", "127.0.0.1:0", "--db", join(folder, "demo.db")];
const server = spawn(program, demo, { stdio: ["ignore", "pipe", "ignore"] });
try {
  const links = await new Promise((resolve, reject) => {
    let said = "";
    server.on("exit", () => reject(new Error(`the demo ended: ${said}`)));
    server.stdout.on("data", (some) => {
      said += some;
      if (said.includes("Ctrl-C stops it")) resolve(said.split("\n"));
    });
  });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const inside = new Map();
  for (const { as, page: address, name } of SHOWN) {
    if (!inside.has(as)) {
      const link = links
        .find((line) => line.includes(`, ${as} `))
        .trim()
        .split(/\s+/)
        .at(-1);
      const viewport = { width: 1280, height: 800 };
      const page = await (await browser.newContext({ viewport, locale: "en-GB" })).newPage();
      await page.goto(link);
      await page.click("button[type=submit]");
      await page.waitForURL((url) => !url.pathname.startsWith("/enter"));
      inside.set(as, { page, at: new URL(link).origin });
    }
    const { page, at } = inside.get(as);
    await page.goto(at + address);
    await page.waitForFunction(() => document.querySelector("[aria-busy]") === null);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
  await browser.close();
} finally {
  server.removeAllListeners("exit");
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
