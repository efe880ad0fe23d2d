import { describe, expect, it } from "vitest";
import type { Evidence, StatusClaim, View } from "@/domain/claims";
import { laneOf } from "@/domain/device-history";
import { claim, evidence, graphOf, source } from "@/domain/testing/samples";
import { answerOf, restOf } from "./sentence";

const graph = graphOf([source("a", "2018-01-01"), source("b", "2018-01-01")]);
const TODAY = "2018-06-01";
const today: View = { on: TODAY, known: null, record: null };
const lane = (name: string, country: string, claims: StatusClaim[], view = today) =>
  laneOf(
    { id: name, carrier: { id: name, slug: name, name, country, kind: "MNO", host: null } },
    claims,
    [],
    graph,
    view,
  );
const said = (attribution: Evidence["attribution"]) => ({ evidence: [evidence("a", { attribution })] });

describe("the sentence of a device", () => {
  it("names where it is on sale, and the countries where it is not", () => {
    const lanes = [
      lane("SoftBank", "JP", [claim("carried", "2018-05-18", said("named"))]),
      lane("AT&T", "US", [claim("withdrawn", "2018-01-08", said("official"))]),
    ];
    expect(answerOf(lanes, today, TODAY)).toBe(
      "on sale at SoftBank, at no carrier in the United States on record",
    );
    expect(restOf(lanes)).toBe("Of 2 claims at 2 carriers 1 is confirmed and 1 reported.");
  });

  it("does not pass a stale sale off as today's news", () => {
    const view = { ...today, on: "2026-01-01" };
    const lanes = [lane("SoftBank", "JP", [claim("carried", "2018-05-18", said("named"))], view)];
    expect(answerOf(lanes, view, "2026-01-01")).toBe("last known on sale at SoftBank");
  });

  it("says how the carriers stand to it when none sells it", () => {
    const lanes = [
      lane("Verizon", "US", [claim("withdrawn", "2018-01-30", said("anonymous"))]),
      lane("AT&T", "US", [claim("planned", "2018-01-08", said("official"))]),
    ];
    expect(answerOf(lanes, today, TODAY)).toBe(
      "on sale at no carrier on record: planned at AT&T, withdrawn at Verizon",
    );
    expect(restOf(lanes)).toBe("Of 2 claims at 2 carriers 1 is confirmed and 1 rumoured, about Verizon.");
  });

  it("says which day and which knowledge a past view goes by", () => {
    const view: View = { on: "2018-01-15", known: "2018-02-01", record: null };
    const lanes = [lane("Verizon", "US", [claim("withdrawn", "2018-01-30", said("anonymous"))], view)];
    expect(answerOf(lanes, view, TODAY)).toBe(
      "On 15 Jan 2018, as published by 1 Feb 2018: no carrier had taken a decision on record",
    );
  });

  it("says that nothing is known where nothing is", () => {
    expect(answerOf([], today, TODAY)).toBe("no carrier is on record");
    expect(restOf([])).toBe("");
  });
});
