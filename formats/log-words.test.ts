import { describe, expect, it } from "vitest";
import { logLines, whyOf } from "./log-words";

const carrier = {
  kind: "create-carrier",
  slug: "near",
  name: "Near",
  country: "US",
  carrierKind: "MVNO",
  host: "verizon",
  parent: null,
  aliases: [
    { kind: "mcc-mnc", text: "310-01" },
    { kind: "name", text: "Near Mobile" },
  ],
};

describe("the lines of a deed", () => {
  it("say what something new is, without what was left empty", () => {
    expect(logLines("create-carrier", carrier, null)).toEqual([
      { label: "Name", was: null, is: "Near" },
      { label: "Country", was: null, is: "US" },
      { label: "Kind", was: null, is: "MVNO: Sells service on the network of another carrier, its host." },
      { label: "Host carrier", was: null, is: "verizon" },
      { label: "Also known as", was: null, is: "Near Mobile, mcc-mnc: 310-01" },
    ]);
  });

  it("say of an edit only what differs, whatever the order of its lists", () => {
    const row = {
      name: "Near Inc.",
      country: "US",
      kind: "MVNO",
      host: "verizon",
      parent: "Far",
      createdAt: "2020-01-01T00:00:00Z",
      aliases: [...carrier.aliases].reverse(),
    };
    expect(logLines("edit-carrier", carrier, row)).toEqual([
      { label: "Name", was: "Near Inc.", is: "Near" },
      { label: "Parent company", was: "Far", is: null },
    ]);
  });

  it("say dates, reasons, evidence and targets of a claim as pages say them", () => {
    const claim = {
      status: "planned",
      effective: "2018-01",
      target: "2018-06/2018-08",
      reasons: [],
      exclusive: true,
      evidence: [
        {
          source: "wsj-2018",
          stance: "supports",
          attribution: "anonymous",
          speaker: null,
          quote: "soon",
          via: ["ft-1"],
        },
      ],
    };
    const withdrawn = {
      ...claim,
      why: "It was dropped.",
      status: "withdrawn",
      target: null,
      reasons: ["legal", "supply"],
    };
    expect(logLines("correct-status", withdrawn, claim)).toEqual([
      { label: "Status", was: "planned", is: "withdrawn" },
      { label: "Target of a plan", was: "between Jun and Aug 2018", is: null },
      { label: "Reasons", was: null, is: "legal dispute, supply" },
    ]);
    expect(whyOf(withdrawn)).toBe("It was dropped.");
    expect(logLines("retract-status", { why: "Another phone." }, claim)).toEqual([
      { label: "Status", was: "planned", is: null },
      { label: "When", was: "Jan 2018", is: null },
      { label: "Target of a plan", was: "between Jun and Aug 2018", is: null },
      { label: "Exclusive", was: "yes", is: null },
      { label: "Evidence", was: "wsj-2018 supports (anonymous), “soon”, by way of ft-1", is: null },
    ]);
  });

  it("are none for a deed without a form", () => {
    expect(logLines("merge", { slug: "a", into: "b" }, null)).toEqual([]);
    expect(logLines("__proto__", {}, {})).toEqual([]);
  });
});
