import { FILE_FORMATS, type FileFormat } from "@/components/export/take-away";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dayWords, instantWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";
import { downloadPath, merged, type Query, withQuery } from "@/formats/paths";

type Props = {
  title: string;
  /** Where readers reach the product, without a final slash; empty when that is not configured. */
  base: string;
  path: string;
  /** Other parameters of the page's address, such as filters. */
  keep?: Query;
  view: View;
  lastRecorded: Instant | null;
  /** What can be taken away of this view; null: nothing. */
  files?: { readonly what: string; readonly formats: readonly FileFormat[]; readonly own: Query } | null;
};

/** A reference that shows the same thing for ever: it carries the day looked at and the instant of the record. */
export function Cite({ title, base, path, keep = null, view, lastRecorded, files = null }: Props) {
  const record = view.record ?? lastRecorded;
  if (record === null) return null;
  const { on, known } = view;
  const address = withQuery(path, keep, { on, known, record });
  const file = (format: string) =>
    downloadPath(files?.what ?? "", format, merged(files?.own, { on, known, record }));
  const published = known ? `, as published by ${dayWords(known)}` : "";
  return (
    <Section id="cite" title="Cite">
      <p>
        Rangebook: {title}, the world on {dayWords(on)}
        {published}; record of {instantWords(record)}.
      </p>
      <p className="mono permanent">
        <a href={address}>
          {base}
          {address}
        </a>
      </p>
      {files && (
        <p className="files">
          {files.formats.map((format) => (
            <a key={format} href={file(format)} download>
              {FILE_FORMATS[format].word}
            </a>
          ))}
          <a href={file("bib")}>BibTeX</a>
          <a href={file("csl.json")}>CSL-JSON</a>
        </p>
      )}
      <p className="dim">This address will always show what is shown here now, whatever is recorded later.</p>
    </Section>
  );
}
