import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import type { Named } from "@/domain/deal-rows";
import type { AliasText } from "@/domain/entity-pages";
import type { AliasKind } from "@/domain/status";
import { ALIAS_KIND_WORDS } from "@/domain/words";

type Meta = readonly [string, ReactNode];

const ORDER: readonly AliasKind[] = ["name", "model", "code-name", "mcc-mnc", "wikidata"];
const MANY: Readonly<Record<AliasKind, string>> = {
  ...Object.fromEntries(Object.entries(ALIAS_KIND_WORDS).map(([kind, word]) => [kind, capital(word)])),
  name: "Also called",
} as Record<AliasKind, string>;

/** Other names and external ids, a fact a kind. `name`: not repeated. */
export function aliasMeta(aliases: readonly AliasText[], name: string): Meta[] {
  return ORDER.flatMap((kind) => {
    const own = aliases.filter((a) => a.kind === kind && a.text !== name).map((a) => a.text);
    if (own.length === 0) return [];
    return [[MANY[kind], <bdi key={kind}>{own.join(", ")}</bdi>] as const];
  });
}

/** Names as links, "A, B and C". */
export function NameLinks({ names, hrefOf }: { names: readonly Named[]; hrefOf: (slug: string) => string }) {
  return names.map((one, i) => (
    <Fragment key={one.slug}>
      {i > 0 && (i === names.length - 1 ? " and " : ", ")}
      <Link prefetch={false} href={hrefOf(one.slug)}>
        {one.name}
      </Link>
    </Fragment>
  ));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
