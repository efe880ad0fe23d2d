import type { ReactNode } from "react";
import { CiteMenu } from "@/components/export/cite-menu";
import { DownloadMenu } from "@/components/export/download-menu";
import { FILE_FORMATS } from "@/components/export/take-away";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { downloadPath } from "@/formats/paths";
import { type Chart, type ChartPage, chartCitable } from "./chart";
import { DataTable } from "./data-table";
import { Picture } from "./picture";

type Props = {
  chart: Chart;
  page: ChartPage;
  /** What the chart proves, in a sentence whose numbers are links. */
  children?: ReactNode;
};

/** A chart with all that belongs to it: picture, sentence, table, sources, files, reference. Complete without script. */
export function ChartFrame({ chart, page, children }: Props) {
  const { id, title, widths } = chart;
  const { name, foot, href, query } = page;
  const [wide, narrow] = widths;
  const file = (format: string) => downloadPath(`${name}-${id}`, format, query);
  if (chart.table.rows.length === 0) {
    return (
      <section aria-labelledby={id} className="chart">
        <h2 id={id}>{title}</h2>
        <p className="dim">{chart.none ?? "Nothing to show on this day."}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby={id} className="chart">
      <h2 id={id} className="sr-only">
        {title}
      </h2>
      <DrawnOnce>
        <Picture chart={chart} foot={foot} width={wide} linked className={narrow ? "pic pic-wide" : "pic"} />
        {narrow && <Picture chart={chart} foot={foot} width={narrow} linked className="pic pic-narrow" />}
      </DrawnOnce>
      {children && <p className="says-so">{children}</p>}
      <div className="chart-tools">
        <details>
          <summary className="tool">Table</summary>
          <DrawnOnce>
            <DataTable chart={chart} />
          </DrawnOnce>
        </details>
        <details>
          <summary className="tool">Sources</summary>
          <p className="dim">
            {foot.sources} Each number that is a link opens the records that it counts, each of them with its
            evidence and sources.
          </p>
        </details>
        <DownloadMenu
          small
          files={(["svg", "png", "csv", "json"] as const).map((format) => ({
            ...FILE_FORMATS[format],
            href: file(format),
          }))}
        />
        <CiteMenu
          small
          citable={chartCitable(chart, page)}
          href={`${href}#${id}`}
          bibtex={file("bib")}
          csl={file("csl.json")}
        />
      </div>
    </section>
  );
}
