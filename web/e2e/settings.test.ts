// The settings in a real browser: people come in, programs get their keys, and each is refused what
// is not theirs.

import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, faultsOf, fill, here, PASSWORD, post, visit } from "./visit";

let server: Server;
let browser: Browser;
let admin: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  admin = await administrator(browser, server);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("whoever is invited comes in by the link, and by another one sets a new password", async () => {
  const { page, faults } = await open(admin);
  await page.goto("/settings/people");
  await page.getByRole("button", { name: "Invite" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.locator("input[name=invited-name]").fill("Sam Example");
  await sheet.locator("input[name=invited-email]").fill("sam@example.com");
  await sheet.locator("select[name=invited-role]").selectOption("sdr");
  await sheet.getByRole("button", { name: "Invite" }).click();
  const link = (await page.getByRole("dialog").locator("pre").textContent()) ?? "";
  await page.keyboard.press("Escape");
  const sam = await visit(browser, server.url);
  const invited = await open(sam);
  await invited.page.goto(here(link));
  await fill(invited.page, { name: "Sam Example", password: PASSWORD });
  await invited.page.getByText("Sam Example").first().waitFor();

  await page.reload();
  await page.getByRole("button", { name: "Password link: Sam Example" }).click();
  const back = (await page.getByRole("dialog").locator("pre").textContent()) ?? "";
  const forgetful = await visit(browser, server.url);
  const again = await open(forgetful);
  await again.page.goto(here(back));
  await fill(again.page, { email: "sam@example.com", password: "another horse battery" });
  await again.page.getByText("Sam Example").first().waitFor();
  expect([...faults, ...invited.faults, ...again.faults]).toEqual([]);

  // An SDR sees no audit trail among the sections, and by its address is told why.
  await again.page.goto("/settings/audit");
  await again.page.getByRole("heading", { level: 1, name: "You may not see this." }).waitFor();
  const sections = again.page.getByRole("navigation", { name: "Sections" });
  expect(await sections.getByRole("link").allTextContents()).not.toContain("Audit trail");
  await page.close();
  await sam.close();
  await forgetful.close();
}, 90_000);

test("who is deactivated may sign in no more, until it is taken back", async () => {
  const { page, faults } = await open(admin);
  await page.goto("/settings/people");
  await page.getByRole("button", { name: "Deactivate: Sam Example" }).click();
  await page.getByText("Sam Example may not sign in any more.").waitFor();
  await page.getByRole("cell", { name: "deactivated" }).waitFor();
  const sam = await visit(browser, server.url);
  const credentials = { email: "sam@example.com", password: "another horse battery" };
  expect((await post(sam, "/api/v1/session", credentials)).status()).toBe(401);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: "Deactivate: Sam Example" }).waitFor();
  expect((await post(sam, "/api/v1/session", credentials)).status()).toBe(200);
  expect(faults).toEqual([]);
  await page.close();
  await sam.close();
}, 60_000);

test("a token is shown once, works, and is revoked by the second press", async () => {
  const { page, faults } = await open(admin);
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "Make a token" }).click();
  await page.getByRole("dialog").getByLabel("What it is for").fill("weekly report");
  await page.getByRole("dialog").getByRole("button", { name: "Make", exact: true }).click();
  const secret = (await page.getByRole("dialog").locator("pre").textContent()) ?? "";
  const program = await visit(browser, server.url);
  const headers = { authorization: `Bearer ${secret}` };
  expect((await program.request.get("/api/v1/funnel", { headers })).status()).toBe(200);
  expect((await program.request.get("/api/v1/audit", { headers })).status()).toBe(403);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revoke: weekly report" }).click();
  await page.getByRole("button", { name: "Press again to do it: weekly report" }).click();
  await page.getByRole("cell", { name: "revoked", exact: true }).waitFor();
  expect((await program.request.get("/api/v1/funnel", { headers })).status()).toBe(401);
  expect(faults).toEqual([]);
  await page.close();
  await program.close();
}, 60_000);

test("settings that are wrong are marked at their line, and right ones are in force", async () => {
  // The refusal is an error of the network to the browser's console.
  const { page } = await open(admin);
  await page.goto("/settings/roster");
  await page.getByRole("button", { name: "Change" }).click();
  const file = page.getByRole("textbox", { name: "The settings as a file" });
  await file.fill('[team.sdr]\nmembers = "sam"\n');
  await page.getByRole("button", { name: "Apply from now on" }).click();
  await page.getByRole("button", { name: "line 2" }).waitFor();
  await file.fill(
    '[team.sdr]\nmembers = ["sam.example"]\n\n[person."sam.example"]\ncapacity = 30\n',
  );
  await page.getByRole("button", { name: "Apply from now on" }).click();
  const row = page.getByRole("row", { name: /Sam Example/ });
  await row.waitFor();
  expect(await row.textContent()).toContain("/ 30");
  await page.close();
}, 60_000);

test("a write key comes with the lines to paste, and a webhook with its secret", async () => {
  const { page, faults } = await open(admin);
  await page.goto("/settings/write-keys");
  await page.getByRole("button", { name: "Make a write key" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("What it is for").fill("website");
  await sheet.getByLabel("Sites that may send with it").fill("https://www.example.com");
  await sheet.getByRole("button", { name: "Make", exact: true }).click();
  await page.getByText("To paste into the pages of the site").waitFor();
  const shown = await page.getByRole("dialog").locator("pre").allTextContents();
  expect(shown[1]).toContain(`data-key="${shown[0]}"`);
  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("dialog").getByLabel("Address").fill("https://hooks.example.com/tandem");
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await page.getByRole("dialog").getByText("The secret for hooks.example.com").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Switch off: hooks.example.com" }).click();
  await page.getByRole("cell", { name: "switched off" }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("the audit trail names what was done, and its filters are in the address", async () => {
  const { page, faults } = await open(admin);
  await page.goto("/settings/audit");
  await page.getByRole("combobox", { name: "What" }).selectOption("token");
  await page.getByRole("row", { name: /token: revoked/ }).waitFor();
  expect(page.url()).toContain("what=token");
  // What was shown before stays until the answer has come.
  const other = page.getByRole("row", { name: /settings: applied/ });
  await other.waitFor({ state: "detached" });
  await page.goto("/settings");
  await page.getByLabel("How: A promise falls due soon").selectOption("weekly");
  await page.getByLabel("On: A promise falls due soon").selectOption("3");
  await page.getByRole("button", { name: "As usual again: A promise falls due soon" }).click();
  await page.getByLabel("On: A promise falls due soon").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

test("every section is without faults, light and dark, wide and narrow", async () => {
  const sections = ["people", "teams", "roster", "tokens", "write-keys", "webhooks", "outbox"];
  const paths = ["", ...sections, "audit", "workspace"].map((name) => `/settings/${name}`);
  expect(await faultsOf(browser, server.url, admin, paths)).toEqual([]);
}, 240_000);
