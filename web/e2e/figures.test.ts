// Figures and what is behind them, and names that are offered while one writes a charter.

import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, faultsOf, join } from "./visit";

let server: Server;
let browser: Browser;
let head: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  const admin = await administrator(browser, server);
  head = await join(browser, server, admin, "marketing_head");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("each metric says what it means and opens as many leads as it counts", async () => {
  const { page, faults } = await open(head);
  await page.goto("/funnel");
  await page.getByRole("link", { name: "Metrics", exact: true }).click();
  const all = page.getByRole("list", { name: "Metrics" });
  const one = all.getByRole("listitem").filter({ hasText: "Qualified leads" }).first();
  await one.getByText("Definition").click();
  await one.getByText("Answers for it").waitFor();
  const button = one.getByRole("button");
  const count = Number.parseInt((await button.textContent()) ?? "", 10);
  expect(count).toBeGreaterThan(0);
  await button.click();
  const leads = page.getByRole("region", { name: "Qualified leads" });
  await leads.getByRole("heading", { name: `Qualified leads, ${count} leads` }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("what a channel has a part in opens from its count", async () => {
  const { page, faults } = await open(head);
  await page.goto("/attribution");
  const row = page.getByRole("row").nth(1);
  const count = Number.parseInt((await row.getByRole("button").textContent()) ?? "", 10);
  await row.getByRole("button").click();
  const results = page.getByRole("region", { name: /has a part in$/ }).first();
  await results.getByText(`All ${count}`).waitFor();
  expect(await results.locator("tbody tr").count()).toBe(count);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("Today says how far the goals of the charter are", async () => {
  const { page, faults } = await open(head);
  await page.goto("/");
  const goals = page.getByRole("region", { name: "What both sides aim at" });
  await goals.getByText(/^new revenue q[1-4]/).waitFor();
  await goals.getByText(/ of €108,000;/).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("a name that is begun in a rule is offered, taken by key, and can be undone", async () => {
  const { page, faults } = await open(head);
  await page.goto("/charter/edit");
  const file = page.getByRole("textbox", { name: "The charter as you propose it" });
  await file.waitFor();
  const text = await file.inputValue();
  const place = text.indexOf('when = "account.employees') + 'when = "'.length;
  await file.evaluate((field: HTMLTextAreaElement, at) => {
    field.focus();
    field.setSelectionRange(at, at);
  }, place);
  // Beside the file, the form's fields have options of the same names.
  const offered = page.getByRole("listbox");
  // Names are known once the draft was checked.
  await expect
    .poll(async () => {
      await page.keyboard.press("Control+Space");
      return offered.getByRole("option", { name: /^account\.employees/ }).count();
    })
    .toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await page.keyboard.type("lead.sen");
  await offered.getByRole("option", { name: /^lead\.seniority/ }).waitFor();
  await page.keyboard.press("Enter");
  expect(await file.inputValue()).toContain('when = "lead.seniorityaccount.employees');
  await page.keyboard.press("Control+z");
  expect(await file.inputValue()).not.toContain("lead.seniorityaccount");
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("these pages are without faults, light and dark, wide and narrow", async () => {
  const pages = ["/", "/figures", "/attribution", "/findings"];
  expect(await faultsOf(browser, server.url, head, pages)).toEqual([]);
}, 180_000);
