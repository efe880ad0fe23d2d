import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

/** In forced colours the marks must still say what they are: axe finds nothing, and no status is told by colour alone. */

const VIEWS = [
  "/",
  "/devices/huawei-mate-10-pro",
  "/matrix?on=2019-06-01",
  "/changes?from=2018-01-01&to=2018-06-01",
  "/compare?devices=huawei-mate-10-pro,huawei-p10",
  "/carriers/verizon",
  "/manufacturers/huawei",
  "/deals?status=withdrawn",
];

for (const address of VIEWS) {
  test(`${address} stands in forced colours`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(address);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  });
}
