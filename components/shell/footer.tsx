import Link from "next/link";
import { aboutPath, exportPath } from "@/formats/paths";

export function Footer() {
  return (
    <footer>
      <div className="wrap">
        <span>The address of this view holds its state: it can be shared and cited.</span>
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
