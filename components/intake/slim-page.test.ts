import { describe, expect, it } from "vitest";
import { slimPage } from "./slim-page";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));
const slim = (text: string) => Buffer.from(slimPage(bytes(text))).toString("utf8");

describe("a page without what is no text of it", () => {
  it.each([
    ["<p>Größe</p>", "<p>Größe</p>"],
    ["a<script src='x'>if (a < b) c()</script >b", "ab"],
    ["a<STYLE>p{}</Style>b<svg><path/></svg>c<!-- note -->d", "abcd"],
    ["a<script>one</script>b<script>two</script>c", "abc"],
    ["a<script>never closed", "a"],
    ["", ""],
  ])("%s", (page, text) => {
    expect(slim(page)).toBe(text);
  });

  it("takes 3 MB of scripts that never end as they come", () => {
    expect(slim("<script ".repeat(400_000))).toBe("");
  });
});
