// Visits to a server: browsers of their own, the doors, and what an administrator does first.

import type { APIResponse, Browser, BrowserContext, Page } from "playwright-core";
import { inaccessible, LOOKS, type Look, open } from "./browser";
import type { Server } from "./server";

export const PASSWORD = "correct horse battery";
const WAIT_MS = 15_000;

/** A browser in which nobody is signed in. */
export async function visit(
  browser: Browser,
  url: string,
  look: Look | undefined = LOOKS[0],
): Promise<BrowserContext> {
  const made = await browser.newContext({
    baseURL: url,
    viewport: { width: look?.width ?? 1440, height: 900 },
    colorScheme: look?.colorScheme ?? "light",
  });
  made.setDefaultTimeout(WAIT_MS);
  return made;
}

/** The address of a link, wherever the server believes to be reached. */
export function here(link: string): string {
  const url = new URL(link);
  return url.pathname + url.hash;
}

export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`input[name=${name}]`).fill(value);
  }
  await page.locator("button[type=submit]").click();
}

/** Writes to the API as the browser would. */
export function post(who: BrowserContext, path: string, data?: unknown): Promise<APIResponse> {
  const headers = { "sec-fetch-site": "same-origin" };
  return who.request.post(path, data === undefined ? { headers } : { data, headers });
}

/** The first administrator, by the setup link. */
export async function administrator(browser: Browser, server: Server): Promise<BrowserContext> {
  const admin = await visit(browser, server.url);
  const { page } = await open(admin);
  await page.goto(here(server.setup));
  await fill(page, { name: "Ada Example", email: "ada@example.com", password: PASSWORD });
  await page.getByRole("link", { name: "Settings", exact: true }).waitFor();
  await page.close();
  return admin;
}

/** Somebody of a role, invited and come in. */
export async function join(
  browser: Browser,
  server: Server,
  admin: BrowserContext,
  role: string,
): Promise<BrowserContext> {
  const name = `${role.replaceAll("_", " ")} Example`;
  const email = `${role.replaceAll("_", "-")}@example.com`;
  const invited = await post(admin, "/api/v1/invitations", { email, name, role });
  const { url } = (await invited.json()) as { url: string };
  const newcomer = await visit(browser, server.url);
  const held = { link: new URL(url).hash.slice(1), name, password: PASSWORD };
  const joined = await post(newcomer, "/api/v1/invitations/acceptances", held);
  if (joined.status() !== 201) throw new Error(`${role} did not come in: ${await joined.text()}`);
  return newcomer;
}

/** Opens each page in every look; what is wrong with any of them. */
export async function faultsOf(
  browser: Browser,
  url: string,
  who: BrowserContext,
  paths: string[],
): Promise<string[]> {
  const state = await who.storageState();
  const found: string[] = [];
  for (const look of LOOKS) {
    const looking = await browser.newContext({
      baseURL: url,
      storageState: state,
      viewport: { width: look.width, height: 900 },
      colorScheme: look.colorScheme,
    });
    const { page, faults } = await open(looking);
    for (const path of paths) {
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
  return found;
}
