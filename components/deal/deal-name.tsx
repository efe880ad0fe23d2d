import Link from "next/link";
import type { Named } from "@/domain/deal-rows";
import { carrierPath, dealPath, type Query } from "@/formats/paths";

type Props = { deal: { readonly device: Named; readonly carrier: Named }; query: Query };

/** A deal by its device, which leads to the deal, and below it the carrier. */
export function DealName({ deal: { device, carrier }, query }: Props) {
  return (
    <>
      <Link prefetch={false} href={dealPath(device.slug, carrier.slug, query)}>
        {device.name}
      </Link>
      <small>
        at{" "}
        <Link className="q" prefetch={false} href={carrierPath(carrier.slug, query)}>
          {carrier.name}
        </Link>
      </small>
    </>
  );
}
