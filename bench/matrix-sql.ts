import { withClient } from "@/cli/launcher/database.mjs";
import { quantile } from "./statements";

/** The bare question of the matrix: what 50 devices were at 100 carriers on a day, by name, with what each cell shows. */
const BEST = `
  WITH devices AS (
    SELECT v.id, v.slug, v.name FROM device v WHERE EXISTS (SELECT FROM deal d WHERE d.device_id = v.id) ORDER BY v.name LIMIT 50
  ), carriers AS (
    SELECT c.id, c.slug FROM carrier c ORDER BY c.country, c.name LIMIT 100
  )
  SELECT v.slug AS device, c.slug AS carrier, s.status, s.certain_from, s.certain_until, s.certainty, s.disputed, s.origins,
         s.stale_from
  FROM devices v CROSS JOIN carriers c
  JOIN deal d ON d.device_id = v.id AND d.carrier_id = c.id
  LEFT JOIN deal_span s ON s.deal_id = d.id AND s.begins <= $1 AND (s.ends IS NULL OR s.ends > $1)`;

/** Milliseconds of that one statement, sent straight through pg: the median. */
export const bestMatrixMs = (appUrl: string, rounds: number): Promise<number> =>
  withClient(appUrl, async (client) => {
    const times: number[] = [];
    for (let round = -3; round < rounds; round++) {
      const began = performance.now();
      await client.query(BEST, ["2020-06-30"]);
      if (round >= 0) times.push(performance.now() - began);
    }
    return quantile(times, 0.5);
  });
