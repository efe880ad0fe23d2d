import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choosingAddress,
  chosenOf,
  notInSight,
  type Place,
  parsePlace,
  printPlace,
  withChoice,
  withoutChoosing,
} from "./choice";

const slug = fc.stringMatching(/^[a-z0-9-]{1,30}$/);
const place = fc.record({ device: slug, carrier: slug });

function sent(fields: Readonly<Record<string, readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value);
  return form;
}

it("a place is read back as it was printed", () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(parsePlace(printPlace(one))).toEqual(one);
    }),
  );
  for (const text of ["", "a", "a/", "/b", "a/b/c", "a b/c", "A/b", `${"a".repeat(101)}/b`])
    expect(parsePlace(text), text).toBeNull();
});

describe("a form of ticked deals", () => {
  const p = (device: string, carrier: string): Place => ({ device, carrier });
  const shown = ["p1/ee p1/o2 p2/ee"];

  it("is the ticked ones and those kept from other pages, each once", () => {
    const form = sent({ shown, kept: ["p9/o2 p1/ee"], place: ["p1/ee", "p2/o2"] });
    expect(chosenOf(form)).toEqual([p("p9", "o2"), p("p1", "ee"), p("p2", "o2")]);
  });

  it.each([
    [{ row: ["p1"] }, [p("p1", "ee"), p("p1", "o2")]],
    [{ column: ["ee"] }, [p("p1", "ee"), p("p2", "ee")]],
    [{ all: ["1"] }, [p("p1", "ee"), p("p1", "o2"), p("p2", "ee")]],
    [{ row: ["p3"], column: ["x"] }, []],
  ])("with %j takes what is in sight of it", (boxes, places) => {
    expect(chosenOf(sent({ shown, ...boxes }))).toEqual(places);
  });

  it("with anything that is no place is not ours", () => {
    expect(chosenOf(sent({ place: ["p1"] }))).toBeNull();
    expect(chosenOf(sent({ shown: ["p1/ee <b>"] }))).toBeNull();
    expect(chosenOf(sent({ kept: ["../../x"] }))).toBeNull();
  });

  it("loses nothing on the way through other pages", () => {
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: printPlace }), fc.nat(20), (places, here) => {
        const all = places.map(printPlace);
        const inSight = all.slice(0, here);
        const kept = notInSight({ id: null, address: "/deals", places: new Set(all) }, inSight);
        const form = sent({ kept: [kept.join(" ")], place: inSight, shown: [inSight.join(" ")] });
        expect(new Set((chosenOf(form) ?? []).map(printPlace))).toEqual(new Set(all));
      }),
    );
  });
});

it("deals are chosen on three pages of this site and nowhere else", () => {
  expect(choosingAddress("/matrix?manufacturer=huawei&chosen=1")).toBe(
    "/matrix?manufacturer=huawei&choose=1",
  );
  expect(choosingAddress("/search?q=mate+10&choose=1")).toBe("/search?q=mate+10&choose=1");
  for (const text of [
    "/edit",
    "//evil.example/matrix",
    "https://evil.example/deals",
    "/matrix/x",
    "",
    null,
    3,
  ])
    expect(choosingAddress(text), String(text)).toBeNull();
});

it("the mode and the choice come into an address and out of it", () => {
  const address = withChoice("/deals?carrier=ee&choose=1", "an-id");
  expect(address).toBe("/deals?carrier=ee&choose=1&chosen=an-id");
  expect(withoutChoosing(address)).toBe("/deals?carrier=ee");
});
