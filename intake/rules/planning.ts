import { type Deed, rules } from "./rule";

/** How texts say that a sale is planned, in words that are a plan whatever their time. */
export const PLANNING = rules<Deed>([
  {
    id: "pre-order",
    says: "Orders are taken before the sale begins.",
    effect: "preorder",
    frame: "either",
    patterns: [
      "pre-order",
      "on|open pre-sale|presale",
      "pre-sale|presale *2 begin|start|open",
      "preorder",
      "take|accept|open *3 pre-order|preorder|reservation",
      "order *2 in advance",
      "advance order|booking",
      "reserve",
    ],
    example: "Verizon opened pre-orders for the Mate 10 Pro.",
  },
  {
    id: "deal-to-sell",
    says: "A seller agrees to sell a device.",
    effect: "plan",
    frame: "seller",
    patterns: [
      "strike|sign|ink|reach|seal|secure|announce|clinch|land|win *4 deal|agreement|pact|contract|partnership *2 to sell|carry|offer|launch|stock|distribute|bring",
      "have a|an|the|its *2 deal|agreement|pact|contract|partnership *2 to sell|carry|offer|launch|stock|distribute|bring",
      "sign|line up *1 to sell|carry|offer|launch|stock|range",
      "strike|sign|ink|reach|seal|clinch *4 exclusive *2 deal|agreement|pact|contract",
      "agree to sell|carry|offer|launch|stock|range|take",
      "deal|agreement|plan|commitment to sell|carry|offer|launch|stock|range|bring",
      "promise *3 @product|{phone}|{pronoun}",
    ],
    example: "Verizon has signed a deal to sell the Mate 10 Pro.",
  },
  {
    id: "partners",
    says: "A maker sells with a seller as its partner.",
    effect: "plan",
    patterns: [
      "partner with *3 @seller",
      "team|tie up with *3 @seller",
      "join forces with *3 @seller",
      "choose|pick|select|name *2 @seller *3 as|for",
      "list *2 @seller *6 as|among *3 {carrier}|partner",
      "list|name *2 @seller *4 as|among",
    ],
    example: "Huawei is teaming up with Verizon for the Mate 10 Pro.",
  },
  {
    id: "goes-ahead",
    says: "A seller stays with its plan, or prepares it.",
    effect: "plan",
    frame: "seller",
    patterns: [
      "go|press|push ahead with",
      "prepare|gear|ready *3 for *2 {sale}",
      "confirm *2 {plan}",
      "{sale} *5 be set|schedule|slate|plan|due for",
      "still says",
    ],
    example: "Verizon is going ahead with the Mate 10 Pro.",
  },
  {
    id: "announces-for",
    says: "A device is announced for a seller.",
    effect: "plan",
    patterns: [
      "announce|unveil|reveal|confirm *3 @product *3 for|on|at|with *2 @seller",
      "announce *3 launch|release|debut|introduction of *2 @product",
      "coming soon",
    ],
    example: "Huawei announced the Mate 10 Pro for Verizon.",
  },
]);
