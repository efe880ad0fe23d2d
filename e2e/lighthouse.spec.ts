import { expect, test } from "@playwright/test";
import { JUDGED, openLighthouse } from "@/cli/testing/lighthouse.mjs";

/**
 * Lighthouse on the pages that the product is judged by. How fast they are is measured by `npm run bench:lighthouse`, since
 * a busy machine is no fault of theirs.
 */
test("Lighthouse finds nothing to say about accessibility, best practices and search", async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  const { audit, close } = await openLighthouse();
  try {
    for (const path of JUDGED) {
      const { scores, failed } = await audit(`${baseURL}${path}`, ["accessibility", "best-practices", "seo"]);
      expect([path, failed, scores]).toEqual([
        path,
        [],
        { accessibility: 100, "best-practices": 100, seo: 100 },
      ]);
    }
  } finally {
    await close();
  }
});
