import { IMPORT_LIMITS, PRESETS } from "@/domain/import";
import { PRESET_FACTS } from "@/formats/import-presets";
import { importUploadPath } from "@/formats/paths";
import { FileField } from "./file-field";

/** A file and what it is; a plain form, so that it works before any script does. */
export function UploadForm() {
  const most = IMPORT_LIMITS.bytes / 1024 / 1024;
  return (
    <form method="post" action={importUploadPath()} encType="multipart/form-data" className="narrow">
      <div className="field">
        <label htmlFor="f-preset">What it is</label>
        <div>
          {/* Before the file: what comes after it arrives only when all of it is here. */}
          <select id="f-preset" name="preset" defaultValue="" aria-describedby="f-preset-hint">
            <option value="">A table: find out, or ask me</option>
            {PRESETS.map((preset) => (
              <option key={preset} value={preset}>
                {PRESET_FACTS[preset].word}
              </option>
            ))}
          </select>
          <p className="hint" id="f-preset-hint">
            Known lists are recognised by their head; name one that comes without.
          </p>
        </div>
      </div>
      <div className="field">
        <label htmlFor="f-file">File</label>
        <div>
          <FileField describedBy="f-file-hint" />
          <p className="hint" id="f-file-hint">
            Choose it or drop it here: CSV, JSON, NDJSON, XML or textpb, at most {most} MiB and{" "}
            {IMPORT_LIMITS.rows.toLocaleString("en-GB")} rows. Nothing is written before you have seen what it
            would do.
          </p>
        </div>
      </div>
      <div className="field">
        <label htmlFor="f-text">Or paste rows</label>
        <div>
          <textarea id="f-text" name="text" rows={4} spellCheck={false} aria-describedby="f-text-hint" />
          <p className="hint" id="f-text-hint">
            From a spreadsheet or a mail, the heads of the columns first.
          </p>
        </div>
      </div>
      <p className="actions">
        <button className="btn p" type="submit">
          Read it
        </button>
      </p>
    </form>
  );
}
