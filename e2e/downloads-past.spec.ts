import { expect, type Page, test } from "@playwright/test";
import { ownLedger } from "./ledger";
import {
  chartTaken,
  expectChangesTaken,
  expectDeviceTaken,
  expectMatrixTaken,
  fileOfChart,
  openIn,
  type Taken,
  wholeTaken,
} from "./taken";

/**
 * Files of views of the past: as published by a day, of an earlier record, and both. Each is the page that it was taken from,
 * and not what is known today.
 */

const KNOWN = "on=2018-02-01&known=2018-01-20";
const SHOWS = "The world on 1 Feb 2018, as published by 20 Jan 2018";

type Take = (page: Page, shows: string) => Promise<Taken>;
const device: Take = async (page, shows) => {
  const taken = await wholeTaken(page, shows);
  await expectDeviceTaken(page, taken);
  return taken;
};
const matrix: Take = async (page, shows) => {
  const taken = await wholeTaken(page, shows);
  await expectMatrixTaken(page, taken);
  return taken;
};
const changes: Take = async (page, shows) => {
  const taken = await wholeTaken(page, shows);
  await expectChangesTaken(page, taken);
  return taken;
};
/** Every chart of the page; those that have nothing to draw offer no file. */
const charts: Take = async (page, shows) => {
  const titles = await page.locator("section.chart:has(summary) h2").allInnerTexts();
  expect(titles.length).toBeGreaterThan(3);
  const all: Taken[] = [];
  for (const title of titles) all.push(await chartTaken(page, title, shows));
  const rows = all.flatMap((taken) => taken.rows);
  return { head: [], rows, cell: () => "" };
};

/** Takes the files of a view of the past, and those of now, which differ. */
async function expectPast(page: Page, past: string, now: string, shows: string, take: Take): Promise<Taken> {
  await page.goto(past);
  const then = await take(page, shows);
  expect([past, then.rows.length > 0]).toEqual([past, true]);
  await page.goto(now);
  expect([past, (await take(page, "")).rows]).not.toEqual([past, then.rows]);
  return then;
}

test("a device's file as published by a day holds what had been published, as its page does", async ({
  page,
}) => {
  const path = "/devices/huawei-mate-10-pro";
  const { rows, cell } = await expectPast(page, `${path}?${KNOWN}`, path, SHOWS, device);
  for (const row of rows) expect(cell(row, "published") <= "2018-01-20").toBe(true);
});

test("so does the matrix's", async ({ page }) => {
  const { head } = await expectPast(
    page,
    `/matrix?manufacturer=huawei&${KNOWN}`,
    "/matrix?manufacturer=huawei&on=2018-02-01",
    `${SHOWS}, narrowed to devices of Huawei`,
    matrix,
  );
  expect(head).toContain("last_heard");
});

test("so do those of the overview's charts, whose pictures say the view", async ({ page }) => {
  const narrowed = "narrowed to carriers in United States";
  const past = `/?country=US&${KNOWN}`;
  await expectPast(page, past, "/?country=US&on=2018-02-01", `${SHOWS}, ${narrowed}`, charts);
  await page.goto(past);
  const title = "Status of all deals over time";
  await openIn(page, title, "Download");
  const svg = await (await fileOfChart(page, title, "SVG")).text();
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(" ");
  expect(words).toContain(`As of 1 Feb 2018, as published by 20 Jan 2018, ${narrowed}; record of `);
});

test("so does that of a report", async ({ page }) => {
  const report = "/changes?from=2017-12-31&to=2018-01-31&by=effective&all=yes";
  const { rows, cell } = await expectPast(
    page,
    `${report}&known=2018-01-20`,
    report,
    "Compared as it took effect",
    changes,
  );
  for (const row of rows) expect(cell(row, "published") <= "2018-01-20").toBe(true);
});

let own: Awaited<ReturnType<typeof ownLedger>>;
/** An instant between two deeds: before it a plan and a sale were recorded, after it both were corrected. */
let record = "";
test.describe("of an earlier record", () => {
  test.beforeAll(async () => {
    own = await ownLedger("Taken");
    for (const day of ["2016-03-01", "2016-06-01"]) await own.publish(day);
    const at = (place: "one" | "two") => ({ device: own.device, carrier: own.carrier(place) });
    const [plan] = await own.run({
      ...{ kind: "record-status", ...at("one"), version: 0 },
      ...own.said("planned", "2016-03", "2016-03-01", { target: "2016-09" }),
    });
    const [sale] = await own.run({
      ...{ kind: "record-status", ...at("two"), version: 0 },
      ...own.said("carried", "2016-03-01", "2016-03-01"),
    });
    record = new Date().toISOString();
    await expect.poll(() => new Date().toISOString() > record).toBe(true);
    const corrected = (corrects: string | undefined, claim: object) =>
      own.run({ kind: "correct-status", corrects, version: 1, why: "Our slip.", ...claim });
    await corrected(plan, own.said("declined", "2016-03-05", "2016-06-01", { note: "Never planned." }));
    await corrected(sale, own.said("planned", "2016-02", "2016-03-01", { target: "2016-08" }));
  });

  const RECORDED = "as our record stood on";
  const both = () => [`record=${record}`, `record=${record}&known=2016-04-01`];
  const nowOf = (view: string) => (view.includes("known=") ? "known=2016-04-01" : "");

  test("a device's file holds what was recorded then, also as published by a day", async ({ page }) => {
    const path = `/devices/${own.device}`;
    for (const view of both()) {
      const { rows, cell } = await expectPast(
        page,
        `${path}?${view}`,
        `${path}?${nowOf(view)}`,
        "The world on",
        device,
      );
      expect([view, rows.map((row) => cell(row, "status")).sort()]).toEqual([view, ["carried", "planned"]]);
      await expect(page.getByText(RECORDED)).toHaveCount(0);
    }
  });

  test("so do the matrix's and the report's", async ({ page }) => {
    const narrowed = `narrowed to devices of ${own.name}`;
    for (const view of both()) {
      const path = `/matrix?manufacturer=${own.slug}`;
      const cells = await expectPast(page, `${path}&${view}`, `${path}&${nowOf(view)}`, narrowed, matrix);
      expect(cells.rows.map((row) => cells.cell(row, "status")).sort()).toEqual(["carried", "planned"]);
      const report = `/changes?from=2016-01-01&to=2016-12-31&manufacturer=${own.slug}`;
      const lines = await expectPast(
        page,
        `${report}&${view}`,
        `${report}&${nowOf(view)}`,
        narrowed,
        changes,
      );
      expect(lines.rows.map((row) => lines.cell(row, "kind"))).toEqual(["world changed", "world changed"]);
    }
  });

  test("so do those of the overview's charts", async ({ page }) => {
    const path = `/?manufacturer=${own.slug}`;
    for (const view of both())
      await expectPast(
        page,
        `${path}&${view}`,
        `${path}&${nowOf(view)}`,
        `narrowed to devices of ${own.name}`,
        charts,
      );
  });
});
