import type { Metadata } from "next";
import { ExportPage } from "@/components/export/export-page";
import { Shell } from "@/components/shell/shell";
import { EXPORT_TABLES, tablesOf } from "@/data/export/tables";
import { exportPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { scopeOf, VISITOR_ROWS } from "@/server/exports";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Export" };

export default async function ExportRoute() {
  const actor = await requireActor("export", exportPath());
  const scope = scopeOf(actor);
  const tables = tablesOf(scope).map((t) => t.name);
  return (
    <Shell at={null} actor={actor} path={exportPath()} today={today()} reading={null}>
      <ExportPage
        tables={tables}
        left={EXPORT_TABLES.length - tables.length}
        limit={actor.kind === "visitor" ? VISITOR_ROWS : null}
        whole={scope === "everything"}
        path={exportPath()}
      />
    </Shell>
  );
}
