import { withClient } from "@/cli/launcher/database.mjs";
import { FLAGSHIP } from "./world/size";

/** Which of a world's things the pages are about: slugs. */
export type Facts = {
  readonly flagship: string;
  /** At as many carriers as the median device that is at any. */
  readonly usualDevice: string;
  readonly deal: { readonly device: string; readonly carrier: string };
  readonly busiestCarrier: string;
  readonly manufacturer: string;
  readonly retailer: string;
  readonly source: string;
  readonly policyAction: string;
};

const ONE = {
  usualDevice: `
    SELECT v.slug FROM device v JOIN (SELECT device_id, count(*) AS n FROM deal GROUP BY 1) d ON d.device_id = v.id
    ORDER BY abs(d.n - (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY n)
                        FROM (SELECT count(*) AS n FROM deal GROUP BY device_id) x)), v.slug LIMIT 1`,
  busiestCarrier: `
    SELECT c.slug FROM deal d JOIN carrier c ON c.id = d.carrier_id GROUP BY c.slug ORDER BY count(*) DESC, c.slug LIMIT 1`,
  retailer: `
    SELECT r.slug FROM listing l JOIN retailer r ON r.id = l.retailer_id GROUP BY r.slug ORDER BY count(*) DESC, r.slug LIMIT 1`,
  source: `
    SELECT s.slug FROM source s WHERE s.slug LIKE 'meridian-%' AND EXISTS (SELECT FROM citation c WHERE c.cited_id = s.id)
    ORDER BY (SELECT count(*) FROM evidence e WHERE e.source_id = s.id) DESC, s.slug LIMIT 1`,
  policyAction: `
    SELECT p.slug FROM policy_action p ORDER BY
      (SELECT count(*) FROM status_change_policy_action n WHERE n.policy_action_id = p.id) DESC, p.slug LIMIT 1`,
} as const;

export const factsOf = (ownerUrl: string): Promise<Facts> =>
  withClient(ownerUrl, async (client) => {
    const slug = async (name: keyof typeof ONE): Promise<string> =>
      (await client.query(ONE[name])).rows[0].slug;
    const busiestCarrier = await slug("busiestCarrier");
    const { rows } = await client.query(
      `SELECT c.slug FROM deal d JOIN carrier c ON c.id = d.carrier_id JOIN device v ON v.id = d.device_id
       WHERE v.slug = $1 ORDER BY d.claim_count DESC, c.slug LIMIT 1`,
      [FLAGSHIP.slug],
    );
    return {
      flagship: FLAGSHIP.slug,
      usualDevice: await slug("usualDevice"),
      deal: { device: FLAGSHIP.slug, carrier: rows[0].slug },
      busiestCarrier,
      manufacturer: FLAGSHIP.brand.toLowerCase(),
      retailer: await slug("retailer"),
      source: await slug("source"),
      policyAction: await slug("policyAction"),
    };
  });
