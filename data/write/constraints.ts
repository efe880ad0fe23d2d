import type { Refusal } from "@/domain/refusal";

/**
 * The one place where the database's refusals become ours. Prisma hides the SQLSTATE and the constraint's name in
 * different corners, by kind of error; both are looked for by walking the error.
 */

type Sentence = { readonly field: string; readonly message: string };

const UNIQUE: Readonly<Record<string, Sentence>> = {
  manufacturer_name_unique: {
    field: "name",
    message: "A manufacturer of this name is on record. Use that one, or name them apart.",
  },
  retailer_name_unique: {
    field: "name",
    message: "A retailer of this name is on record. Use that one, or name them apart.",
  },
  carrier_name_unique: {
    field: "name",
    message: "A carrier of this name is on record in this country. Use that one, or name them apart.",
  },
  device_name_unique: {
    field: "name",
    message: "This manufacturer has a device of this name on record. Use that one, or name them apart.",
  },
  source_url_unique: { field: "url", message: "A source with this address is on record. Use that one." },
  manufacturer_slug_key: {
    field: "slug",
    message: "This address name is taken by another manufacturer. Choose another one.",
  },
  retailer_slug_key: {
    field: "slug",
    message: "This address name is taken by another retailer. Choose another one.",
  },
  carrier_slug_key: {
    field: "slug",
    message: "This address name is taken by another carrier. Choose another one.",
  },
  device_slug_key: {
    field: "slug",
    message: "This address name is taken by another device. Choose another one.",
  },
  source_slug_key: {
    field: "slug",
    message: "This address name is taken by another source. Choose another one.",
  },
  policy_action_slug_key: {
    field: "slug",
    message: "This address name is taken by another policy action. Choose another one.",
  },
};

/** By the constraint's name; of what a trigger raises Prisma hands on the message only, so its words stand here. */
const CHECKS: Readonly<Record<string, Refusal>> = {
  "a circle of citations": {
    code: "invalid",
    field: "cites",
    message: "These sources would rest on each other in a circle. Leave out the one that cites this source.",
  },
  citation_not_of_itself: {
    code: "invalid",
    field: "cites",
    message: "A source cannot rest on itself. Leave it out of its own list.",
  },
  "has no supporting evidence": {
    code: "evidence-needed",
    field: "evidence",
    message: "A claim needs at least one source that supports it.",
  },
  carrier_host_is_mvno: {
    code: "invalid",
    field: "host",
    message: "Only an MVNO has a host carrier. Leave the host empty, or make this an MVNO.",
  },
  carrier_not_own_host: { code: "invalid", field: "host", message: "A carrier cannot be its own host." },
};

/** What comes back, or goes, refers to something that is not there any more, or is referred to. */
const MISSING: Refusal = {
  code: "conflict",
  message:
    "Something that this belongs to was taken out or merged meanwhile. Bring that back first, or look at the record as it is now.",
  details: { current: null, yours: null },
};

/** Superseded or retracted twice, a second deal for a pair: somebody else was faster. */
const RACES = [
  "status_change_superseded_once",
  "listing_superseded_once",
  "statement_superseded_once",
  "status_change_retracted_once",
  "evidence_retracted_once",
  "listing_retracted_once",
  "statement_retracted_once",
  "deal_pair_unique",
];

const AWAY = ["08", "53", "57P", "58"]; // connection, resources, shutdown, system
const AWAY_CODES = [
  "25006",
  "55P03",
  "57014",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
];

export const RETRY_SECONDS = 5;

export const unavailable: Refusal = {
  code: "unavailable",
  message: "The record cannot be reached right now. Nothing was saved; send it again in a few seconds.",
  details: { retryAfterSeconds: RETRY_SECONDS },
};

/** Whether the same transaction may simply be run again: serialization failure or deadlock. */
export const isPassing = (error: unknown): boolean =>
  facts(error).codes.some((c) => c === "40001" || c === "40P01" || c === "P2034");

/** What a database error means for the asker; null for a fault of ours. */
export function refusalOf(error: unknown): Refusal | null {
  const { codes, text } = facts(error);
  for (const [name, { field, message }] of Object.entries(UNIQUE)) {
    if (text.includes(name)) return { code: "duplicate-name", field, message, details: { existing: null } };
  }
  for (const [name, refusal] of Object.entries(CHECKS)) if (text.includes(name)) return refusal;
  if (RACES.some((name) => text.includes(name))) {
    return {
      code: "conflict",
      message: "Somebody else was faster. Nothing was overwritten; look at what is recorded now.",
      details: { current: null, yours: null },
    };
  }
  if (codes.includes("23503")) return MISSING;
  const away = codes.some(
    (c) => AWAY_CODES.includes(c) || (c.length === 5 && AWAY.some((p) => c.startsWith(p))),
  );
  return away ||
    /Connection terminated|timeout exceeded when trying to connect|Can't reach database/i.test(text)
    ? unavailable
    : null;
}

/** All `code`s of an error and its causes, and its texts (messages and constraint names) in one string. */
function facts(error: unknown): { codes: string[]; text: string } {
  const codes: string[] = [];
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown, depth: number): void => {
    if (depth > 8 || value === null || value === undefined || seen.has(value)) return;
    if (typeof value === "string") texts.push(value);
    if (typeof value !== "object") return;
    seen.add(value);
    for (const key of new Set([...Object.keys(value), "message", "code", "cause", "meta"])) {
      const part = (value as Record<string, unknown>)[key];
      if ((key === "code" || key === "originalCode") && typeof part === "string") codes.push(part);
      walk(part, depth + 1);
    }
  };
  walk(error, 0);
  return { codes, text: texts.join("\n") };
}
