/** Names that are also words. They count only in capitals and with support from the words around them or from the rest of the text. */
const EVERYDAY =
  "active air alpha amazing android arc ascend atom au aura axis beat bell big blade bliss bold boost brave breeze bright bullet charge circle classic club code comet cricket crystal curve danger dare dash defiant desire dna dream droid duo edge elite energy enjoy epic essential event evo explorer express fido fire first flip fold force fusion galaxy gem glory go gravity hero honor horizon hydrogen idol impulse incredible infinity intensity iris joy jolt journey jump kin leap legend light magic mate max mercury metro mini moment momentum motion move neo next note nothing nova now one optimus orange palm pearl pixel play plus prevail prime prism pro pulse pure quest rally razr reality red rhyme rise rival rogue rush salute saga samba sense sensation shift shine sharp slide smart snap solo spark sprint star storm streak style sunrise surround swift target thrill thunder titan torch touch tour tribute trophy true turbo ultra union unite velvet vibe view virgin visible vision vista vivid vivo volt wave wing wonder zest zio zone three two x y z";

const WORDS = new Set(EVERYDAY.split(" "));

/** Whether a one-word name could be an ordinary word where it stands. */
export const isEveryday = (lower: string): boolean => lower.length <= 2 || WORDS.has(lower);

/** Words after which a capital name is a thing: "the First", "a Storm", "its Dream". */
export const POINTERS = new Set(
  "the a an this that its his their our new latest original upcoming first-generation foldable".split(" "),
);

/** What makes another device of a name when it follows directly: Galaxy S4 *Mini*, Mate 20 *X*. */
export const VARIANTS = new Set(
  "mini plus pro max ultra lite active edge xl se fe premier compact tablet zoom note fold flip neo prime duo play force turbo x ii iii iv 2 3 4 5 6 7 8 9 10 4g 5g uw plus s c e v z".split(
    " ",
  ),
);
