import Link from "next/link";
import { aboutPath, exportPath } from "@/formats/paths";

/** `viewed`: the page looks at the record, so that its address says what it shows; forms have nothing to share. */
export function Footer({ viewed }: { viewed: boolean }) {
  return (
    <footer>
      <div className="wrap">
        {viewed && <span>The address of this view holds its state: it can be shared and cited.</span>}
        <span className="r">
          Rangebook ·{" "}
          <Link href={exportPath()} prefetch={false}>
            Take the record away
          </Link>{" "}
          ·{" "}
          <Link href={`${aboutPath()}#certainty`} prefetch={false}>
            How certainty is computed
          </Link>{" "}
          ·{" "}
          <Link href={`${aboutPath()}#keyboard`} prefetch={false}>
            Keyboard
          </Link>
        </span>
      </div>
    </footer>
  );
}
