import type { Preview } from "@/domain/preview";

/** Beside the form: the history as it will be, each question whose answer changes, and warnings. They never block. */
export function PreviewPanel({ preview }: { preview: Preview | null }) {
  return (
    <aside className="panel" aria-label="What will change" aria-live="polite">
      <div>
        <h2>What will change</h2>
        {preview === null && (
          <p className="dim">Choose device, carrier, status, date and a source; then press Preview.</p>
        )}
        {preview && (
          <ol className="preview">
            {preview.history.map((e) => (
              <li key={`${e.letter} ${e.when}`} className={e.draft ? "draft" : undefined}>
                <b aria-hidden="true">{e.letter}</b> {e.status} {e.when}
                {e.draft && <span className="tag">this change</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
      {preview && preview.warnings.length > 0 && (
        <div>
          {preview.warnings.map((w) => (
            <p key={w} className="warn">
              {w}
            </p>
          ))}
        </div>
      )}
      {preview && (
        <div>
          <table>
            <thead>
              <tr>
                <th>Question</th>
                <th>Now</th>
                <th>After saving</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((r) => (
                <tr key={r.question}>
                  <td>{r.question}</td>
                  <td className="dim">{r.now}</td>
                  <td>{r.now === r.after ? r.after : <strong>{r.after}</strong>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </aside>
  );
}
