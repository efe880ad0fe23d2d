/** The closed sets of the record. Each is one constant and its type follows from it; the database repeats them as CHECKs. */

export const STATUSES = [
  "planned",
  "carried",
  "paused",
  "withdrawn",
  "declined",
  "retail-only",
  "ended",
] as const;
export type Status = (typeof STATUSES)[number];

export const REASONS = [
  "political-pressure",
  "regulatory",
  "security",
  "safety-recall",
  "commercial",
  "technical",
  "supply",
  "legal",
  "end-of-life",
  "unknown",
] as const;
export type Reason = (typeof REASONS)[number];

export const STANCES = ["supports", "disputes", "no-comment"] as const;
export type Stance = (typeof STANCES)[number];

export const ATTRIBUTIONS = ["official", "named", "anonymous", "document", "unattributed"] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** Strongest first; the order is that of the rules (docs/model.md, Certainty). */
export const CERTAINTIES = ["confirmed", "corroborated", "reported", "rumoured", "unsupported"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const STATEMENT_STANCES = ["confirms", "denies", "no-comment", "criticises", "supports"] as const;
export type StatementStance = (typeof STATEMENT_STANCES)[number];

export const SOURCE_KINDS = [
  "news",
  "press-release",
  "blog",
  "regulatory",
  "statement",
  "reference",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const CARRIER_KINDS = ["MNO", "MVNO"] as const;
export type CarrierKind = (typeof CARRIER_KINDS)[number];

export const RETAILER_KINDS = ["shop", "reseller", "manufacturer-store"] as const;
export type RetailerKind = (typeof RETAILER_KINDS)[number];

export const DEVICE_KINDS = ["phone", "tablet", "watch", "hotspot", "other"] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export const ALIAS_KINDS = ["name", "model", "code-name", "mcc-mnc", "wikidata"] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** What can be merged: of each, two records may turn out to be one thing. */
export const MERGED_KINDS = ["manufacturer", "carrier", "retailer", "device", "source"] as const;
export type MergedKind = (typeof MERGED_KINDS)[number];

/** What has a name and an address of its own. */
export const THING_KINDS = [...MERGED_KINDS, "policy-action"] as const;
export type ThingKind = (typeof THING_KINDS)[number];

export const ROLES = ["analyst", "editor", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** How a claim came: `record` the world changed, `correct` ours was wrong, `end` a listing's sale ended. */
export const VERBS = ["record", "correct", "end"] as const;
export type Verb = (typeof VERBS)[number];
