import Link from "next/link";
import type { Named } from "@/domain/deal-rows";
import { devicePath, manufacturerPath, type Query } from "@/formats/paths";

type Props = {
  device: Named;
  /** null on a page that is about the maker. */
  maker: Named | null;
  query: Query;
};

/** A device by its name, and by its maker's before it where the name does not begin with that. */
export function DeviceName({ device, maker, query }: Props) {
  return (
    <>
      {maker && !device.name.startsWith(maker.name) && (
        <>
          <Link className="q dim3 of-maker" prefetch={false} href={manufacturerPath(maker.slug, query)}>
            {maker.name}
          </Link>{" "}
        </>
      )}
      <Link prefetch={false} href={devicePath(device.slug, query)}>
        {device.name}
      </Link>
    </>
  );
}
