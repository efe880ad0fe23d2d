import type { Citable } from "@/formats/citation";
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

type Props = {
  /** The name of the file without its ending. */
  what: string;
  formats: readonly FileFormat[];
  citable: Citable;
  href: string;
  query: URLSearchParams;
};

/** Download and Cite: what stands here now, for ever. */
export function TakeAway({ what, formats, citable, href, query }: Props) {
  return (
    <>
      <DownloadMenu
        files={formats.map((format) => ({
          ...FILE_FORMATS[format],
          href: downloadPath(what, format, query),
        }))}
      />
      <CiteMenu
        citable={citable}
        href={href}
        bibtex={downloadPath(what, "bib", query)}
        csl={downloadPath(what, "csl.json", query)}
      />
    </>
  );
}
