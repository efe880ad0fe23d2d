import Link from "next/link";
import type { LogSubject } from "@/domain/record-log";
import {
  carrierPath,
  dealPath,
  devicePath,
  manufacturerPath,
  policyPath,
  retailerPath,
  sourcePath,
} from "@/formats/paths";

const PATHS: Readonly<Record<string, (slug: string) => string>> = {
  manufacturers: manufacturerPath,
  carriers: carrierPath,
  retailers: retailerPath,
  devices: devicePath,
  listings: devicePath,
  sources: sourcePath,
  policy: policyPath,
};

/** The name of what a deed was about, leading to its page where it has one. */
export function SubjectLink({ subject }: { subject: LogSubject | null }) {
  if (!subject) return <span className="dim3">something that was merged since</span>;
  const { kind, name, slugs } = subject;
  const [slug, carrier] = slugs;
  const href =
    slug === undefined ? null : carrier === undefined ? PATHS[kind]?.(slug) : dealPath(slug, carrier);
  if (!href) return name;
  return (
    <Link prefetch={false} href={href}>
      {name}
    </Link>
  );
}
