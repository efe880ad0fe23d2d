import type { Db } from "@/data/db";
import type { SettingName, Settings } from "@/domain/settings";

/** What is on now: the last word on each matter. One query. */
export async function settings(db: Db): Promise<Settings> {
  const last = await db.$queryRaw<{ name: SettingName; value: boolean }[]>`
    SELECT DISTINCT ON (name) name, value FROM setting ORDER BY name, recorded_at DESC LIMIT 100`;
  return new Set(last.filter(({ value }) => value).map(({ name }) => name));
}
