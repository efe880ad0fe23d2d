import { Random } from "@/bench/world/random";

/** How many devices one maker has. */
const PER_MAKER = 125;
const KINDS = ["phone", "phone", "phone", "tablet", "watch", "hotspot"] as const;
const SERIES = ["Nova", "Mira", "Polar", "Onyx", "Vela", "Quartz", "Terra", "Lumen"] as const;

/** A vendor's list of so many devices as CSV, the same one each time, made while it is read. */
export async function* deviceList(rows: number): AsyncGenerator<Buffer> {
  const random = new Random(50);
  let text = "manufacturer,name,kind,announced,models,code_names,aliases\n";
  for (let n = 0; n < rows; n++) {
    const maker = `Maker ${1 + Math.floor(n / PER_MAKER)}`;
    const code = random.bits().toString(36).toUpperCase();
    const name = `${SERIES[n % SERIES.length]} ${n}`;
    const day = `20${10 + (random.bits() % 15)}-${String(1 + (random.bits() % 12)).padStart(2, "0")}`;
    text += `${maker},${name},${KINDS[random.bits() % KINDS.length]},${day},M${n}-${code};M${n}-${code}X,c${n}${code.toLowerCase()},${name} LTE\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}
