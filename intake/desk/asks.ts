import { addDays, parseEdtf } from "@/domain/edtf";
import type { Reading } from "@/intake/proposal";
import type { Asks } from "./standing";

/** How far from the day of publication a source may be the same article. A date line and a time zone apart. */
const SAME_ARTICLE_DAYS = 2;

/** What the record must be asked, so that proposals can be told from what it has already. */
export function asksOf(reading: Reading, url: string | null): Asks {
  const pairs = new Map<string, { device: string; carrier: string }>();
  const shelves = new Map<string, { device: string; retailer: string }>();
  const brands = new Map<string, { maker: string; carrier: string }>();
  const brandShelves = new Map<string, { maker: string; retailer: string }>();
  for (const { device, seller, questions } of reading.changes) {
    const sellers = [seller.slug, ...options(questions, "seller")];
    if (device.kind === "brand") {
      const { maker } = device;
      const key = `${maker} ${seller.slug}`;
      if (seller.kind === "carrier") brands.set(key, { maker, carrier: seller.slug });
      else brandShelves.set(key, { maker, retailer: seller.slug });
      continue;
    }
    if (device.kind === "new") continue;
    for (const slug of [device.slug, ...options(questions, "device")]) {
      for (const at of sellers) {
        if (seller.kind === "carrier") pairs.set(`${slug} ${at}`, { device: slug, carrier: at });
        else shelves.set(`${slug} ${at}`, { device: slug, retailer: at });
      }
    }
  }
  const day = parseEdtf(reading.source.published ?? "");
  const [earliest, latest] = day.ok ? [day.value.earliest, day.value.latest] : ["1970-01-01", "2100-12-31"];
  return {
    pairs: [...pairs.values()],
    shelves: [...shelves.values()],
    brands: [...brands.values()],
    brandShelves: [...brandShelves.values()],
    article: {
      url,
      publisher: reading.source.publisher,
      title: reading.source.title,
      from: addDays(earliest, -SAME_ARTICLE_DAYS),
      to: addDays(latest, SAME_ARTICLE_DAYS),
    },
    publishers: reading.upstream.map(({ publisher }) => publisher),
  };
}

const options = (
  questions: Reading["changes"][number]["questions"],
  about: "device" | "seller",
): readonly string[] =>
  questions.filter((question) => question.about === about).flatMap((q) => q.options.map(({ slug }) => slug));
