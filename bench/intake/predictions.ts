import { parseEdtf } from "@/domain/edtf";
import type { Reading } from "@/intake/proposal";

/** A month for the scorer, which knows no open or two-ended dates: the first, else the last that there is. */
function scored(edtf: string): string {
  const read = parseEdtf(edtf);
  if (!read.ok || !edtf.includes("/")) return edtf;
  const { openStart, earliest, latest } = read.value;
  return (openStart ? latest : earliest).slice(
    0,
    edtf.split("/")[0] === ".." ? 10 : (edtf.split("/")[0] as string).length,
  );
}

/** A reading in the format of the labels. What the record does not have is left out: the scorer knows no names for it. */
export function predictionOf(reading: Reading) {
  return {
    changes: reading.changes.flatMap((change) => {
      if (change.device.kind === "new") return [];
      // One of many carriers, and nothing says which: that is asked, not guessed.
      if (change.questions.some(({ about, options }) => about === "seller" && options.length > 2)) return [];
      const device = change.device.kind === "brand" ? `${change.device.maker}:*` : change.device.slug;
      return [
        {
          device,
          [change.seller.kind]: change.seller.slug,
          status: change.status,
          effective: scored(change.effective.edtf),
          ...(change.target ? { expected: scored(change.target.edtf) } : {}),
          attribution: change.evidence.attribution,
          upstream: change.evidence.upstream,
          exclusive: change.exclusive,
          passage: [change.passage, ...change.also].map((passage) => passage.text).join(" "),
        },
      ];
    }),
    statements: reading.statements.map(({ org, stance, quote }) => ({ org: org.slug, stance, quote })),
  };
}
