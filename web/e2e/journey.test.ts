// The web app in a real browser against the real server, on a demo company.

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inaccessible, LOOKS, launch, open } from "./browser";
import { type Server, serve } from "./server";

const PASSWORD = "correct horse battery";
const WAIT_MS = 15_000;
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

async function context(options = LOOKS[0]): Promise<BrowserContext> {
  const made = await browser.newContext({
    baseURL: server.url,
    viewport: { width: options?.width ?? 1440, height: 900 },
    colorScheme: options?.colorScheme ?? "light",
  });
  made.setDefaultTimeout(WAIT_MS);
  return made;
}

/** The address of a link, wherever the server believes to be reached. */
function here(link: string): string {
  const url = new URL(link);
  return url.pathname + url.hash;
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`input[name=${name}]`).fill(value);
  }
  await page.locator("button[type=submit]").click();
}

test("the setup link makes an administrator, who invites the head of sales", async () => {
  const admin = await context();
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
  head = await context();
  const invited = await open(head);
  await invited.page.goto(here(url));
  await fill(invited.page, { name: "Hal Example", password: PASSWORD });
  await invited.page.getByText("Hal Example").waitFor();
  expect([...faults, ...invited.faults]).toEqual([]);
  await admin.close();
}, 60_000);

test("who is not signed in sees the door, and a wrong password says so", async () => {
  const stranger = await context();
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
  const state = await head.storageState();
  const leads = (await (await head.request.get("/api/v1/leads?open=true&limit=1")).json()) as {
    leads: { id: string }[];
  };
  const pages = ["/", "/inbox", "/leads", `/leads/${leads.leads[0]?.id}`];
  pages.push("/funnel?by=lead.source", "/mirror", "/charter", "/charter?file=true");
  const found: string[] = [];
  for (const look of LOOKS) {
    const looking = await browser.newContext({
      baseURL: server.url,
      storageState: state,
      viewport: { width: look.width, height: 900 },
      colorScheme: look.colorScheme,
    });
    const { page, faults } = await open(looking);
    for (const path of pages) {
      await page.goto(path);
      await page.locator("h1").waitFor();
      await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
      found.push(...(await inaccessible(page)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > look.width) found.push(`${path} is ${width} wide at ${look.width}`);
    }
    found.push(...faults);
    await looking.close();
  }
  expect(found).toEqual([]);
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
