// Cohorts, the planner, sealed periods, two figures, alignment and what was learned, in a real browser:
// each says its sentence, and each figure opens a list as long as it says.

import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, faultsOf, join } from "./visit";

/** So many that there is something to learn from, and to plan by. */
const LEADS = 2000;

let server: Server;
let browser: Browser;
let sales: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ leads: LEADS }), launch()]);
  const admin = await administrator(browser, server);
  sales = await join(browser, server, admin, "sales_head");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What is open says so many leads as its figure did. */
async function opens(page: Page, title: RegExp, n: string): Promise<void> {
  const list = page.getByRole("region", { name: title });
  await list.getByRole("heading", { name: new RegExp(`, ${n} leads?$`) }).waitFor();
}

test("a cohort's cell opens the leads that it counts", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/funnel");
  await page.getByRole("link", { name: "Cohorts" }).click();
  await page.getByRole("heading", { level: 1, name: /of the leads had come to/ }).waitFor();
  const all = page.getByRole("row", { name: /^All/ });
  const leads = (await all.getByRole("button").first().textContent()) ?? "";
  await all.getByRole("button").first().click();
  await opens(page, /Began all/, leads);
  const cell = all.getByRole("button").nth(1);
  const n = ((await cell.getAttribute("title")) ?? "").split(" ")[0] ?? "";
  await cell.click();
  await opens(page, /Began all, come by day/, n);
  await page.getByLabel("Began in the same").selectOption("quarter");
  await expect.poll(() => page.url()).toContain("every=quarter");
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("a plan is worked back from a goal that one writes, and each of its counts opens", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/planner");
  const goal = page.getByLabel("Revenue that is aimed at");
  await goal.fill("250000");
  await goal.press("Enter");
  await page.getByRole("heading", { level: 1, name: /250,000 in \d+ days takes/ }).waitFor();
  const row = page.getByRole("row", { name: /^Marketing qualified/ });
  const reached = row.getByRole("button").first();
  const n = (await reached.textContent()) ?? "";
  await reached.click();
  await opens(page, /mql, reached/, n);
  await page.getByRole("heading", { name: /What comes if nothing changes/ }).waitFor();
  const known = page.getByRole("button", { name: /are there and not won yet/ });
  const there = ((await known.textContent()) ?? "").split(" ")[0] ?? "";
  await known.click();
  await opens(page, /known/, there);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("a month is sealed, and stands as it was reported", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/periods");
  await page.getByRole("heading", { level: 1, name: "No period is sealed yet." }).waitFor();
  await page.getByRole("button", { name: "Seal it" }).click();
  await page
    .getByRole("heading", { level: 1, name: "Everything stands as it was reported." })
    .waitFor();
  await page
    .getByRole("row", { name: /Qualified leads/ })
    .getByText("as reported")
    .waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("two figures are reconciled cause by cause, and each cause opens its leads", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/two-figures");
  await page.getByRole("heading", { level: 1, name: /against/ }).waitFor();
  const cause = page.getByRole("row", { name: /another date/ });
  const figure = cause.getByRole("button").first();
  const n = (await figure.textContent()) ?? "";
  await figure.click();
  await opens(page, /date anchor/, n);
  const rows = page.getByRole("region", { name: "Causes" }).getByRole("row");
  const [first, other] = [await rows.nth(1).textContent(), await rows.last().textContent()];
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  const of = (said: string | null) => said?.replace(/\D/g, "");
  expect(title).toContain(`${of(first)} against ${of(other)}`);
  const terms = page.getByRole("group", { name: "The other figure" });
  await terms.getByLabel("In the period by when they").selectOption("reached");
  await page.getByRole("heading", { level: 1, name: /Both count the same/ }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("a cell of the coverage opens its leads, and says what the people there carry", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/coverage");
  const map = page.getByRole("region", { name: "Territories by segments" });
  const cell = map.getByRole("button").first();
  const n = ((await cell.textContent()) ?? "").replace(/[^0-9,]/g, "");
  await cell.click();
  await opens(page, /: Open leads/, n);
  await page.getByLabel("Show").selectOption("won");
  await expect.poll(() => page.url()).toContain("figure=won");
  await page.getByRole("heading", { name: "Load and capacity" }).waitFor();
  await page.getByRole("heading", { name: "Buying committees of target accounts" }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("the parts of the alignment open what they count", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/mirror");
  await page.getByRole("link", { name: "Alignment" }).click();
  await page.getByRole("heading", { level: 1, name: /of 100/ }).waitFor();
  const row = page.getByRole("row", { name: /^Accepted by sales/ });
  await row.getByRole("button").first().click();
  await page.getByRole("region", { name: "Accepted by sales" }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("what was learned opens its leads, and its clauses open the editor", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/learned");
  await page.getByRole("heading", { level: 1, name: /the learned points tell/ }).waitFor();
  const held = page.getByRole("listitem").filter({ hasText: "Held out" }).getByRole("button");
  const n = (await held.textContent()) ?? "";
  await held.click();
  await opens(page, /Held out/, n);
  await page.getByRole("button", { name: "Propose these clauses" }).click();
  const file = page.getByRole("textbox", { name: "The charter as you propose it" });
  await expect.poll(() => file.inputValue()).toContain("[[icp.fit]]");
  await page.getByRole("heading", { level: 1, name: /^Exact/ }).waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("the funnel leaves as a workbook and as an image", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/funnel?by=lead.source");
  const take = async (name: string) => {
    await page.getByRole("button", { name: "Share" }).click();
    const item = page.getByRole("menuitem", { name });
    const [file] = await Promise.all([page.waitForEvent("download"), item.click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const book = await take("As a workbook");
  expect(book.name).toBe("funnel.xlsx");
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");
  const image = await take("As an image");
  expect(image.name).toMatch(/^funnel-by-lead-source-.*\.png$/);
  expect(image.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(image.bytes.length).toBeGreaterThan(10_000);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("these screens are without faults, light and dark, wide and narrow", async () => {
  const paths = [
    "/cohorts",
    "/planner",
    "/coverage",
    "/periods",
    "/two-figures",
    "/alignment",
    "/learned",
    "/figures",
  ];
  expect(await faultsOf(browser, server.url, sales, paths)).toEqual([]);
}, 180_000);
