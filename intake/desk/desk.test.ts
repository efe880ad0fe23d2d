import { describe, expect, it } from "vitest";
import { read } from "@/intake/testing/dossier";
import { asksOf } from "./asks";
import { commandsOf } from "./commands";
import { type Desk, fieldOf } from "./draft";
import { deskOf } from "./drafts";
import { findPassage, ownDrafts, ownField } from "./own-drafts";
import type { KnownSource, Standing } from "./standing";

const NOTHING: Standing = {
  deals: [],
  listings: [],
  brandDeals: [],
  articles: [],
  upstream: [],
  statements: [],
};
const claim = {
  id: "00000000-0000-4000-8000-0000000000aa",
  status: "withdrawn" as const,
  effective: "2018-06-14",
  earliest: "2018-06-14",
  latest: "2018-06-14",
  articles: 10,
  origins: 6,
  sources: ["old-news"],
};
const deal = { device: "huawei-mate-10-pro", carrier: "att", version: 4, claims: [claim] };
const crn: KnownSource = {
  slug: "crn-1",
  publisher: "The Paper (sample)",
  title: "AT&T drops it",
  published: "2018-06-15",
  earliest: "2018-06-15",
  latest: "2018-06-15",
  seen: true,
};

const TEXT = "AT&T walked away from a deal to sell the Mate 10 Pro on Thursday, Bloomberg reported.";

/** Fields as they stand, with these proposals accepted and these values typed. */
function form(
  desk: Desk,
  accepted: readonly string[],
  typed: Record<string, string> = {},
  checks: Record<string, string[]> = {},
) {
  const values: Record<string, string> = {
    "src.publisher": "The Paper",
    "src.published": "2018-06-15",
    "src.title": "A title",
  };
  const refs: Record<string, string> = {};
  desk.upstream.forEach(({ publisher, published, candidates }, row) => {
    values[`up.${row}.publisher`] = publisher;
    values[`up.${row}.published`] = published;
    values[`up.${row}.source`] = candidates[0]?.slug ?? "";
  });
  const rests: Record<string, readonly string[]> = {};
  for (const draft of desk.drafts) {
    for (const [name, value] of Object.entries(draft.fields)) {
      values[fieldOf(draft.key, name)] = value;
      const slug = /\(([a-z0-9-]+)\)$/.exec(value)?.[1];
      if (slug) refs[fieldOf(draft.key, name)] = slug;
    }
    rests[fieldOf(draft.key, "rests")] = draft.rests;
    rests[fieldOf(draft.key, "reasons")] = draft.reasons;
    if (accepted.includes(draft.key)) values[fieldOf(draft.key, "decision")] = "accept";
  }
  return {
    values: { ...values, ...typed },
    checks: { ...rests, ...checks },
    refs,
    published: "2018-06-15",
    idOf: (word: string) => `idof-${word}`,
  };
}

const kinds = (commands: readonly unknown[]) => (commands as { kind: string }[]).map(({ kind }) => kind);

