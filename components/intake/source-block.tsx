import Link from "next/link";
import { SelectField, TextField } from "@/components/forms/field";
import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import { SOURCE_KINDS } from "@/domain/status";
import { SOURCE_KIND_WORDS } from "@/domain/words";
import { sourcePath } from "@/formats/paths";
import { type Desk, MAX_UPSTREAM, sourceField, type UpstreamDraft, upstreamField } from "@/intake/desk/draft";
import type { IntakeState } from "./state";

type Props = { state: IntakeState; desk: Desk };

const inWords = (edtf: string): string => {
  const read = parseEdtf(edtf);
  return read.ok ? dateWords(read.value) : edtf;
};

/** The article as a source, and the reports that it rests on: short, with the fields behind a fold. */
export function SourceBlock({ state, desk }: Props) {
  const at = (name: string) => state.values[sourceField(name)] ?? "";
  const wrong = state.problems.some(({ field }) => field?.startsWith("src.") || field?.startsWith("up."));
  const known = desk.known;
  return (
    <>
      <dl className="intake-source">
        <div>
          <dt>Source</dt>
          <dd>
            <b>{at("publisher") || "publisher not known"}</b>
          </dd>
        </div>
        <div>
          <dt>Published</dt>
          <dd>{inWords(at("published")) || "not known"}</dd>
        </div>
        {desk.upstream.length > 0 && (
          <div>
            <dt>Rests on</dt>
            <dd>
              {desk.upstream.map((report, row) => (
                <Report
                  key={report.publisher}
                  report={report}
                  chosen={state.values[upstreamField(row, "source")] ?? ""}
                />
              ))}
            </dd>
          </div>
        )}
        {known && (
          <div>
            <dt>On record</dt>
            <dd>
              <Link href={sourcePath(known.slug)} prefetch={false}>
                {known.title ?? `${known.publisher}, ${inWords(known.published)}`}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      <input type="hidden" name={sourceField("known")} value={known?.slug ?? ""} />
      <details className="intake-more" open={wrong || at("publisher") === ""}>
        <summary>Change the source</summary>
        {known && (
          <label className="option">
            <input
              type="checkbox"
              name={sourceField("another")}
              value="yes"
              defaultChecked={at("another") === "yes"}
            />{" "}
            This is another article than the one on record
          </label>
        )}
        <TextField state={state} name={sourceField("publisher")} label="Publisher" maxLength={200} />
        <TextField state={state} name={sourceField("title")} label="Headline" maxLength={300} />
        <TextField state={state} name={sourceField("author")} label="Author" maxLength={200} />
        <TextField state={state} name={sourceField("published")} label="Published" maxLength={100} />
        <TextField state={state} name={sourceField("url")} label="Address" type="url" maxLength={2000} />
        <SelectField
          state={state}
          name={sourceField("kind")}
          label="Kind"
          options={SOURCE_KINDS.map((value) => ({ value, word: SOURCE_KIND_WORDS[value] }))}
        />
        <TextField state={state} name={sourceField("lang")} label="Language" maxLength={3} />
        {desk.upstream.slice(0, MAX_UPSTREAM).map((report, row) => (
          <UpstreamFields key={report.publisher} state={state} report={report} row={row} />
        ))}
      </details>
    </>
  );
}

function Report({ report, chosen }: { report: UpstreamDraft; chosen: string }) {
  const known = report.candidates.find(({ slug }) => slug === chosen);
  const words = known
    ? `${known.publisher}, ${inWords(known.published)}`
    : `${report.publisher}, ${inWords(report.published)}`;
  return (
    <span className="report">
      {known ? (
        <Link href={sourcePath(known.slug)} prefetch={false}>
          {words}
        </Link>
      ) : (
        words
      )}{" "}
      {known ? !known.seen && <span className="tag">unseen</span> : <span className="tag">new, unseen</span>}
    </span>
  );
}

/** A cited report: one of the record's, or a new one that nobody here has read. */
function UpstreamFields({ state, report, row }: { state: IntakeState; report: UpstreamDraft; row: number }) {
  const field = (name: string) => upstreamField(row, name);
  return (
    <fieldset className="evidence">
      <legend>Rests on {report.publisher}</legend>
      {report.candidates.length > 0 && (
        <SelectField
          state={state}
          name={field("source")}
          label="Which report"
          options={[
            ...report.candidates.map((source) => ({
              value: source.slug,
              word: `${inWords(source.published)}: ${source.title ?? "headline not known"}`,
            })),
            { value: "", word: "none of these: a new one, unseen" },
          ]}
        />
      )}
      <TextField state={state} name={field("publisher")} label="Publisher" maxLength={200} />
      <TextField
        state={state}
        name={field("published")}
        label="Published"
        hint="If it is new: when it came out, “by 30 Jan 2018” if the text does not say."
        maxLength={100}
      />
    </fieldset>
  );
}
