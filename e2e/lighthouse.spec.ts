import { expect, test } from "@playwright/test";
import { JUDGED, openLighthouse } from "@/cli/testing/lighthouse.mjs";

/**
 * Lighthouse on the pages that the product is judged by: it finds nothing to say about accessibility, best practices and
 * search. How fast they are is measured by `npm run bench:lighthouse`, since a busy machine is no fault of theirs.
 */

test.describe.configure({ timeout: 120_000 });

let lighthouse: Awaited<ReturnType<typeof openLighthouse>>;
test.beforeAll(async () => {
  lighthouse = await openLighthouse();
});
test.afterAll(() => lighthouse.close());

for (const path of JUDGED) {
  test(`Lighthouse finds nothing to say about ${path}`, async ({ baseURL }) => {
    const { scores, failed } = await lighthouse.audit(`${baseURL}${path}`, [
      "accessibility",
      "best-practices",
      "seo",
    ]);
    expect([failed, scores]).toEqual([[], { accessibility: 100, "best-practices": 100, seo: 100 }]);
  });
}
