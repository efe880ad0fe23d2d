import { type ImportKind, isPreset, PRESETS, type Preset } from "@/domain/import";
import { CARRIER_KINDS, DEVICE_KINDS } from "@/domain/status";
import { ENCODING_WORDS, ENCODINGS } from "@/formats/import-encodings";
import { guessColumns, IMPORT_FIELDS, IMPORT_KIND_WORDS } from "@/formats/import-fields";
import { columnName } from "@/formats/import-mapping-form";
import { type Mapping as MappingOf, PRESET_FACTS } from "@/formats/import-presets";
import type { ImportOptions, Reading } from "@/formats/import-run";
import { importPath } from "@/formats/paths";
import { type ImportAction, ImportForm } from "./import-form";

type Props = {
  run: string;
  reading: Reading;
  /** Its encoding may still be chosen. */
  reread: boolean;
  /** How it was read so far. */
  said: MappingOf | null;
  options: ImportOptions;
  /** What the file is taken for, as far as anybody has said; null: nobody has. */
  what: ImportKind | Preset | null;
  action: ImportAction;
};

/** Says once what a file is about and which column is what. Choosing what it is about is a page of its own address. */
export function Mapping({ run, reading, reread, said, options, what, action }: Props) {
  return (
    <>
      <form method="get" action={importPath(run)} className="narrow">
        <div className="field">
          <label htmlFor="f-what">What it is about</label>
          <div className="btns">
            <select id="f-what" name="what" defaultValue={what ?? ""} className="inline">
              <option value="" disabled>
                Choose
              </option>
              {Object.entries(IMPORT_KIND_WORDS).map(([kind, word]) => (
                <option key={kind} value={kind}>
                  {word}
                </option>
              ))}
              {PRESETS.map((preset) => (
                <option key={preset} value={preset}>
                  {PRESET_FACTS[preset].word}
                </option>
              ))}
            </select>
            <button className="btn" type="submit">
              Show its columns
            </button>
          </div>
        </div>
      </form>
      {reread && (
        <ImportForm action={action} run={run} intent="encoding" className="narrow">
          <div className="field">
            <label htmlFor="f-encoding">Written in</label>
            <div>
              <div className="btns">
                <select id="f-encoding" name="encoding" defaultValue={reading.encoding} className="inline">
                  {ENCODINGS.map((e) => (
                    <option key={e} value={e}>
                      {ENCODING_WORDS[e]}
                    </option>
                  ))}
                </select>
                <button className="btn" type="submit">
                  Read again
                </button>
              </div>
              <p className="hint">Found by itself. Choose another one when names below look wrong.</p>
            </div>
          </div>
        </ImportForm>
      )}
      {(what === null || isPreset(what)) && <Sample reading={reading} />}
      {what !== null && (
        <ImportForm action={action} run={run} intent="map">
          <input type="hidden" name="what" value={what} />
          {isPreset(what) ? (
            <p className="dim">{PRESET_FACTS[what].says}</p>
          ) : (
            <ColumnTable kind={what} reading={reading} said={said} />
          )}
          <Defaults kind={isPreset(what) ? PRESET_FACTS[what].kind : what} options={options} />
          <p className="actions">
            <button className="btn p" type="submit">
              Make the dry run
            </button>
          </p>
        </ImportForm>
      )}
    </>
  );
}

/** The first rows as they were read, before anybody has said what they are. */
function Sample({ reading }: { reading: Reading }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="sampled" aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {reading.head.map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name of their own; heads repeat
              <th key={at}>{short(title) || <span className="dim3">no head</span>}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.sample.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows repeat
            <tr key={n}>
              {reading.head.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={at}>{short(row[at] ?? "")}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const short = (cell: string): string => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell);

function ColumnTable({
  kind,
  reading,
  said,
}: {
  kind: ImportKind;
  reading: Reading;
  said: MappingOf | null;
}) {
  const guessed =
    said && said.preset === null && said.kind === kind ? said.columns : guessColumns(kind, reading.head);
  return (
    <table className="stack columns">
      <thead>
        <tr>
          <th>Column</th>
          <th>First rows</th>
          <th>What it is</th>
        </tr>
      </thead>
      <tbody>
        {reading.head.map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name of their own; heads repeat
          <tr key={at}>
            <th scope="row">{title || <span className="dim3">no head</span>}</th>
            <td data-label="First rows" className="dim">
              {reading.sample
                .map((row) => row[at] ?? "")
                .filter((cell) => cell !== "")
                .slice(0, 3)
                .map(short)
                .join(" · ") || <span className="dim3">empty</span>}
            </td>
            <td>
              <select
                name={columnName(at)}
                defaultValue={guessed[at] ?? ""}
                aria-label={`What “${title || `column ${at + 1}`}” is`}
              >
                <option value="">Not read</option>
                {IMPORT_FIELDS[kind].map((f) => (
                  <option key={f.name} value={f.name}>
                    {f.word}
                    {f.required ? " (needed)" : ""}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What new things are when the file does not say. */
function Defaults({ kind, options }: { kind: ImportKind; options: ImportOptions }) {
  if (kind === "statuses" || kind === "listings") return null;
  return (
    <div className="narrow">
      {kind !== "carriers" && (
        <div className="field">
          <label htmlFor="f-country">Country of new makers</label>
          <div>
            <input
              id="f-country"
              name="country"
              maxLength={2}
              defaultValue={options.country === "ZZ" ? "" : options.country}
              autoComplete="off"
              aria-describedby="f-country-hint"
            />
            <p className="hint" id="f-country-hint">
              Where the file does not say it. Two letters; empty: not known.
            </p>
          </div>
        </div>
      )}
      {kind === "devices" && (
        <div className="field">
          <label htmlFor="f-deviceKind">New devices are</label>
          <div>
            <select
              id="f-deviceKind"
              name="deviceKind"
              defaultValue={options.deviceKind}
              aria-describedby="f-deviceKind-hint"
            >
              {DEVICE_KINDS.map((k) => (
                <option key={k} value={k}>
                  {k}
                </option>
              ))}
            </select>
            <p className="hint" id="f-deviceKind-hint">
              Where the file does not say it. Lists of all certified devices hold televisions beside phones.
            </p>
          </div>
        </div>
      )}
      {kind === "carriers" && (
        <div className="field">
          <label htmlFor="f-carrierKind">New carriers are</label>
          <div>
            <select id="f-carrierKind" name="carrierKind" defaultValue={options.carrierKind}>
              {CARRIER_KINDS.map((k) => (
                <option key={k} value={k}>
                  {k}
                </option>
              ))}
            </select>
            <p className="hint">Where the file does not say it.</p>
          </div>
        </div>
      )}
    </div>
  );
}
