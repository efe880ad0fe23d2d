import type { ChartPage } from "@/components/charts/chart";
import { downloadPath } from "@/formats/paths";
import { CiteMenu } from "./cite-menu";
import { DownloadMenu } from "./download-menu";

export const FILE_FORMATS = {
  svg: { word: "SVG", says: "the picture, for print" },
  png: { word: "PNG", says: "the picture, at twice its size" },
  csv: { word: "CSV", says: "the table, for spreadsheets" },
  json: { word: "JSON", says: "the table, for programs" },
} as const;
export type FileFormat = keyof typeof FILE_FORMATS;

type Props = { page: ChartPage; formats: readonly FileFormat[] };

/** Download and Cite for a page as a whole: what stands here now, for ever. */
export function TakeAway({ page: { name, citable, href, query }, formats }: Props) {
  return (
    <>
      <DownloadMenu
        files={formats.map((format) => ({
          ...FILE_FORMATS[format],
          href: downloadPath(name, format, query),
        }))}
      />
      <CiteMenu
        citable={citable}
        href={href}
        bibtex={downloadPath(name, "bib", query)}
        csl={downloadPath(name, "csl.json", query)}
      />
    </>
  );
}
