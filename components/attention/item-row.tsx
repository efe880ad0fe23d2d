import Link from "next/link";
import type { ReactNode } from "react";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import type { AttentionItem } from "@/domain/attention";
import { itemWords } from "@/domain/attention-words";
import { articlesAndOrigins } from "@/domain/certainty-words";
import { dateWords, dayWords } from "@/domain/date-words";
import type { Actor } from "@/domain/permissions";
import { countryName } from "@/formats/countries";
import { carrierPath, dealPath, devicePath, sourcePath } from "@/formats/paths";
import { mendingOf } from "./mending";

type Props = {
  item: AttentionItem;
  actor: Actor;
  /** Where the form to put it off opens. */
  putHref: string;
  /** That form, when it is open. */
  putting?: ReactNode;
};

const PATH = { source: sourcePath, carrier: carrierPath, device: devicePath } as const;

/** One thing that needs attention: what it is, and the ways to mend it. */
export function ItemRow({ item, actor, putHref, putting }: Props) {
  const words = itemWords(item);
  return (
    <li>
      <div>
        <About about={item.about} />
      </div>
      <span className="btns">
        {mendingOf(item, actor).map(({ word, href }) => (
          <Link key={word} className="btn s" prefetch={false} href={href} aria-label={`${word}: ${words}`}>
            {word}
          </Link>
        ))}
        {!putting && (
          <Link className="btn s t" prefetch={false} href={putHref} aria-label={`Put off: ${words}`}>
            Put off…
          </Link>
        )}
      </span>
      {putting}
    </li>
  );
}

function About({ about }: Pick<AttentionItem, "about">) {
  if (about.of === "claim") {
    const { device, carrier, target } = about;
    return (
      <>
        <span className="what">
          <Link prefetch={false} href={dealPath(device.slug, carrier.slug)}>
            {device.name} at {carrier.name}
          </Link>
          <StatusWord status={about.status} />
          <span>{dateWords(about.effective)}</span>
          <CertaintyMeter certainty={about.certainty} disputed={about.disputed} />
        </span>
        <small>
          {countryName(carrier.country)} ·{" "}
          {articlesAndOrigins({ articles: about.articles, origins: { length: about.origins } })}
          {target && ` · sale was to begin ${dateWords(target)}`} · last heard of {dayWords(about.heard)}
        </small>
      </>
    );
  }
  if (about.of === "twins") {
    const path = PATH[about.entity];
    return (
      <>
        <span className="what">
          <Link prefetch={false} href={path(about.one.slug)}>
            {about.one.name}
          </Link>
          <Link prefetch={false} href={path(about.other.slug)}>
            {about.other.name}
          </Link>
        </span>
        <small>{about.entity === "carrier" ? countryName(about.more) : about.more}</small>
      </>
    );
  }
  return (
    <span className="what">
      <Link prefetch={false} href={PATH[about.of](about.thing.slug)}>
        {about.thing.name}
      </Link>
      <span className="dim3">{about.of === "carrier" ? countryName(about.more) : about.more}</span>
    </span>
  );
}
