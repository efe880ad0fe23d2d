import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { exactDay } from "@/domain/edtf";
import { date, source } from "@/domain/testing/samples";
import { CARRIER_RULES, CLAIM_RULES, DEVICE_RULES, RULES, SOURCE_RULES } from "./all";
import type { CarrierFacts } from "./carrier-facts";
import type { ClaimFacts } from "./claim-facts";
import type { DeviceFacts } from "./device-facts";
import { findingsOf } from "./rule";
import type { SourceFacts } from "./source-facts";

type Cases = Record<string, { breaks: object[]; keeps: object[] } | undefined>;

const witness = (more: Partial<ClaimFacts["support"][number]> = {}): ClaimFacts["support"][number] => ({
  attribution: "official",
  speaker: "Ada",
  source: source("the-paper", "2018-01-10", { publisher: "The Paper" }),
  ...more,
});
const claim: ClaimFacts = {
  status: "planned",
  effective: date("2018-01-08"),
  target: date("2018-02"),
  targetWords: null,
  reasons: [],
  note: null,
  recorded: "2020-01-01",
  before: null,
  support: [witness()],
};
const paper: SourceFacts = {
  kind: "news",
  title: "A headline",
  url: "https://example.test/1",
  published: exactDay("2018-01-10"),
  seen: true,
  retracted: false,
};
const network: CarrierFacts = { kind: "MNO", host: null, networkCodes: 1 };
const phone: DeviceFacts = { announced: "2018-01", models: 1 };

/** By rule: what breaks it, and what nearly does. The facts above break none. */
const ON_CLAIMS: Record<string, { breaks: Partial<ClaimFacts>[]; keeps: Partial<ClaimFacts>[] }> = {
  "target-before-plan": {
    breaks: [{ target: date("2017-02") }],
    keeps: [{ target: date("2018-01") }, { target: date("../2018-01-08") }],
  },
  "source-after-record": {
    breaks: [{ recorded: "2018-01-09" }],
    keeps: [{ recorded: "2018-01-10" }, { support: [witness({ source: source("p", "2020") })] }],
  },
  "unusual-without-note": {
    breaks: [{ before: { status: "ended", noted: false } }],
    keeps: [
      { before: { status: "ended", noted: false }, note: "Sold again for a week." },
      { before: { status: "ended", noted: true } },
      { before: { status: "withdrawn", noted: false } },
    ],
  },
  "refusal-without-reason": {
    breaks: [{ status: "withdrawn" }, { status: "paused" }, { status: "declined" }],
    keeps: [{ status: "declined", reasons: ["unknown"] }, { status: "ended" }],
  },
  "refusal-on-anonymous-word": {
    breaks: [
      {
        status: "declined",
        reasons: ["legal"],
        support: [witness({ attribution: "anonymous", speaker: null })],
      },
    ],
    keeps: [
      {
        status: "declined",
        reasons: ["legal"],
        support: [witness({ attribution: "anonymous", speaker: null }), witness()],
      },
      { support: [witness({ attribution: "anonymous", speaker: null })] },
    ],
  },
  "sale-before-told": {
    breaks: [{ status: "carried", effective: date("2018-01-11") }],
    keeps: [
      { status: "carried", effective: date("2018-01-10") },
      { status: "carried", effective: date("2018-01") },
    ],
  },
  "support-unread": {
    breaks: [{ support: [witness({ source: source("p", "2018-01-10", { seen: false }) })] }],
    keeps: [{ support: [witness({ source: source("p", "2018-01-10", { seen: false }) }), witness()] }],
  },
  "unknown-beside-reasons": {
    breaks: [{ reasons: ["legal", "unknown"] }],
    keeps: [{ reasons: ["unknown"] }, { reasons: ["legal", "supply"] }],
  },
  "plan-without-target": { breaks: [{ target: null }], keeps: [{ status: "ended", target: null }] },
  "named-without-speaker": {
    breaks: [{ support: [witness(), witness({ attribution: "named", speaker: null })] }],
    keeps: [{ support: [witness({ speaker: null })] }],
  },
  "date-too-vague": {
    breaks: [{ effective: date("../2018-01") }, { effective: date("2016/2018") }],
    keeps: [{ effective: date("2018") }],
  },
};
const ON_SOURCES: Record<string, { breaks: Partial<SourceFacts>[]; keeps: Partial<SourceFacts>[] }> = {
  "source-without-address": {
    breaks: [{ url: null }],
    keeps: [
      { url: null, seen: false },
      { url: null, retracted: true },
    ],
  },
  "source-without-headline": {
    breaks: [{ title: null }],
    keeps: [
      { title: null, seen: false },
      { title: null, retracted: true },
    ],
  },
  "source-without-day": {
    breaks: [{ published: date("2018-01") }],
    keeps: [
      { published: date("2018-01"), kind: "reference" },
      { published: date("2018-01"), seen: false },
    ],
  },
};
const mno = { name: "Verizon", kind: "MNO" } as const;
const ON_CARRIERS: Record<string, { breaks: Partial<CarrierFacts>[]; keeps: Partial<CarrierFacts>[] }> = {
  "mvno-without-host": { breaks: [{ kind: "MVNO" }], keeps: [{ kind: "MVNO", host: mno }] },
  "host-without-network": {
    breaks: [{ kind: "MVNO", host: { name: "Visible", kind: "MVNO" } }],
    keeps: [{ kind: "MVNO", host: mno }],
  },
  "network-without-code": {
    breaks: [{ networkCodes: 0 }],
    keeps: [{ kind: "MVNO", host: mno, networkCodes: 0 }],
  },
};
const ON_DEVICES: Record<string, { breaks: Partial<DeviceFacts>[]; keeps: Partial<DeviceFacts>[] }> = {
  "device-without-announcement": { breaks: [{ announced: null }], keeps: [{ announced: "2018" }] },
  "device-without-model": { breaks: [{ models: 0 }], keeps: [{ models: 2 }] },
};

