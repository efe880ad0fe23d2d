import { allReportRows, importRun } from "@/data/read/imports";
import { isId } from "@/formats/id";
import { printRefused, printReport } from "@/formats/import-report";
import { db } from "@/server/db";
import { allowed, currentActor } from "@/server/session";
import { streamed } from "@/server/streamed";

/** `report.csv`: what became of each row. `refused.csv`: the refused rows as they stood, to be mended and sent again. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!allowed(actor, "import")) {
    const visitor = actor.kind === "visitor";
    return refuse(
      visitor ? 401 : 403,
      visitor ? "not-signed-in" : "not-allowed",
      "Only editors see reports of imports.",
    );
  }
  const { id, file } = await params;
  const run = isId(id) ? await importRun(db(), id) : null;
  if (!run?.reading || (file !== "report.csv" && file !== "refused.csv"))
    return refuse(404, "not-found", "There is no such file.");
  const head = run.reading.head;
  const text =
    file === "report.csv"
      ? printReport(head, allReportRows(db(), id, null))
      : printRefused(run.mapping?.head ? head : null, allReportRows(db(), id, "refused"));
  return streamed(text, "text/csv; charset=utf-8", file);
}

const refuse = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });
