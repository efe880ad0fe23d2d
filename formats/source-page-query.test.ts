import { expect, test } from "vitest";
import { FALLS } from "@/domain/resting";
import { printRests, readRests } from "./source-page-query";

test("what is printed is read back, and what cannot be read asks for all", () => {
  for (const rests of [null, ...FALLS])
    for (const through of [null, "crn-2018"])
      for (const page of [1, 2, 70])
        expect(readRests(printRests({ rests, through, page }))).toEqual({ rests, through, page });
  expect(readRests({ rests: "constructor", through: "Not a slug", page: "0" })).toEqual({
    rests: null,
    through: null,
    page: 1,
  });
});
