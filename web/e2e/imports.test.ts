// An import in a real browser: files in, what they mean, what would happen, what did.

import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, faultsOf, join } from "./visit";

const EXPORT = `Lead ID,Name,Email,Company,Created Date,Lead Source
1,Ana Example,ana@firm-a.example.com,Firm A,2026-10-01 10:00,Web
2,Ben Example,ben@firm-b.example.com,Firm B,2026-10-02 11:30,Webinar
3,Cy Example,cy@firm-c.example.com,Firm C,2026-10-03 09:15,Web
`;

let server: Server;
let browser: Browser;
let operations: BrowserContext;
let rep: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  const admin = await administrator(browser, server);
  operations = await join(browser, server, admin, "operations");
  rep = await join(browser, server, admin, "rep");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The number of new leads, once it is this. */
function figure(page: Page, said: string): Locator {
  return page.locator("dl > div", { hasText: `${said}new leads` }).first();
}

test("a file is mapped, tried out and imported, taken back, and the second time brings it again", async () => {
  const { page, faults } = await open(operations);
  await page.goto("/");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByText("Drop files here").waitFor();
  const file = { name: "crm-leads.csv", mimeType: "text/csv", buffer: Buffer.from(EXPORT) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("rowheader", { name: "Lead Source" }).waitFor();
  await page.getByText("Web · Webinar").waitFor();
  await page.getByRole("button", { name: "Keep the mapping" }).click();
  await page.getByRole("button", { name: "See what would happen" }).click();
  await page.getByRole("heading", { name: "What would become of it" }).waitFor();
  const mine = await operations.request.get("/api/v1/leads?text=firm-a.example.com");
  expect(((await mine.json()) as { leads: unknown[] }).leads).toEqual([]);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "What became of it" }).waitFor();
  await figure(page, "3").waitFor();
  const known = await operations.request.get("/api/v1/leads?text=firm-a.example.com");
  expect(((await known.json()) as { leads: unknown[] }).leads).toHaveLength(1);
  await page.getByRole("button", { name: "See what that comes to" }).click();
  await page.getByText("3 would be leads no longer").waitFor();
  await page.getByRole("button", { name: /^Take back \d+ facts$/ }).click();
  await page.getByText(/^\d+ facts taken back\.$/).waitFor();
  const gone = await operations.request.get("/api/v1/leads?text=firm-a.example.com");
  expect(((await gone.json()) as { leads: unknown[] }).leads).toEqual([]);
  await page.goto("/imports");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Keep the mapping" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "What became of it" }).waitFor();
  await figure(page, "0").waitFor();
  const again = await operations.request.get("/api/v1/leads?text=firm-a.example.com");
  expect(((await again.json()) as { leads: unknown[] }).leads).toHaveLength(1);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("who may not import sees no place for it, and by its address is told why", async () => {
  const { page, faults } = await open(rep);
  await page.goto("/imports");
  await page.getByRole("heading", { level: 1, name: "You may not see this." }).waitFor();
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByRole("heading", { name: "What happened to your leads" }).waitFor();
  expect(await page.getByRole("link", { name: "Import", exact: true }).count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("imports are without faults, light and dark, wide and narrow", async () => {
  const paths = ["/imports", "/imports/1"];
  expect(await faultsOf(browser, server.url, operations, paths)).toEqual([]);
}, 120_000);
