export type Download = { readonly word: string; readonly says: string; readonly href: string };

/** What can be taken away, in which forms. Opens without script. */
export function DownloadMenu({ files, small }: { files: readonly Download[]; small?: boolean }) {
  return (
    <details className="pop">
      <summary className={small ? "tool" : "btn"}>Download</summary>
      <div className="pop-in">
        <ul>
          {files.map(({ word, says, href }) => (
            <li key={word}>
              {/* A file, not a page: no script may fetch it as one. */}
              <a href={href} download>
                {word}
              </a>{" "}
              <span className="dim">{says}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
