// The first ten minutes in a real browser: from an empty server to a running trial, with the other
// side come in by their link.

import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { faultsOf, fill, here, PASSWORD, visit } from "./visit";

/** Sixty leads of the last eight weeks: every third asked for a demo, few were called. */
function exports() {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  const leads = numbers.map((n) => {
    const source = ["Web", "Webinar", "Demo request"][n % 3];
    const status = n % 5 === 0 ? "Unqualified" : "Open";
    return `L${n},Lead ${n},lead${n}@firm${n}.example,${source},${day(2 + (n % 56))},${status}`;
  });
  const calls = numbers
    .filter((n) => n % 4 === 0)
    .map((n) => `L${n},kim,${day(1 + (n % 40))},connected`);
  return [
    { name: "leads.csv", head: "Lead ID,Full Name,Email,Source,Created,Status", rows: leads },
    { name: "calls.csv", head: "lead_id,rep,call_date,call_result", rows: calls },
  ].map(({ name, head, rows }) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(`${[head, ...rows].join("\n")}\n`),
  }));
}

/** Faults other than that a charter was asked for before there is one, which browsers log. */
function beside409(faults: string[]): string[] {
  return faults.filter((fault) => !fault.includes("409 (Conflict)"));
}

let server: Server;
let browser: Browser;
let admin: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ isEmpty: true }), launch()]);
  admin = await visit(browser, server.url);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("an empty server becomes a running trial, and the other side comes in by a link", async () => {
  const { page, faults } = await open(admin);
  await page.goto(here(server.setup));
  await fill(page, { name: "Ada Example", email: "ada@example.com", password: PASSWORD });

  await page.getByRole("heading", { name: "Say which company this is." }).waitFor();
  await page.getByLabel("Name").fill("Gull & Sons");
  await page.getByRole("combobox", { name: "Time zone" }).fill("Europe/Paris");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Go on" }).click();

  await page.getByText("Drop files here").waitFor();
  await page.locator("input[type=file]").setInputFiles(exports());
  await page.getByRole("button", { name: "Import these files" }).waitFor();
  // Left and taken up again: the files are still there.
  await page.goto("/");
  await page.getByRole("button", { name: "Import these files" }).click();
  await page.getByRole("button", { name: "See what it says" }).click();

  await page.getByRole("heading", { name: "This is what happened to your leads." }).waitFor();
  await page.getByText(/^\d+ of 60 leads were never touched/).waitFor();
  await page.getByRole("button", { name: "Choose a charter" }).click();

  await page.getByRole("radio", { name: /B2B software/ }).waitFor();
  await page.getByRole("radio", { name: /Small and inbound/ }).check();
  await page.getByText(/^It would have handed/).waitFor();
  await page.getByRole("button", { name: "Start the trial" }).click();

  await page.getByRole("heading", { name: "Invite the heads of both sides." }).waitFor();
  const sales = page.getByRole("region", { name: "Sales head" });
  await sales.getByLabel("Name").fill("Hal Example");
  await sales.getByLabel("Email").fill("hal@example.com");
  await sales.getByRole("button", { name: "Make a link" }).click();
  const link = (await sales.locator("pre").textContent()) ?? "";
  await page.getByRole("button", { name: "Open Today" }).click();
  await page.getByText("Trial: this charter is not signed yet").waitFor();

  const head = await visit(browser, server.url);
  const invited = await open(head);
  await invited.page.goto(here(link));
  await fill(invited.page, { name: "Hal Example", password: PASSWORD });
  await invited.page.getByText("Trial: this charter is not signed yet").waitFor();
  await page.goto("/start");
  await page.getByText("Hal Example is here.").waitFor();
  await page.getByText("4 of 5 done").waitFor();
  expect(beside409([...faults, ...invited.faults])).toEqual([]);
  const charter = (await (await admin.request.get("/api/v1/charter")).json()) as {
    name: string;
    timezone: string;
    version: { is_trial: boolean };
  };
  expect(charter.name).toBe("Gull & Sons: revenue charter");
  expect([charter.timezone, charter.version.is_trial]).toEqual(["Europe/Paris", true]);
}, 120_000);

test("every step is without faults, light and dark, wide and narrow", async () => {
  const steps = ["company", "data", "findings", "charter", "invite"];
  const pages = [...steps.map((step) => `/start?step=${step}`), "/findings"];
  expect(await faultsOf(browser, server.url, admin, pages)).toEqual([]);
}, 180_000);

test("who sets nothing up is told that no charter decides yet", async () => {
  const empty = await serve({ isEmpty: true });
  try {
    const first = await visit(browser, empty.url);
    const { page, faults } = await open(first);
    await page.goto(here(empty.setup));
    await fill(page, { name: "Ada Example", email: "ada@example.com", password: PASSWORD });
    await page.getByRole("heading", { name: "Say which company this is." }).waitFor();
    // Every place says what is missing, and none breaks.
    for (const place of ["Inbox", "Leads", "Funnel", "Mirror", "Charter", "Data", "Settings"]) {
      await page.getByRole("link", { name: place, exact: true }).click();
      await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
      await page.locator("h1, h2").first().waitFor();
    }
    expect(beside409(faults)).toEqual([]);
  } finally {
    await empty.stop();
  }
}, 90_000);
