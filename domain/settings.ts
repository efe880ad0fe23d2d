/** What an admin decides for everybody here; all of it is off until they say so. */
export const SETTINGS = ["fetch-pages"] as const;
export type SettingName = (typeof SETTINGS)[number];

/** Which of them are on. */
export type Settings = ReadonlySet<SettingName>;
