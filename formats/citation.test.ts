import { describe, expect, it } from "vitest";
import { citeBibtex, citeCsl, citeText } from "./citation";

const view = {
  title: "What changed, 1 Jan to 15 Feb 2018",
  shows: "Compared as published, narrowed to devices of Huawei, at AT&T",
  address: "https://rangebook.example/changes?carrier=att&record=2026-11-26T08%3A00%3A00.000Z",
  record: "2026-11-26T08:00:00.000Z",
};

describe("a reference", () => {
  it("says in a line what is shown, narrowed to what, of which record, and where it is found again", () => {
    const text = citeText(view);
    expect(text).toContain(
      "Rangebook: What changed, 1 Jan to 15 Feb 2018. Compared as published, narrowed to devices of Huawei, at AT&T; record of ",
    );
    expect(text.endsWith(view.address)).toBe(true);
  });

  it("says the same to BibTeX, whose signs it escapes", () => {
    const bibtex = citeBibtex(view);
    expect(bibtex).toMatch(/^@misc\{rangebook-what-changed-1-jan-to-15-feb-2018-2026-11-26,\n/);
    expect(bibtex).toContain("title = {{What changed, 1 Jan to 15 Feb 2018}}");
    expect(bibtex).toContain(
      "note = {Compared as published, narrowed to devices of Huawei, at AT\\&T; record of ",
    );
    expect(bibtex).toContain(
      "url = {https://rangebook.example/changes?carrier=att&record=2026-11-26T08\\%3A00\\%3A00.000Z}",
    );
    expect(bibtex).toContain("year = {2026},\n  month = nov");
  });

  it("says the same to reference managers, with the day as its parts", () => {
    const [item] = JSON.parse(citeCsl(view));
    expect(item.note).toContain("narrowed to devices of Huawei, at AT&T; record of");
    expect(item.URL).toBe(view.address);
    expect(item.issued).toEqual({ "date-parts": [[2026, 11, 26]] });
  });
});
