import type { ChartPage } from "@/components/charts/chart";
import { Section } from "@/components/ui/section";
import { citeText } from "@/formats/citation";
import { downloadPath } from "@/formats/paths";
import { FILE_FORMATS, type FileFormat } from "./take-away";

type Props = { page: ChartPage; formats: readonly FileFormat[] };

/** How a page as a whole is cited and taken away: its reference carries the day looked at and the instant of the record. */
export function CiteSection({ page: { name, citable, href, query }, formats }: Props) {
  const { address } = citable;
  return (
    <Section id="cite" title="Download and cite">
      <p>{citeText(citable).replace(` ${address}`, "")}</p>
      <p className="mono permanent">
        <a href={href}>{address}</a>
      </p>
      <p className="files">
        {formats.map((format) => (
          <a key={format} href={downloadPath(name, format, query)} download>
            {FILE_FORMATS[format].word}
          </a>
        ))}
        <a href={downloadPath(name, "bib", query)}>BibTeX</a>
        <a href={downloadPath(name, "csl.json", query)}>CSL-JSON</a>
      </p>
      <p className="dim">This address will always show what is shown here now, whatever is recorded later.</p>
    </Section>
  );
}
