import { expect, test } from "vitest";
import { EXPORT_GROUPS } from "@/formats/export-words";
import { EXPORT_TABLES } from "./tables";

test("the page of the export says of each table what it holds, and of no other", () => {
  const said = EXPORT_GROUPS.flatMap((group) => group.tables.map(([name]) => name));
  expect(said.toSorted()).toEqual(EXPORT_TABLES.map((t) => t.name).toSorted());
});
