import { nameKey } from "@/domain/names";

/** Names of the press that a reporting phrase may carry, beside the publishers that the record knows. */
const PRESS =
  "Bloomberg|Reuters|The Wall Street Journal|The New York Times|The Washington Post|Financial Times|The Information|Associated Press|AP|AFP|Agence France-Presse|Dow Jones|USA Today|CNBC|CNN|CNN Money|BBC|BBC News|The Guardian|The Times|The Sunday Times|The Telegraph|The Daily Telegraph|The Independent|Forbes|Fortune|Business Insider|BusinessWeek|TechCrunch|The Verge|Engadget|Gizmodo|CNET|CNET News|ZDNet|PCMag|PC Magazine|PCWorld|Wired|Ars Technica|Mashable|VentureBeat|GigaOM|AllThingsD|All Things D|Recode|Re/code|Android Central|Android Police|Android Authority|Droid Life|Phandroid|PhoneArena|PhoneScoop|Phone Scoop|PhoneDog|GSMArena|SlashGear|Pocketnow|Pocket-lint|BGR|Boy Genius Report|9to5Mac|9to5Google|MacRumors|AppleInsider|iMore|Windows Central|WPCentral|Neowin|CrackBerry|PreCentral|webOS Nation|TmoNews|MobileSyrup|Mobile News|The Register|The Inquirer|TechRadar|Trusted Reviews|What Mobile|Uswitch|XDA Developers|XDA|FierceWireless|Fierce Wireless|Light Reading|RCR Wireless|RCR Wireless News|Nikkei|Nikkei Asian Review|The Nikkei|Kyodo|Kyodo News|Yonhap|Yonhap News|The Korea Times|The Korea Herald|South China Morning Post|Xinhua|The Times of India|Economic Times|The Economic Times|Business Standard|Mint|NDTV|The Hindu|The Australian|The Sydney Morning Herald|The Age|Ausdroid|Gizmodo Australia|The Globe and Mail|Toronto Star|Financial Post|Le Figaro|Le Monde|Les Echos|Der Spiegel|Focus|El País|Il Sole 24 Ore|Seeking Alpha|TheStreet|MarketWatch|Barron's|Digital Trends|Digitimes|DigiTimes|Tom's Guide|Computerworld|InformationWeek|eWeek|The Mercury News|San Jose Mercury News|Los Angeles Times|Chicago Tribune|The Seattle Times|GeekWire|Axios|Politico|Sky News|NPR|ABC News|CBS News|NBC News|Fox Business|Fox News|Beet.TV|Mobile World Live|TechnoBuffalo|Android Headlines|Unwired View|IntoMobile|Electronista|Gearlog|Laptop Magazine|LaptopMag|Consumer Reports|CRN|UBI|Ubergizmo|HotHardware|Liliputing|Sammobile|SamMobile|Evan Blass|@evleaks|evleaks";

/** Short names of papers, and the names under which they are known. */
const PRESS_SHORT: ReadonlyMap<string, string> = new Map([
  ["wsj", "The Wall Street Journal"],
  ["nyt", "The New York Times"],
  ["ft", "Financial Times"],
  ["scmp", "South China Morning Post"],
  ["bgr", "BGR"],
]);

const known = new Map(PRESS.split("|").map((name) => [nameKey(name.replace(/^The /, "")), name]));

/** The full name of a paper that the text calls `name`; null when it is none that is known here. */
export function pressName(name: string, publishers: ReadonlyMap<string, string>): string | null {
  const bare = name.replace(/^the /i, "");
  const key = nameKey(bare);
  const short = /^\p{Lu}+$/u.test(bare) ? PRESS_SHORT.get(key) : undefined;
  return short ?? known.get(key) ?? publishers.get(key) ?? publishers.get(nameKey(`The ${bare}`)) ?? null;
}
