// Working leads in a real browser: given, disqualified, opened again, called by thumb; and the funnel
// beside the period before, as known on a day, and as a file.

import { readFileSync } from "node:fs";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LOOKS, launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, faultsOf, join, post, visit } from "./visit";

let server: Server;
let browser: Browser;
let head: BrowserContext;
let sdr: BrowserContext;

interface Lead {
  id: string;
  place: string;
  stage?: { side: string };
}

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  const admin = await administrator(browser, server);
  head = await join(browser, server, admin, "sales_head");
  sdr = await join(browser, server, admin, "sdr");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A lead that was handed over and waits at this place. */
async function waiting(place: string): Promise<Lead> {
  const found = await head.request.get("/api/v1/leads?open=true&limit=1000");
  const { leads } = (await found.json()) as { leads: Lead[] };
  const lead = leads.find((it) => it.place === place && it.stage?.side === "marketing");
  if (!lead) throw new Error(`no lead waits with ${place}`);
  return lead;
}

test("a lead is given to somebody, and taken back", async () => {
  const { id } = await waiting("assignee");
  const { page, faults } = await open(head);
  await page.goto(`/leads/${id}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  const sentence = (await page.locator("h1").textContent()) ?? "";
  await page.getByRole("menuitem", { name: "Give it to somebody" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("sdr ex");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^sdr Example/ })
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /waits with sdr$/i }).waitFor();
  await page.keyboard.press("z");
  await page.getByText("Taken back.").waitFor();
  await page.getByRole("heading", { level: 1, name: sentence }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("a lead is disqualified with its reason, and opened again", async () => {
  const { id } = await waiting("assignee");
  const { page, faults } = await open(head);
  await page.goto(`/leads/${id}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Disqualify" }).click();
  await page.getByRole("dialog", { name: "Why never?" }).waitFor();
  await page.keyboard.press("1");
  await page.getByRole("heading", { level: 1, name: /rests in Disqualified/ }).waitFor();
  await page.getByRole("button", { name: "Open again" }).click();
  await page.getByText(/is open again/).waitFor();
  await page.getByRole("heading", { level: 1, name: /rests in Disqualified/ }).waitFor({
    state: "detached",
  });
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("an SDR takes a lead from the queue, and may give it to nobody else", async () => {
  const { id } = await waiting("assignee");
  const given = await post(head, `/api/v1/leads/${id}/assignments`, { assignee: null });
  expect(given.status()).toBe(201);
  const { page, faults } = await open(sdr);
  await page.goto(`/leads/${id}`);
  await page.getByRole("button", { name: "Take it" }).click();
  await page.getByRole("heading", { level: 1, name: /waits with sdr$/i }).waitFor();
  await page.getByRole("button", { name: "More", exact: true }).click();
  expect(await page.getByRole("menuitem", { name: "Give it to somebody" }).count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("on a phone the call is under the thumb, and asks what came of it", async () => {
  const { id } = await waiting("assignee");
  const state = await head.storageState();
  const look = LOOKS.find(({ width }) => width === 390);
  const phone = await visit(browser, server.url, look);
  await phone.addCookies(state.cookies);
  const { page, faults } = await open(phone);
  await page.goto(`/leads/${id}`);
  const call = page.locator("a[href^='tel:'], button", { hasText: /^(?:Call |Log call$)/ }).last();
  await call.waitFor();
  const box = await call.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
  expect(box?.width).toBeGreaterThan(300);
  await call.click();
  await page.getByRole("dialog", { name: "How did the call go?" }).waitFor();
  await page.getByRole("button", { name: /No answer/ }).click();
  await page.getByText(/^No answer: /).waitFor();
  expect(faults).toEqual([]);
  await phone.close();
}, 60_000);

test("the funnel stands beside the period before, and leaves as a file", async () => {
  const { page, faults } = await open(head);
  await page.goto("/funnel?days=90&by=lead.source");
  await page.getByRole("switch", { name: "Beside the period before" }).check({ force: true });
  await page.getByRole("region", { name: "Beside the period before" }).waitFor();
  expect(page.url()).toContain("vs=true");
  await page.getByRole("button", { name: "Share" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "As a file (CSV)" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^funnel-by-lead-source-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await saved.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toContain("slice,stage,side,reached");
  expect(lines.some((line) => line.startsWith("webinar,"))).toBe(true);
  const answer = await head.request.get("/api/v1/funnel");
  const now = ((await answer.json()) as { whole: { leads: number } }).whole.leads;
  const before = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/funnel?known=${before}`);
  await page.getByText(`As it was known at the end of ${before}`).waitFor();
  const reached = await page.locator("ol li b").first().textContent();
  expect(Number(reached?.replace(/\D/g, ""))).toBeLessThan(now);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("what needs a person now opens its lists, and a win leads to its account", async () => {
  const { page, faults } = await open(head);
  await page.goto("/");
  const answer = await head.request.get("/api/v1/waiting");
  const { late } = (await answer.json()) as { late: number };
  const needs = page.getByRole("region", { name: "What needs a person now" });
  const link = needs.getByRole("link", { name: /waited longer than agreed/ });
  expect(Number((await link.locator("b").textContent())?.replace(/\D/g, ""))).toBe(late);
  await page
    .locator("section", { hasText: "everyone who helped" })
    .getByRole("link")
    .last()
    .click();
  await page.waitForURL(/\/accounts\//);
  await page
    .getByRole("table", { name: /opportunit/ })
    .getByRole("cell", { name: "won" })
    .first();
  await page.goto("/");
  await link.click();
  await page.getByRole("button", { name: "Late ×" }).waitFor();
  expect(page.url()).toContain("due=late");
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("what was added is without faults, light and dark, wide and narrow", async () => {
  const day = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  const { id } = await waiting("assignee");
  const listed = await head.request.get("/api/v1/accounts?limit=1");
  const account = ((await listed.json()) as { accounts: { id: string }[] }).accounts[0]?.id;
  const paths = ["/", `/leads/${id}`, "/funnel?days=90&vs=true", `/funnel?known=${day}`];
  paths.push("/leads?due=late", "/accounts", `/accounts/${account}`, "/feedback", "/attribution");
  expect(await faultsOf(browser, server.url, head, paths)).toEqual([]);
}, 120_000);
