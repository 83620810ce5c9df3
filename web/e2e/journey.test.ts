// The web app in a real browser against the real server, on a demo company.

import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { faultsOf, fill, here, PASSWORD, visit } from "./visit";

let server: Server;
let browser: Browser;
let head: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("the setup link makes an administrator, who invites the head of sales", async () => {
  const admin = await visit(browser, server.url);
  const { page, faults } = await open(admin);
  await page.goto(here(server.setup));
  await fill(page, { name: "Ada Example", email: "ada@example.com", password: PASSWORD });
  await page.getByRole("link", { name: "Funnel", exact: true }).waitFor();
  const made = await admin.request.post("/api/v1/invitations", {
    data: { email: "hal@example.com", name: "Hal Example", role: "sales_head" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(made.status()).toBe(201);
  const { url } = (await made.json()) as { url: string };
  head = await visit(browser, server.url);
  const invited = await open(head);
  await invited.page.goto(here(url));
  await fill(invited.page, { name: "Hal Example", password: PASSWORD });
  await invited.page.getByText("Hal Example").waitFor();
  expect([...faults, ...invited.faults]).toEqual([]);
  await admin.close();
}, 60_000);

test("who is not signed in sees the door, and a wrong password says so", async () => {
  const stranger = await visit(browser, server.url);
  const { page } = await open(stranger);
  await page.goto("/leads?stage=mql");
  await fill(page, { email: "hal@example.com", password: "not the password" });
  await page.getByRole("alert").waitFor();
  await fill(page, { email: "hal@example.com", password: PASSWORD });
  await page.getByRole("table", { name: "Leads" }).waitFor();
  expect(page.url()).toContain("/leads?stage=mql");
  await stranger.close();
}, 60_000);

test("every page is without faults, light and dark, wide and narrow", async () => {
  const leads = (await (await head.request.get("/api/v1/leads?open=true&limit=1")).json()) as {
    leads: { id: string }[];
  };
  const pages = ["/", "/inbox", "/leads", `/leads/${leads.leads[0]?.id}`];
  pages.push("/funnel?by=lead.source", "/mirror", "/charter", "/charter?file=true");
  expect(await faultsOf(browser, server.url, head, pages)).toEqual([]);
}, 180_000);

test("a rejected lead leaves the inbox by two keys, and comes back by a third", async () => {
  const { page, faults } = await open(head);
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Accept/ }).waitFor();
  const name = (await page.locator("section h2 a").first().textContent()) ?? "";
  await page.keyboard.press("r");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("1");
  await page.getByText(`${name} rejected, now Nurture`).waitFor();
  expect(await page.locator("section h2 a").first().textContent()).not.toBe(name);
  await page.keyboard.press("z");
  await page.getByText("Taken back.").waitFor();
  await page.locator("section h2 a", { hasText: name }).waitFor();
  expect(faults).toEqual([]);
}, 60_000);

test("what another person does is seen without reloading", async () => {
  const { page } = await open(head);
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Accept/ }).waitFor();
  const link = page.locator("section h2 a").first();
  const id = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  await page.goto(`/leads/${id}`);
  await page.getByRole("button", { name: /^Accept/ }).waitFor();
  const done = await head.request.post(`/api/v1/leads/${id}/verdicts`, {
    data: { verdict: "accepted" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(done.status()).toBe(201);
  await page.locator("li[aria-current=step]", { hasText: "Sales accepted" }).waitFor();
}, 60_000);

test("search finds a lead by its name and opens it by key", async () => {
  const { page } = await open(head);
  await page.goto("/leads");
  const first = page.getByRole("table", { name: "Leads" }).locator("a").first();
  const name = (await first.textContent()) ?? "";
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill(name);
  await page.getByRole("dialog").getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator("h1", { hasText: name }).waitFor();
}, 60_000);
