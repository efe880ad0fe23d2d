import { expect, test } from "@playwright/test";

/** The content policy holds on every page kind without a single refusal: nothing of ours needs what it forbids. */

const PAGES = [
  "/",
  "/devices",
  "/devices/huawei-mate-10-pro",
  "/deals/huawei-mate-10-pro/verizon",
  "/changes",
  "/search?q=huawei",
  "/sources/crn-20180130-verizon-pulls-out",
  "/policy/huawei-entity-list-2019",
  "/sign-in",
  "/nowhere",
];

for (const address of PAGES) {
  test(`${address} loads without a complaint`, async ({ page }) => {
    const complaints: string[] = [];
    // A page that is not there is reported as such; that is no complaint about it.
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 404/.test(message.text()))
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    const response = await page.goto(address, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(address === "/nowhere" ? 404 : 200);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).not.toContain("unsafe");
    expect(await response?.text()).not.toMatch(/<[^>]+\sstyle=/);
    expect(complaints).toEqual([]);
  });
}
