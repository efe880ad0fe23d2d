import { dateWords, instantWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import { editsBetween, type FieldEdit, type SourceText, type SourceVersion } from "@/domain/source-page";
import { SOURCE_KIND_WORDS } from "@/domain/words";

const FIELD_WORDS: Readonly<Record<keyof SourceText, string>> = {
  publisher: "Publisher",
  title: "Headline",
  url: "Address",
  author: "Author",
  published: "Published",
  kind: "Kind",
  lang: "Language",
  seen: "Read by somebody here",
};

/** What was done to the text of a source, newest first. Earlier texts stay on record. */
export function EditHistory({ versions }: { versions: readonly SourceVersion[] }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">By</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version, i) => {
          const before = versions[i + 1];
          return (
            <tr key={version.version}>
              <td className="nw">
                <time dateTime={version.at}>{instantWords(version.at)}</time>
              </td>
              <td data-label="By">{version.by}</td>
              <td>
                {version.version === 1 ? (
                  "Put on record."
                ) : before ? (
                  <Edits edits={editsBetween(before.text, version.text)} />
                ) : (
                  "Edited; what it was before is further back than this list goes."
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Edits({ edits }: { edits: readonly FieldEdit[] }) {
  if (edits.length === 0) return "Whom it rests on.";
  return edits.map(({ field, before, after }) => (
    <div key={field}>
      {FIELD_WORDS[field]}: <del>{said(field, before)}</del> {said(field, after)}
    </div>
  ));
}

function said(field: keyof SourceText, value: string): string {
  if (value === "") return "nothing";
  if (field === "kind") return SOURCE_KIND_WORDS[value as SourceText["kind"]];
  if (field !== "published") return value;
  const read = parseEdtf(value);
  return read.ok ? dateWords(read.value) : value;
}