describe.each([
  ["a claim", CLAIM_RULES, claim, ON_CLAIMS],
  ["a source", SOURCE_RULES, paper, ON_SOURCES],
  ["a carrier", CARRIER_RULES, network, ON_CARRIERS],
  ["a device", DEVICE_RULES, phone, ON_DEVICES],
] as const)("the rules of %s", (_, rules, good, cases) => {
  const broken = (facts: object) => findingsOf(rules as never, { ...good, ...facts } as never);

  it("find nothing where nothing is wrong", () => expect(broken({})).toEqual([]));
  it("are each tried here", () => expect(Object.keys(cases)).toEqual(rules.map((r) => r.code)));

  it.each(rules.map((r) => [r.says, r.code] as const))("%s", (__, code) => {
    for (const facts of (cases as Cases)[code]?.breaks ?? []) {
      const found = broken(facts);
      expect(
        found.map((f) => f.code),
        JSON.stringify(facts),
      ).toEqual([code]);
      expect(found[0]?.message).toMatch(/^["“\p{Lu}].*\.$/u);
    }
    for (const facts of (cases as Cases)[code]?.keeps ?? [])
      expect(broken(facts), JSON.stringify(facts)).toEqual([]);
  });
});

it("each rule has a file of its name, and each file is listed", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((f) => !/^(?:all|rule|rules\.test|.*-facts)\.ts$/.test(f))
    .map((f) => f.replace(/\.ts$/, ""));
  expect(RULES.map((r) => r.code).sort()).toEqual(files.sort());
});

it("each rule stands in the editors' handbook, with its level", () => {
  const handbook = readFileSync(path.resolve(import.meta.dirname, "../../docs/editors.md"), "utf8");
  for (const { level, says } of RULES) expect(handbook).toContain(`| ${level} | ${says} |`);
});
