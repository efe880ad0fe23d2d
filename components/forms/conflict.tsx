import type { EditState } from "@/formats/edit-state";

type Conflicting = NonNullable<EditState["conflict"]>;

/** Nothing was saved: what is recorded now, which the form did not know. What was typed stands below it. */
export function Conflict({ conflict }: { conflict: Conflicting }) {
  const { now, version, unseen, fields } = conflict;
  return (
    <div className="warn" role="alert" tabIndex={-1}>
      <p>
        {unseen ? (
          <>
            <b>This deal is on record already. Nothing was saved yet.</b> Look at what stands, then send your
            change again.
          </>
        ) : (
          <>
            <b>Somebody was faster. Nothing was overwritten.</b> What you typed is below, as you left it.
          </>
        )}
      </p>
      {now.length > 0 && (
        <>
          <p>Recorded now:</p>
          <ul className="bullets">
            {now.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {fields && <Fields fields={fields} />}
      {version !== null && <p>Sent again, your change goes on top of what is recorded now.</p>}
    </div>
  );
}

/** Both versions, field by field. */
function Fields({ fields }: { fields: NonNullable<Conflicting["fields"]> }) {
  if (fields.length === 0) return <p>They recorded what you typed: nothing is left to change.</p>;
  return (
    <table className="stack both">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Recorded now</th>
          <th scope="col">You typed</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, now, typed }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-label="Recorded now">{now || <span className="dim3">nothing</span>}</td>
            <td data-label="You typed">{typed || <span className="dim3">nothing</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
