import { CiteMenu } from "@/components/export/cite-menu";
import { DownloadMenu } from "@/components/export/download-menu";
import { FILE_FORMATS } from "@/components/export/take-away";
import type { Citable } from "@/formats/citation";
import { downloadPath } from "@/formats/paths";
import type { Chart, PictureFoot } from "./chart";
import { DataTable } from "./data-table";
import { Picture } from "./picture";

type Props = {
  chart: Chart;
  foot: PictureFoot;
  /** The page's reference and permanent address; the chart's own are made from them. */
  citable: Citable;
  href: string;
  /** The parameters of the permanent address. */
  query: URLSearchParams;
  /** The page's path, as a name of files: "overview". */
  page: string;
};

/** A chart with all that belongs to it: picture, table, sources, files, reference. Complete without script. */
export function ChartFrame({ chart, foot, citable, href, query, page }: Props) {
  const { id, title, widths } = chart;
  const [wide, narrow] = widths;
  const file = (format: string) => downloadPath(`${page}-${id}`, format, query);
  const isEmpty = chart.table.rows.length === 0;
  return (
    <section aria-labelledby={id} className="chart">
      <h2 id={id} className="sr-only">
        {title}
      </h2>
      <Picture chart={chart} foot={foot} width={wide} linked className={narrow ? "only-w" : undefined} />
      {narrow && <Picture chart={chart} foot={foot} width={narrow} linked className="only-p" />}
      {isEmpty ? (
        <p className="dim">Nothing to show on this day.</p>
      ) : (
        <div className="chart-tools">
          <details>
            <summary className="btn s">Table</summary>
            <DataTable chart={chart} />
          </details>
          <details>
            <summary className="btn s">Sources</summary>
            <p className="dim">
              {foot.sources} Each number above opens the records that it counts, each of them with its
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
            citable={{
              ...citable,
              title: `${title} (${citable.title})`,
              address: `${citable.address}#${id}`,
            }}
            href={`${href}#${id}`}
            bibtex={file("bib")}
            csl={file("csl.json")}
          />
        </div>
      )}
    </section>
  );
}
