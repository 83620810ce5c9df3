// What helps when something is not as it should be, or not now: a page that breaks says so itself, a
// lead is put aside for a while, and the audit is taken away as a page.

import { readFileSync } from "node:fs";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inaccessible, launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, join } from "./visit";

let server: Server;
let browser: Browser;
let sales: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  const admin = await administrator(browser, server);
  sales = await join(browser, server, admin, "sales_head");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("a fault of the app is said as one, with its details and the way out", async () => {
  const { page } = await open(sales);
  // An answer that no server gives: the page that reads it breaks.
  await page.route("**/api/v1/mirror*", (route) => route.fulfill({ json: { as_of: {} } }));
  await page.goto("/mirror");
  await page.getByRole("heading", { name: "This page broke" }).waitFor();
  expect(await page.getByText("The server does not answer").count()).toBe(0);
  await page.getByText("Details", { exact: true }).click();
  await page
    .getByRole("region", { name: "Details" })
    .getByText(/TypeError/)
    .waitFor();
  expect(await inaccessible(page)).toEqual([]);
  await page.unroute("**/api/v1/mirror*");
  await page.getByRole("button", { name: "Load the page again" }).click();
  await page.getByRole("heading", { name: "This page broke" }).waitFor({ state: "detached" });
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  await page.close();
}, 60_000);

test("a server that does not answer is said to be one", async () => {
  const { page } = await open(sales);
  await page.route("**/api/v1/mirror*", (route) => route.abort());
  await page.goto("/mirror");
  await page.getByText("The server does not answer").waitFor();
  await page.close();
}, 60_000);

test("a lead is put aside until a time, stays so, and is brought back", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/inbox");
  const card = page.locator("section[aria-label]").first();
  await card.getByRole("button", { name: "Not now" }).waitFor();
  const name = await card.getAttribute("aria-label");
  await page.keyboard.press("h");
  const sheet = page.getByRole("dialog", { name: "Put it aside until when?" });
  await sheet.waitFor();
  expect(await inaccessible(page)).toEqual([]);
  await page.keyboard.press("1");
  await page.getByText("1 lead is put aside.").waitFor();
  expect(await card.getAttribute("aria-label")).not.toBe(name);
  await page.reload();
  await page.getByText("1 lead is put aside.").waitFor();
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect.poll(() => card.getAttribute("aria-label")).toBe(name);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("the audit is taken away as a page that names nobody and needs no script", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/findings");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "As a page to share" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("audit.html");
  const content = readFileSync(await file.path(), "utf8");
  expect(content).toContain("Tandem audit");
  expect(content).not.toContain("<script");
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);
