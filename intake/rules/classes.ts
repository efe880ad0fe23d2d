import { CARRIERS, MAKERS, PHONES, SELLERS, SHOPS } from "./nouns";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Classes of words that rules name in braces. Base forms. */
export const WORD_CLASSES: Readonly<Record<string, ReadonlySet<string>>> = {
  phone: PHONES,
  seller: SELLERS,
  carrier: CARRIERS,
  shop: SHOPS,
  makers: MAKERS,
  be: words("be get 's 're is are was were"),
  /** The sale of a thing, as a noun. */
  sale: words(
    "sale launch release debut rollout roll-out introduction distribution shipment pre-order preorder order reservation stock inventory availability shipping delivery exchange unit",
  ),
  /** An intention or an agreement, as a noun. */
  plan: words(
    "plan deal partnership agreement pact contract arrangement talk negotiation commitment tie-up launch",
  ),
  /** Where things are sold. */
  shelf: words(
    "shelf store shop site website webshop page lineup line-up range portfolio catalog catalogue list inventory channel roster line counter offering",
  ),
  pronoun: words("it them they this these those that one both"),
  /** What is about something else than a sale; no gap of a rule crosses it. */
  noise: words(
    "price cost fee discount label requirement rebate promotion update upgrade patch firmware software feature tariff subscription case cover accessory charger insurance refund warranty rumor rumour speculation ranking share stock-price trial lawsuit bid merger takeover acquisition ban bill restriction tax ad advert commercial campaign forecast guidance job employee staff worker call network-wide top chart rank best-seller bestseller best-selling",
  ),
};
