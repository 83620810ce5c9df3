// The charter by form, in a real browser: what is changed there changes the file beside it and its
// backtest, what is typed in the file changes the form, and what is wrong is said where it stands.

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inaccessible, LOOKS, launch, open } from "./browser";
import { type Server, serve } from "./server";
import { administrator, join, visit } from "./visit";

let server: Server;
let browser: Browser;
let sales: BrowserContext;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
  const admin = await administrator(browser, server);
  sales = await join(browser, server, admin, "sales_head");
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const file = (page: Page) => page.getByRole("textbox", { name: "The charter as you propose it" });

async function holds(page: Page, said: string): Promise<void> {
  await expect.poll(() => file(page).inputValue(), { timeout: 10_000 }).toContain(said);
}

async function chapter(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

test("a clause by form changes the file beside it and the backtest, and comments stay", async () => {
  const { page, faults } = await open(sales);
  await page.goto("/charter/edit");
  await chapter(page, "Stages");
  const qualified = page.getByRole("group", { name: "Marketing qualified" });
  const engagement = qualified.getByLabel("With what").nth(1);
  expect(await engagement.inputValue()).toBe("35");
  await engagement.fill("45");
  await holds(page, "engagement >= 45 ||");
  await page.getByRole("heading", { level: 1, name: /fewer MQLs/ }).waitFor();
  // A condition more, by pickers alone.
  await qualified.getByRole("button", { name: "Add a condition" }).first().click();
  await holds(page, "engagement >= 45 && fit >= 0 ||");
  const subject = qualified.getByLabel("What is asked").nth(2);
  await subject.selectOption("value:account.industry");
  await holds(page, "account.industry == 'finance'");
  await qualified.getByLabel("How it is compared").nth(2).selectOption("in");
  await qualified.getByLabel("With what, separated by commas").fill("finance, software");
  await holds(page, "account.industry in ['finance', 'software']");
  await qualified.getByRole("button", { name: "Remove this condition" }).nth(2).click();
  await holds(page, "engagement >= 45 ||");
  await chapter(page, "Promises");
  await page
    .getByRole("group", { name: "First touch hot" })
    .getByLabel("within")
    .fill("2 business hours");
  await holds(page, 'within = "2 business hours"');
  expect(await file(page).inputValue()).toContain("# a call, mail, message or meeting by a person");
  expect(faults).toEqual([]);
  await page.close();
}, 90_000);

test("what is typed in the file changes the form, and what is wrong stands at its clause", async () => {
  const { page } = await open(sales);
  await page.goto("/charter/edit");
  await page.getByRole("button", { name: "Start over" }).click();
  const before = await file(page).inputValue();
  await chapter(page, "Interest");
  const hot = page.getByRole("group", { name: "Temperature" }).getByLabel("hot");
  expect(await hot.inputValue()).toBe("60");
  await file(page).fill(before.replace("hot = 60", "hot = 75"));
  await expect.poll(() => hot.inputValue()).toBe("75");
  await hot.fill("12");
  await holds(page, "hot = 12");
  await page.getByRole("group", { name: "Temperature" }).getByRole("alert").waitFor();
  // Half a file is no form: it says so, and follows once it can be read.
  await file(page).fill(`${before}\n[[promise`);
  await page.getByText("mend it, and the form follows").waitFor();
  await file(page).fill(before);
  await page.getByText("mend it, and the form follows").waitFor({ state: "detached" });
  await expect.poll(() => hot.inputValue()).toBe("60");
  await page.close();
}, 90_000);

test("every chapter of the form is without faults, light and dark, wide and narrow", async () => {
  const state = await sales.storageState();
  const found: string[] = [];
  for (const look of LOOKS) {
    const looking = await visit(browser, server.url, look);
    await looking.addCookies(state.cookies);
    const { page, faults } = await open(looking);
    await page.goto("/charter/edit");
    const isNarrow = look.width < 700;
    const choice = page.getByRole("combobox", { name: "What to change" });
    await page.getByRole("group").first().waitFor();
    for (const name of ["Who fits", "Interest", "Stages", "Promises", "Hand-offs", "Targets"]) {
      if (isNarrow) await choice.selectOption({ label: name });
      else await chapter(page, name);
      found.push(...(await inaccessible(page)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > look.width) found.push(`${name} is ${width} wide at ${look.width}`);
    }
    found.push(...faults);
    await looking.close();
  }
  expect(found).toEqual([]);
}, 120_000);
