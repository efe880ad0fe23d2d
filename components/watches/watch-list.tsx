import Link from "next/link";
import { SubjectLink } from "@/components/log/subject-link";
import { SmallForm } from "@/components/people/small-form";
import { counted } from "@/components/timeline/words";
import { instantWords } from "@/domain/date-words";
import { deedWords } from "@/domain/record-log";
import type { Watched, WatchNews } from "@/domain/watches";
import type { FormState } from "@/formats/form-state";
import { type LogKind, logPath } from "@/formats/paths";

type Props = {
  watched: readonly Watched[];
  forget: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Each thing that is watched, with the latest of what was done since its watcher looked. */
export function WatchList({ watched, forget }: Props) {
  return (
    <ul className="todo">
      {watched.map(({ id, subject, count, news, lookedAt }) => (
        <li key={id}>
          <div>
            <span className="what">
              <b>
                <SubjectLink subject={subject} />
              </b>
              <span className="dim3">
                {count === 0 ? `nothing since ${instantWords(lookedAt)}` : counted(count, "change")}
              </span>
            </span>
            {news.length > 0 && (
              <ul>
                {news.map((one) => (
                  <News key={one.seq} news={one} />
                ))}
              </ul>
            )}
            {count > news.length && subject && (
              <small>
                {count - news.length} more, in{" "}
                <Link
                  prefetch={false}
                  href={logPath(subject.kind as LogKind, subject.slugs[0] ?? "", subject.slugs[1])}
                >
                  its log
                </Link>
                .
              </small>
            )}
          </div>
          <SmallForm
            action={forget}
            values={{ id }}
            button="Stop watching"
            label={`Stop watching ${subject?.name ?? "it"}`}
          />
        </li>
      ))}
    </ul>
  );
}

function News({ news: { at, action, by, subject, deals } }: { news: WatchNews }) {
  return (
    <li>
      <time className="dim3" dateTime={at}>
        {instantWords(at)}
      </time>{" "}
      <SubjectLink subject={subject} /> <span className="tag">{deedWords(action)}</span>{" "}
      {deals > 0 && (
        <>
          {counted(deals, "deal")} here rest{deals === 1 ? "s" : ""} on it.{" "}
        </>
      )}
      <span className="dim3">{by}</span>
    </li>
  );
}
