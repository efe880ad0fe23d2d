import { EXHIBITS, type Exhibit } from "@/app/download/exhibits";
import { svgOf } from "@/app/download/picture";
import { dayOfInstant } from "@/domain/edtf";
import { citeBibtex, citeCsl } from "@/formats/citation";
import { tableCsv, tableJson } from "@/formats/table";
import { now } from "@/server/clock";
import { pngOf } from "@/server/png";
import { allowed, currentActor } from "@/server/session";

/** Visitors take at most so many rows (reliability.md, section 3). */
const VISITOR_ROWS = 1_000;

type Format = {
  readonly type: string;
  readonly print: (exhibit: Exhibit) => string | Promise<string | Uint8Array>;
};
const FORMATS: Readonly<Record<string, Format>> = {
  csv: { type: "text/csv; charset=utf-8; header=present", print: ({ table }) => tableCsv(table) },
  json: {
    type: "application/json; charset=utf-8",
    print: ({ table, citable, left }) => tableJson(table, citable, left),
  },
  bib: { type: "application/x-bibtex; charset=utf-8", print: ({ citable }) => citeBibtex(citable) },
  "csl.json": { type: "application/vnd.citationstyles.csl+json", print: ({ citable }) => citeCsl(citable) },
};
/** Of charts only. */
const PICTURES: typeof FORMATS = {
  svg: {
    type: "image/svg+xml; charset=utf-8",
    print: ({ chart, foot }) => (chart ? svgOf(chart, foot) : ""),
  },
  png: {
    type: "image/png",
    print: async ({ chart, foot }) => (chart ? pngOf(await svgOf(chart, foot)) : ""),
  },
};
const formatsOf = (what: string) => (what === "changes" ? FORMATS : { ...FORMATS, ...PICTURES });

const refuse = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });

/** A file of what a page shows: `/download/changes.csv` with the page's own parameters. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!allowed(actor, "export")) {
    return refuse(actor.kind === "visitor" ? 401 : 403, "not-allowed", "Sign in to take files away.");
  }
  const { file } = await params;
  const [, what = "", ending = ""] = /^([a-z-]+)\.([a-z.]+)$/.exec(file) ?? [];
  const load = Object.hasOwn(EXHIBITS, what) ? EXHIBITS[what] : undefined;
  const formats = formatsOf(what);
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (!load || !format) {
    const names = Object.keys(EXHIBITS).join(", ");
    return refuse(
      404,
      "not-found",
      `Files are named ${names}, with an ending out of ${Object.keys(formats).join(", ")}.`,
    );
  }
  const { searchParams } = new URL(request.url);
  const asked = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, oneOrAll(searchParams, name)]),
  );
  const exhibit = await load(asked, actor, now());
  if (!exhibit) return refuse(404, "not-found", "Nothing of this name is on record.");
  const [problem] = exhibit.problems;
  if (problem) return refuse(422, "invalid", problem);
  const rows = actor.kind === "visitor" ? exhibit.table.rows.slice(0, VISITOR_ROWS) : exhibit.table.rows;
  const left = exhibit.left + exhibit.table.rows.length - rows.length;
  const body = await format.print({ ...exhibit, left, table: { ...exhibit.table, rows } });
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": format.type,
      "Content-Disposition": `attachment; filename="rangebook-${what}-${dayOfInstant(exhibit.citable.record)}.${ending}"`,
      "Cache-Control": "no-store",
    },
  });
}

const oneOrAll = (params: URLSearchParams, name: string): string | string[] => {
  const all = params.getAll(name);
  return all.length === 1 ? (all[0] ?? "") : all;
};