describe("a proposal beside the record", () => {
  it("is new where the record has no such claim, and says the status before", () => {
    const planned = {
      ...deal,
      claims: [
        {
          ...claim,
          status: "planned" as const,
          effective: "2018-01-01",
          earliest: "2018-01-01",
          latest: "2018-01-01",
        },
      ],
    };
    const [draft] = deskOf(read(TEXT), { ...NOTHING, deals: [planned] }, null).drafts;
    expect(draft).toMatchObject({
      group: "new",
      deed: "status",
      before: "planned",
      status: "withdrawn",
      fields: { version: "4" },
    });
  });

  it("is more evidence for a claim of the same status at what may be the same time", () => {
    const [draft] = deskOf(read(TEXT), { ...NOTHING, deals: [deal] }, null).drafts;
    expect(draft).toMatchObject({
      group: "have",
      deed: "evidence",
      fields: { claim: claim.id, version: "4" },
    });
    expect(draft?.says.join(" ")).toContain("10 articles, 6 origins");
  });

  it("is nothing where the article is among the evidence already", () => {
    const standing = {
      ...NOTHING,
      deals: [{ ...deal, claims: [{ ...claim, sources: ["crn-1"] }] }],
      articles: [crn],
    };
    const [draft] = deskOf(read(TEXT), standing, null).drafts;
    expect(draft).toMatchObject({ group: "have", deed: "nothing" });
  });

  it("warns of an unusual step, which needs a note", () => {
    const ended = {
      ...deal,
      claims: [
        {
          ...claim,
          status: "ended" as const,
          effective: "2017",
          earliest: "2017-01-01",
          latest: "2017-12-31",
        },
      ],
    };
    const [draft] = deskOf(read(TEXT), { ...NOTHING, deals: [ended] }, null).drafts;
    expect(draft?.warnings[0]).toContain("unusual");
  });

  it("of a whole brand is a statement, and each running deal that it touches", () => {
    const reading = read("Verizon has scrapped plans to sell all Huawei phones, the carrier said.");
    const touched = {
      maker: "huawei",
      carrier: "verizon",
      device: "huawei-p10",
      deviceName: "Huawei P10",
      version: 2,
      status: "planned" as const,
    };
    // What stands already is not proposed again.
    const gone = { ...touched, device: "huawei-p10-plus", status: "withdrawn" as const };
    const { drafts } = deskOf(reading, { ...NOTHING, brandDeals: [touched, gone] }, null);
    expect(drafts.filter(({ group }) => group === "brand").map(({ deed, key }) => [deed, key])).toEqual([
      ["statement", "brand-huawei-verizon-withdrawn"],
      ["status", "status-huawei-p10-verizon-withdrawn"],
    ]);
    expect(asksOf(reading, null).brands).toEqual([{ maker: "huawei", carrier: "verizon" }]);
  });

  it("of a whole brand leaves to its own proposal what the text says of a device by name", () => {
    const reading = read(
      "EE has put all Huawei phones on pause. It has cancelled the launch of the Huawei P10, the carrier said.",
    );
    const p10 = {
      maker: "huawei",
      carrier: "ee",
      device: "huawei-p10",
      deviceName: "Huawei P10",
      version: 2,
      status: "planned" as const,
    };
    const { drafts } = deskOf(reading, { ...NOTHING, brandDeals: [p10] }, null);
    expect(drafts.filter(({ deed }) => deed === "status").map(({ key }) => key)).toEqual([
      "status-huawei-p10-ee-withdrawn",
    ]);
  });

  it("asks of the record what it speaks of, all meanings of an open question among it", () => {
    const asks = asksOf(read("Vodafone sells the HTC Desire."), "https://x.test/a");
    expect(asks.pairs.map(({ carrier }) => carrier)).toEqual(
      expect.arrayContaining(["vodafone-uk", "vodafone-de"]),
    );
    expect(asks.article).toMatchObject({ url: "https://x.test/a", from: "2018-06-13", to: "2018-06-17" });
  });
});

