import { linkPath } from "@/formats/paths";

/** Where the link of an article is pasted. A GET form: it looks something up and changes nothing. */
export function LinkField({ value = "", problem = null }: { value?: string; problem?: string | null }) {
  return (
    <form action={linkPath()} method="get" className="link-field" noValidate>
      <label htmlFor="f-url">Paste the link of an article</label>
      <div className="btns">
        <input
          id="f-url"
          name="url"
          type="url"
          maxLength={2000}
          defaultValue={value}
          autoComplete="off"
          placeholder="https://"
          aria-describedby={problem ? "f-url-error" : undefined}
          aria-invalid={problem ? true : undefined}
        />
        <button className="btn" type="submit">
          Look it up
        </button>
      </div>
      {problem && (
        <p className="error" id="f-url-error" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
