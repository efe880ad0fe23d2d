/** How large a world is. The flagship is the same in each, so that its page can be compared. */
export type Size = {
  readonly deals: number;
  readonly statusChanges: number;
  readonly brands: number;
  readonly devices: number;
  readonly carriers: number;
  readonly retailers: number;
  readonly sources: number;
  readonly listings: number;
  readonly statements: number;
  readonly policyActions: number;
  /** `sources`: about its maker. */
  readonly flagship: { readonly deals: number; readonly statusChanges: number; readonly sources: number };
};

const flagship = { deals: 400, statusChanges: 1_000, sources: 1_200 };

export const SIZES = {
  S: {
    deals: 10_000,
    statusChanges: 25_000,
    brands: 100,
    devices: 1_000,
    carriers: 500,
    retailers: 60,
    sources: 4_700,
    listings: 1_700,
    statements: 1_000,
    policyActions: 20,
    flagship,
  },
  M: {
    deals: 120_000,
    statusChanges: 300_000,
    brands: 400,
    devices: 12_000,
    carriers: 500,
    retailers: 200,
    sources: 42_000,
    listings: 20_000,
    statements: 12_000,
    policyActions: 60,
    flagship,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;

/** The one device of every world whose slug is known beforehand. */
export const FLAGSHIP = { brand: "Meridian", name: "Meridian Zenith 10 Pro", slug: "meridian-zenith-10-pro" };

export const SEED = 20_180_109;