describe("what was accepted", () => {
  const desk = deskOf(read(TEXT), NOTHING, null);
  const [draft] = desk.drafts;
  const key = draft?.key ?? "";

  it("becomes commands: the unseen report, the article that rests on it, the claim", () => {
    const { commands, owners, problems } = commandsOf(desk, form(desk, [key]));
    expect(problems).toEqual([]);
    expect(owners).toEqual(["up.0", "src", key]);
    expect(commands).toMatchObject([
      { kind: "create-source", publisher: "Bloomberg", seen: false },
      { kind: "create-source", publisher: "The Paper", seen: true, cites: ["bloomberg-20180615-idof-u"] },
      {
        kind: "record-status",
        device: "huawei-mate-10-pro",
        carrier: "att",
        status: "withdrawn",
        effective: "2018-06-14",
        effectiveWords: "Thursday",
        evidence: [{ via: ["bloomberg-20180615-idof-u"], attribution: "unattributed" }],
      },
    ]);
  });

  it("makes the same ids of the same form, and takes a known source for what it is", () => {
    const known = { "src.known": "crn-1", "up.0.source": "bloomberg-2018" };
    const { commands } = commandsOf(desk, form(desk, [key], known));
    expect(kinds(commands)).toEqual(["record-status"]);
    expect(commands[0]).toMatchObject({
      id: `idof-claim ${key}`,
      evidence: [{ source: "crn-1", via: ["bloomberg-2018"] }],
    });
  });

  it("says of an article that cites that it reports the rest by itself, or retells reports that it does not name", () => {
    const alone = commandsOf(desk, form(desk, [key], {}, { [fieldOf(key, "rests")]: [] }));
    expect(alone.commands.at(-1)).toMatchObject({ evidence: [{ via: ["the-paper-20180615-idof-s"] }] });
    const retold = commandsOf(desk, form(desk, [key], {}, { [fieldOf(key, "rests")]: ["not-named"] }));
    expect(retold.commands.at(-1)).toMatchObject({ evidence: [{ via: "not-named" }] });
  });

  it("is nothing until something is accepted", () => {
    const { commands, problems } = commandsOf(desk, form(desk, []));
    expect(commands).toEqual([]);
    expect(problems).toMatchObject([{ field: null, message: /Nothing is accepted/ }]);
  });

  it("keeps each problem at its field", () => {
    const { problems } = commandsOf(
      desk,
      form(desk, [key], { [fieldOf(key, "effective")]: "2018-02-30", "src.publisher": "" }),
    );
    expect(problems.map(({ field }) => field)).toEqual(["src.publisher", fieldOf(key, "effective")]);
  });

  it("counts the version of a deal on for each claim of the list", () => {
    const both = deskOf(
      read("AT&T has dropped its plan to sell the Mate 10 Pro. The unlocked Mate 10 Pro works on AT&T."),
      { ...NOTHING, deals: [{ ...deal, claims: [] }] },
      null,
    );
    const { commands } = commandsOf(
      both,
      form(
        both,
        both.drafts.map((one) => one.key),
      ),
    );
    const claims = commands.filter((one) => (one as { kind: string }).kind === "record-status");
    expect(claims).toMatchObject([{ version: 4 }, { version: 5 }]);
  });

  it("counts the claims of each deal for itself", () => {
    const shared = { ...deal, claims: [] };
    const two = deskOf(
      read("AT&T has dropped its plan to sell the Mate 10 Pro. Verizon has dropped its plan to sell it too."),
      { ...NOTHING, deals: [shared, { ...shared, carrier: "verizon", version: 1 }] },
      null,
    );
    const { commands } = commandsOf(
      two,
      form(
        two,
        two.drafts.map((one) => one.key),
      ),
    );
    const claims = commands.filter((one) => (one as { kind: string }).kind === "record-status");
    expect(claims).toMatchObject([
      { carrier: "att", version: 4 },
      { carrier: "verizon", version: 1 },
    ]);
  });

  it("creates a device that the record lacks, once for all proposals that speak of it", () => {
    const fresh = deskOf(read("Telus and Rogers will sell the HTC One in July."), NOTHING, null);
    const drafts = fresh.drafts.filter(({ newDevice }) => newDevice !== null);
    expect(drafts.map(({ newDevice }) => newDevice)).toEqual([
      { name: "HTC One", maker: "htc" },
      { name: "HTC One", maker: "htc" },
    ]);
    const sent = form(
      fresh,
      drafts.map((one) => one.key),
    );
    for (const { key: at } of drafts) {
      sent.values[fieldOf(at, "new.device.name")] = "HTC One";
      sent.refs[fieldOf(at, "new.device.manufacturer")] = "htc";
    }
    const { commands, problems } = commandsOf(fresh, sent);
    expect(problems).toEqual([]);
    expect(kinds(commands)).toEqual(["create-source", "create-device", "record-status", "record-status"]);
    expect(commands.slice(2)).toMatchObject([{ device: "htc-one" }, { device: "htc-one" }]);
  });
});

describe("a passage of one's own", () => {
  const text = "One line.\nAnother  line\nof words.";

  it.each([
    ["Another line of words.", { start: 10, end: 33 }],
    ["One line.", { start: 0, end: 9 }],
    ["not there", null],
    ["a", null],
  ])("%s", (words, place) => {
    expect(findPassage(text, words)).toEqual(place);
  });

  it("becomes a proposal with empty fields; a place outside the text does not", () => {
    const values = {
      [ownField(0, "start")]: "0",
      [ownField(0, "end")]: "9",
      [ownField(1, "start")]: "5",
      [ownField(1, "end")]: "900",
    };
    expect(ownDrafts(text, values)).toMatchObject([
      { key: "own-0", passage: { text: "One line." }, fields: { device: "" } },
    ]);
  });
});
