import { describe, expect, it } from "vitest";
import { readArticle } from "@/intake/read-article";
import { dossier } from "@/intake/testing/dossier";
import { mastheadOf } from "./masthead";

const nothing = { publisher: null, published: null };

describe("the head of an article", () => {
  it.each([
    [
      "Verizon drops the Mate 10 Pro | The Verge\nBy Jane Doe on January 30, 2018\n\nVerizon has dropped it.",
      {
        publisher: "The Verge",
        title: "Verizon drops the Mate 10 Pro",
        author: "Jane Doe",
        published: "2018-01-30",
      },
    ],
    [
      "Verizon drops the Mate 10 Pro\n\nNEW YORK, Jan 30, 2018 (Reuters) - Verizon has dropped it, after much debate.",
      { publisher: "Reuters", title: "Verizon drops the Mate 10 Pro", author: null, published: "2018-01-30" },
    ],
    [
      "Verizon drops the Mate 10 Pro\nPosted: 30 January 2018\n\nVerizon, which last changed its range on 3 May 2017, has dropped it.",
      { publisher: null, title: "Verizon drops the Mate 10 Pro", author: null, published: "2018-01-30" },
    ],
    [
      "Verizon drops the Mate 10 Pro\n\nIt said so today.",
      { publisher: null, title: "Verizon drops the Mate 10 Pro", author: null, published: null },
    ],
  ])("%j", (text, expected) => {
    expect(mastheadOf(text, nothing, dossier)).toEqual(expected);
  });

  it("yields to what is given", () => {
    const text = "Title | The Verge\nJanuary 30, 2018\n\nText.";
    expect(mastheadOf(text, { publisher: "CRN", published: "2018-01-31" }, dossier)).toMatchObject({
      publisher: "CRN",
      published: "2018-01-31",
    });
  });

  it("asks for the day when the text says none", () => {
    expect(readArticle("Verizon sells the Mate 10 Pro today.", nothing, dossier)).toEqual({
      ok: false,
      message: "The text does not say when it was published. Write the day, as in 2018-01-30.",
    });
  });
});
