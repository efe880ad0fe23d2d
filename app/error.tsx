"use client";

/** The last resort while a page is in the browser; what failed was logged on the server. */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main className="wrap">
      <h1>This did not work</h1>
      <p className="lead">
        Nothing was lost or saved. Try again; if it stays so, the record cannot be reached right now.
      </p>
      <p className="btns actions">
        <button className="btn p" type="button" onClick={reset}>
          Try again
        </button>
        <a className="btn" href="/">
          To the overview
        </a>
      </p>
    </main>
  );
}
