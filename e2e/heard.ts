import { expect, type Page } from "@playwright/test";

/** Opens a page and waits until it hears keys: a page is shown before its script runs, and a key pressed then goes nowhere. */
export async function gotoHearing(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("data-keys", "heard");
}
