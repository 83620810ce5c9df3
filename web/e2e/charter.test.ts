// A change to the charter in a real browser: written beside its backtest, proposed, signed by both
// heads, in force, and compared with what was.

import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, faultsOf, join } from "./visit";

let server: Server;
let browser: Browser;
let sales: BrowserContext;
let marketing: BrowserContext;
let rep: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  const admin = await administrator(browser, server);
  sales = await join(browser, server, admin, "sales_head");
  marketing = await join(browser, server, admin, "marketing_head");
  rep = await join(browser, server, admin, "rep");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("a draft is marked where it is wrong, replayed while one writes, and kept", async () => {
  // A draft that is refused is an error of the network to the browser's console.
  const { page } = await open(sales);
  await page.goto("/charter");
  await page.getByRole("link", { name: "Propose a change" }).click();
  const file = page.getByRole("textbox", { name: "The charter as you propose it" });
  const before = await file.inputValue();
  expect(before).toContain("engagement >= 35");
  await file.fill(before.replace("engagement >= 35", "engagment >= 45"));
  const line = before.slice(0, before.indexOf("engagement >= 35")).split("\n").length;
  await page.getByRole("button", { name: `line ${line}`, exact: true }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  expect(await page.getByRole("button", { name: "Propose", exact: true }).isDisabled()).toBe(true);
  await file.fill(before.replace("engagement >= 35", "engagement >= 45"));
  await page.getByRole("heading", { level: 1, name: /fewer MQLs/ }).waitFor();
  await page.getByText("engagement at least 45").first().waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /fewer MQLs/ }).waitFor();
  expect(await file.inputValue()).toContain("engagement >= 45");
  await page.close();
}, 60_000);

test("what both heads sign takes force, and is compared with what was", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/charter/edit");
  await page.getByRole("heading", { level: 1, name: /fewer MQLs/ }).waitFor();
  await page.getByRole("button", { name: "Propose", exact: true }).click();
  await page.getByLabel("What it is about").fill("Only warmer leads are handed over");
  await page.getByRole("dialog").getByRole("button", { name: "Propose" }).click();
  await page.getByRole("heading", { name: "Only warmer leads are handed over" }).waitFor();
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await page.getByRole("button", { name: "Sign", exact: true }).waitFor({ state: "detached" });
  const other = await open(marketing);
  await other.page.goto(address);
  await other.page.getByRole("button", { name: "Sign, and let it take force" }).click();
  await other.page.getByText("adopted as version 2").waitFor();
  await other.page.goto("/charter");
  await other.page.getByLabel("Compare with").selectOption("1");
  await other.page.getByRole("heading", { name: /from version 1 to version 2/ }).waitFor();
  await other.page.getByText("engagement at least 45").first().waitFor();
  expect([...faults, ...other.faults]).toEqual([]);
  await page.close();
  await other.page.close();
}, 60_000);

test("who may not propose is told so at the editor's address", async () => {
  const { page, faults } = await open(rep);
  await page.goto("/charter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("link", { name: "Propose a change" }).count()).toBe(0);
  await page.goto("/charter/edit");
  await page.getByRole("heading", { level: 1, name: "You may not see this." }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("the editor and the comparison are without faults, light and dark, wide and narrow", async () => {
  const paths = ["/charter/edit", "/charter?version=2&against=1", "/proposals/1"];
  expect(await faultsOf(browser, server.url, sales, paths)).toEqual([]);
}, 120_000);
