// Signing in at a real provider of OpenID Connect, in a real browser: whoever is not invited is told so
// and whoever is comes in. Needs the provider: bash scripts/oidc.sh run bash scripts/web.sh e2e

import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inaccessible, LOOKS, launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, post, visit } from "./visit";

const PROVIDER = resolve(import.meta.dirname, "../../crates/server/tests/oidc/provider.mjs");
/** The one person at the provider, who is signed in whatever name is hinted at. */
const PEOPLE = {
  undefined: {
    sub: "ria-at-the-provider",
    claims: { email: "ria@example.com", email_verified: true, name: "Ria Example" },
  },
};

let provider: ChildProcess;
let server: Server;
let browser: Browser;
let admin: BrowserContext;

describe.skipIf(process.env["TANDEM_TEST_OIDC"] === undefined)("at a provider", () => {
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const [child, issuer] = await provide(`${url}/sign-in`);
    provider = child;
    const config = [
      `public_url = "${url}"`,
      "[oidc]",
      `issuer = "${issuer}"`,
      'client_id = "tandem"',
      'client_secret = "a secret of the client / with: signs"',
      'label = "Example account"',
    ].join("\n");
    [server, browser] = await Promise.all([serve({ port, config }), launch()]);
    admin = await administrator(browser, server);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    provider?.stdin?.end();
  });

  test("the door with its second way in is without faults, light and dark, wide and narrow", async () => {
    const found: string[] = [];
    for (const look of LOOKS) {
      const looking = await visit(browser, server.url, look);
      const { page, faults } = await open(looking);
      for (const path of ["/", "/sign-in", "/sign-in?error=access_denied"]) {
        await page.goto(path);
        await page.getByRole("button", { name: "Continue with Example account" }).waitFor();
        found.push(...(await inaccessible(page)));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > look.width) found.push(`${path} is ${width} wide at ${look.width}`);
      }
      await page.getByRole("alert").getByText("access_denied").waitFor();
      found.push(...faults);
      await looking.close();
    }
    expect(found).toEqual([]);
  }, 90_000);

  test("who is not invited is told so, and may try again", async () => {
    const stranger = await visit(browser, server.url);
    const { page } = await open(stranger);
    await page.goto("/funnel");
    await page.getByRole("button", { name: "Continue with Example account" }).click();
    await page.getByRole("alert").waitFor();
    expect(new URL(page.url()).origin).toBe(new URL(server.url).origin);
    await page.getByRole("button", { name: "Continue with Example account" }).waitFor();
    await stranger.close();
  }, 60_000);

  test("who is invited comes in, at the page where they wanted to go", async () => {
    const body = { email: "ria@example.com", name: "Ria Example", role: "marketer" };
    expect((await post(admin, "/api/v1/invitations", body)).status()).toBe(201);
    const invited = await visit(browser, server.url);
    const { page } = await open(invited);
    await page.goto("/funnel");
    await page.getByRole("button", { name: "Continue with Example account" }).click();
    await page.getByRole("link", { name: "Cohorts" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/funnel");
    await invited.close();
  }, 60_000);
});

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const taken = createServer();
    taken.once("error", fail);
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      taken.close(() => done(port));
    });
  });
}

/** A provider that sends people back there, and its address. */
function provide(back: string): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, [PROVIDER, back, JSON.stringify(PEOPLE)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`the provider ended with ${code}`)));
    createInterface({ input: child.stdout }).once("line", (line) => done([child, line]));
  });
}
