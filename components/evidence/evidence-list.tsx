import Link from "next/link";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import type { CertaintyJudgement } from "@/domain/certainty";
import { articlesAndOrigins } from "@/domain/certainty-words";
import type { Evidence, Source, SourceGraph } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import { ATTRIBUTION_WORDS } from "@/domain/words";
import { type Query, sourcePath } from "@/formats/paths";
import { originGroups } from "./origin-groups";

type Props = { judged: CertaintyJudgement; graph: SourceGraph; query: Query };

/** Certainty and why; where it comes from and who retells it. */
export function Support({ judged, graph, query }: Props) {
  const { groups, unnamed } = originGroups(judged, graph);
  const many = groups.length > 1;
  return (
    <div>
      <div className="spread">
        <h3>
          <CertaintyMeter certainty={judged.certainty} disputed={judged.disputed} />
        </h3>
        <b>{articlesAndOrigins(judged)}</b>
      </div>
      <p className="dim">{judged.why}</p>
      {groups.length > 0 && (
        <p className="cap gap">{many ? "Origins, and who retells them" : "Origin, and who retells it"}</p>
      )}
      <ul className="origins">
        {groups.map(({ key, sources, own, retold }) => (
          <li key={key}>
            {sources.map((source) => {
              const said = own.filter((e) => e.source === source.id);
              return said.length > 0 ? (
                said.map((e) => <Piece key={e.id} evidence={e} source={source} query={query} strong />)
              ) : (
                <p key={source.id}>
                  <SourceLink source={source} query={query} strong />{" "}
                  {!source.seen && <span className="tag">nobody here has read it</span>}
                </p>
              );
            })}
            {retold.length > 0 && (
              <ul className="orig">
                {retold.map((e) => (
                  <li key={e.id}>
                    <Piece evidence={e} source={graph.sources.get(e.source)} query={query} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <Pieces title="Does not say where it has it from" evidence={unnamed} graph={graph} query={query} />
      <Pieces
        title="No longer counts: its origin was taken back"
        evidence={judged.fallen}
        graph={graph}
        query={query}
      />
    </div>
  );
}

/** What speaks against a claim, and who would not comment. */
export function Opposition({ judged, graph, query }: Props) {
  return (
    <div>
      <p className="cap">Against it</p>
      {judged.disputes.length === 0 ? (
        <p>No source disputes it.</p>
      ) : (
        <Pieces evidence={judged.disputes} graph={graph} query={query} />
      )}
      <Pieces title="No comment" evidence={judged.noComments} graph={graph} query={query} />
    </div>
  );
}

type PiecesProps = { title?: string; evidence: readonly Evidence[]; graph: SourceGraph; query: Query };

export function Pieces({ title, evidence, graph, query }: PiecesProps) {
  if (evidence.length === 0) return null;
  return (
    <>
      {title && <p className="cap gap">{title}</p>}
      <ul className="pieces">
        {evidence.map((e) => (
          <li key={e.id}>
            <Piece evidence={e} source={graph.sources.get(e.source)} query={query} />
          </li>
        ))}
      </ul>
    </>
  );
}

type PieceProps = { evidence: Evidence; source: Source | undefined; query: Query; strong?: boolean };

/** One piece of evidence: who published it when, on whose word, in which words. */
function Piece({ evidence: { attribution, speaker, quote }, source, query, strong }: PieceProps) {
  const { word, meaning } = ATTRIBUTION_WORDS[attribution];
  return (
    <>
      <p>
        {source ? (
          <SourceLink source={source} query={query} strong={strong} />
        ) : (
          "A source that is not on record"
        )}{" "}
        <span className="tag" title={meaning}>
          {word}
        </span>
      </p>
      {quote && <blockquote>“{quote}”</blockquote>}
      {speaker && <p className="dim">{speaker}</p>}
    </>
  );
}

export function SourceLink({ source, query, strong }: { source: Source; query: Query; strong?: boolean }) {
  return (
    <>
      <Link prefetch={false} href={sourcePath(source.slug, query)} title={source.title ?? undefined}>
        {strong ? <b>{source.publisher}</b> : source.publisher}
      </Link>
      <span className="dim3">, {dateWords(source.published)}</span>
    </>
  );
}
