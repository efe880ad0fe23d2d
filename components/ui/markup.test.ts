import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "./markup";

describe("html", () => {
  it("escapes whatever is put in", () => {
    const name = `"><script>alert('&')</script>`;
    expect(html`<a title="${name}">${name}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</a>',
    );
  });

  it("never lets a text end its place, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(html`${any}`.text).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it("keeps markup and lists of it, and shows nothing for what is missing", () => {
    expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}${false}${undefined}</ul>`.text).toBe(
      "<ul><li>1</li><li>2</li></ul>",
    );
  });
});
