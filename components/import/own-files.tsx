import { IMPORT_FIELDS, IMPORT_KIND_WORDS } from "@/formats/import-fields";

/** What files of one's own may say: the columns by the names under which they are known at once. */
export function OwnFiles() {
  return (
    <>
      <p className="dim measure">
        The first row names the columns; several values in one cell are separated by semicolons. Dates are
        written as everywhere here: 2018-01-30, 2018-01, 2017-11/2018-01. Columns that are called otherwise
        are named once, and files with the same head are read alike from then on.
      </p>
      <table className="stack top">
        <thead>
          <tr>
            <th>A file of</th>
            <th>needs</th>
            <th>and may have</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(IMPORT_FIELDS).map(([kind, fields]) => (
            <tr key={kind}>
              <th scope="row">{IMPORT_KIND_WORDS[kind as keyof typeof IMPORT_KIND_WORDS]}</th>
              <td data-label="needs">
                <Names names={fields.filter((f) => f.required).map((f) => f.name)} />
              </td>
              <td data-label="may have" className="dim">
                <Names names={fields.filter((f) => !f.required).map((f) => f.name)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <span key={name}>
      {at > 0 && ", "}
      <code>{name}</code>
    </span>
  ));
}
