// How smooth a list of many leads scrolls: node e2e/scroll.mjs <url> <setup link> [seconds]
//
// Opens the leads in headless Chromium as the first administrator, turns the wheel for so many seconds,
// and says how long frames took, how many leads were loaded and how many rows were in the document.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const [, , url, link, seconds = "15"] = process.argv;
if (url === undefined || link === undefined) {
  console.error("usage: node e2e/scroll.mjs <url> <setup link> [seconds]");
  process.exit(2);
}
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env["CHROMIUM"] ?? CHROMIUM.find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
const { pathname, hash } = new URL(link);
await page.goto(url + pathname + hash);
const fields = { name: "Ada Example", email: "ada@example.com", password: "correct horse battery" };
await page.locator("input[name=password]").waitFor();
for (const [name, value] of Object.entries(fields)) {
  // A link to the door itself asks no name: the one who came before comes in again.
  const field = page.locator(`input[name=${name}]`);
  if (await field.isVisible()) await field.fill(value);
}
await page.locator("button[type=submit]").click();
await page.getByRole("link", { name: "Settings", exact: true }).waitFor();
const began = Date.now();
await page.goto(`${url}/leads`);
await page.locator("[role=row][aria-rowindex='2']").waitFor();
const first = Date.now() - began;
await page.evaluate(() => {
  const frames = [];
  let before;
  const next = (at) => {
    if (before !== undefined) frames.push(at - before);
    before = at;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  Object.assign(window, { frames });
});
await page.mouse.move(800, 500);
const end = Date.now() + Number(seconds) * 1000;
let rows = 0;
while (Date.now() < end) {
  await page.mouse.wheel(0, 600);
  await page.waitForTimeout(16);
  if (Math.random() < 0.05) {
    rows = Math.max(rows, await page.locator("[role=row]").count());
  }
}
const { frames, reached, rowsAll } = await page.evaluate(() => ({
  frames: window.frames,
  reached: Math.max(
    ...[...document.querySelectorAll("[role=row]")].map((row) => Number(row.ariaRowIndex ?? 0)),
  ),
  rowsAll: document.querySelector("[role=table]")?.getAttribute("aria-rowcount"),
}));
frames.sort((a, b) => a - b);
const at = (part) => frames[Math.min(frames.length - 1, Math.floor(frames.length * part))];
console.log(
  JSON.stringify({
    first_rows_ms: first,
    frames: frames.length,
    median_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
    longest_ms: at(1),
    over_50_ms: frames.filter((ms) => ms > 50).length,
    lead_reached: reached,
    leads_loaded: Number(rowsAll) - 1,
    rows_in_document: rows,
  }),
);
await browser.close();
