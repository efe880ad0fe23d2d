import { STATEMENT_WORDS } from "@/domain/words";
import type { ProposedStatement } from "@/intake/proposal";
import { type Draft, reference } from "./draft";
import { keyPart } from "./evidence-fields";
import type { Standing } from "./standing";

/** What a party said. The summary is ours: of the article only a quotation of at most twenty words is kept. */
export function statementDraft(statement: ProposedStatement, published: string, standing: Standing): Draft {
  const { org, speaker, stance, quote, about, passage } = statement;
  const known = standing.statements.some(
    (one) => one.stance === stance && [org.slug, org.name].includes(one.org),
  );
  return {
    key: `statement-${org.slug}-${stance}-${keyPart(speaker).slice(0, 24)}`,
    group: known ? "have" : "statement",
    deed: known ? "nothing" : "statement",
    title: `${speaker} ${STATEMENT_WORDS[stance]}`,
    passage,
    before: null,
    status: null,
    fields: {
      speaker,
      org: org.name,
      stance,
      quote: quote ?? "",
      summary: `${speaker} ${STATEMENT_WORDS[stance]}.`,
      date: published,
      device: about.device ? reference(about.device) : "",
      carrier: about.carrier ? reference(about.carrier) : "",
      manufacturer: about.manufacturer ? reference(about.manufacturer) : "",
    },
    reasons: [],
    rests: [],
    questions: [],
    says: known ? ["This article is on record with this statement already."] : [],
    warnings: [],
    newDevice: null,
  };
}
