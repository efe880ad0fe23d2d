import { redirect } from "next/navigation";
import { EXHIBITS, type Exhibits, type Piece } from "@/app/download/exhibits";
import { svgOf } from "@/app/download/picture";
import { keptFileQuery } from "@/app/kept";
import { type Chart, chartCitable, type PictureFoot } from "@/components/charts/chart";
import { dayOfInstant } from "@/domain/edtf";
import { type Citable, citeBibtex, citeCsl } from "@/formats/citation";
import { withQuery } from "@/formats/paths";
import { longCsv, longJson, tableCsv, tableJson } from "@/formats/table";
import { now } from "@/server/clock";
import { inTurn, VISITOR_ROWS } from "@/server/exports";
import { pngOf } from "@/server/png";
import { allowed, currentActor } from "@/server/session";
import { streamed } from "@/server/streamed";

/** One file: a table, perhaps its picture, and how both are cited. */
type File = Piece & { readonly citable: Citable; readonly foot: PictureFoot };
type Format = {
  readonly type: string;
  /** Of a long table it is made while it is sent. */
  readonly print: (file: File) => string | Promise<string | Uint8Array> | AsyncGenerator<string>;
};
const FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    type: "text/csv; charset=utf-8; header=present",
    print: ({ table, left }) => ("parts" in table ? longCsv(table, left) : tableCsv(table, left)),
  },
  json: {
    type: "application/json; charset=utf-8",
    print: ({ table, citable, left }) =>
      "parts" in table ? longJson(table, citable, left) : tableJson(table, citable, left),
  },
  bib: { type: "application/x-bibtex; charset=utf-8", print: ({ citable }) => citeBibtex(citable) },
  "csl.json": { type: "application/vnd.citationstyles.csl+json", print: ({ citable }) => citeCsl(citable) },
};
/** Of charts only. */
const picturesOf = (chart: Chart): typeof FORMATS => ({
  svg: { type: "image/svg+xml; charset=utf-8", print: ({ foot }) => svgOf(chart, foot) },
  png: { type: "image/png", print: async ({ foot }) => pngOf(await svgOf(chart, foot)) },
});

const refuse = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });

/** A file of what a page shows, or one of its charts: `/download/changes.csv`, `/download/overview-slips.svg`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!allowed(actor, "export")) {
    return refuse(actor.kind === "visitor" ? 401 : 403, "not-allowed", "Sign in to take files away.");
  }
  const { file } = await params;
  const [, name = "", chartId = "", ending = ""] = /^([a-z]+)(?:-([a-z-]+))?\.([a-z.]+)$/.exec(file) ?? [];
  const load = Object.hasOwn(EXHIBITS, name) ? EXHIBITS[name] : undefined;
  if (!load) {
    const names = Object.keys(EXHIBITS).join(", ");
    return refuse(404, "not-found", `Files begin with the name of their page: ${names}.`);
  }
  const { searchParams } = new URL(request.url);
  const asked = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, oneOrAll(searchParams, name)]),
  );
  const found = await load({ params: asked, actor, at: now() });
  if (!found || isEmpty(found)) {
    const kept = await keptFileQuery(name, asked);
    if (kept) redirect(withQuery(`/download/${file}`, kept));
  }
  if (!found) return refuse(404, "not-found", "Nothing of this name is on record.");
  const chart = found.charts.find(({ id }) => id === chartId);
  const piece = chart ? { table: chart.table, chart, left: 0 } : chartId === "" ? found.whole : null;
  if (!piece) {
    const ids = found.charts.map(({ id }) => `${name}-${id}`).join(", ");
    return refuse(404, "not-found", `There is no file of this name. There are: ${ids || name}.`);
  }
  const formats = { ...FORMATS, ...(piece.chart && picturesOf(piece.chart)) };
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (!format) {
    return refuse(404, "not-found", `Its file ends in one of ${Object.keys(formats).join(", ")}.`);
  }
  const [problem] = found.problems;
  if (problem) return refuse(422, "invalid", problem);
  const { citable, foot } = found.page;
  const body = await format.print({
    ...piece,
    ...(actor.kind === "visitor" && cut(piece)),
    foot,
    citable: chart ? chartCitable(chart, found.page) : citable,
  });
  const kept = `rangebook-${chart ? `${name}-${chartId}` : name}-${dayOfInstant(citable.record)}.${ending}`;
  if (typeof body === "object" && Symbol.asyncIterator in body)
    return streamed(
      inTurn(actor, () => body),
      format.type,
      kept,
    );
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": format.type,
      "Content-Disposition": `attachment; filename="${kept}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** What a visitor may have of it. A long table is cut where it is read. */
function cut({ table, left }: Piece): Partial<Piece> {
  if ("parts" in table) return {};
  const rows = table.rows.slice(0, VISITOR_ROWS);
  return { table: { ...table, rows }, left: left + table.rows.length - rows.length };
}

const isEmpty = ({ whole, charts }: Exhibits): boolean =>
  [...(whole ? [whole] : []), ...charts].every(
    ({ table }) => ("parts" in table ? table.total : table.rows.length) === 0,
  );

const oneOrAll = (params: URLSearchParams, name: string): string | string[] => {
  const all = params.getAll(name);
  return all.length === 1 ? (all[0] ?? "") : all;
};
