import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeFor } from "@/formats/drawing-place";
import { asksForDocument, putIn } from "./once-markup";

/** An answer that keeps what is written to it. */
function answer() {
  const written: string[] = [];
  let ended = () => {};
  const over = new Promise<void>((done) => {
    ended = done;
  });
  const bytes: Buffer[] = [];
  const res = {
    destroyed: false,
    write: (chunk: Uint8Array) => {
      bytes.push(Buffer.from(chunk));
      written.push(Buffer.from(chunk).toString());
      return true;
    },
    end: () => {
      ended();
      return res;
    },
    destroy: () => {
      res.destroyed = true;
      ended();
      return res;
    },
  };
  return {
    res: res as unknown as Parameters<typeof putIn>[0],
    over,
    written,
    whole: () => Buffer.concat(bytes).toString(),
  };
}

const ids = ["0f5bd1f0-5b0c-4f6f-8c1f-3a43b6f1d001", "0f5bd1f0-5b0c-4f6f-8c1f-3a43b6f1d002"];
const drawings = new Map([
  [ids[0] ?? "", () => [{ text: "<a>Ä1</a>" }, { text: "<a>2</a>" }]],
  [ids[1] ?? "", () => [{ text: "<b>3</b>" }]],
]);

describe("putIn", () => {
  it("puts each drawing into its place, wherever the page is cut on its way", async () => {
    const page = `<p>ü<</p>${placeFor(ids[0] ?? "")}<i><!-- no place --></i>${placeFor(ids[1] ?? "")}<script>"<!--"</script><`;
    const bytes = Buffer.from(page);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
        const { res, over, whole } = answer();
        putIn(res, drawings);
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        for (const [i, from] of at.entries()) res.write(bytes.subarray(from, at[i + 1]));
        res.end();
        await over;
        expect(whole()).toBe(
          '<p>ü<</p><a>Ä1</a><a>2</a><i><!-- no place --></i><b>3</b><script>"<!--"</script><',
        );
      }),
    );
  });

  it("sends what stands before a drawing before it draws", async () => {
    const { res, over, written } = answer();
    const seen: string[] = [];
    putIn(
      res,
      new Map([
        [
          ids[0] ?? "",
          () => {
            seen.push(...written);
            return [];
          },
        ],
      ]),
    );
    res.write(`<h1>Name</h1>${placeFor(ids[0] ?? "")}<p>`);
    res.end();
    await over;
    expect(seen).toEqual(["<h1>Name</h1>"]);
  });

  it("breaks the answer off when a drawing fails, so that half a page is not taken for a whole one", async () => {
    const { res, over, whole } = answer();
    putIn(
      res,
      new Map([
        [
          ids[0] ?? "",
          () => {
            throw new Error("no lanes");
          },
        ],
      ]),
    );
    res.write(`<h1>Name</h1>${placeFor(ids[0] ?? "")}<p>`);
    res.end();
    await over;
    expect([res.destroyed, whole()]).toEqual([true, "<h1>Name</h1>"]);
  });
});

it("tells a document from what the router and a server action's script ask for", () => {
  expect(asksForDocument({ headers: { accept: "text/html" } })).toBe(true);
  expect(asksForDocument({ headers: { rsc: "1" } })).toBe(false);
  expect(asksForDocument({ headers: { "next-action": "7f" } })).toBe(false);
});
