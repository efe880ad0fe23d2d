/** Words for a device of any kind. Singular; the plural is found by its form. */
export const PHONES: ReadonlySet<string> = new Set(
  "phone handset smartphone telephone version device cellphone gadget model tablet phablet slate watch smartwatch flagship product hardware superphone hotspot range portfolio lineup line-up clamshell slider foldable".split(
    " ",
  ),
);

/** Words for a carrier or a shop. */
export const SELLERS: ReadonlySet<string> = new Set(
  "carrier operator network telco provider telecom company firm retailer chain giant shop store".split(" "),
);
export const CARRIERS: ReadonlySet<string> = new Set(
  "carrier operator network telco provider telecom".split(" "),
);
export const SHOPS: ReadonlySet<string> = new Set("retailer chain shop store reseller e-tailer".split(" "));
export const MAKERS: ReadonlySet<string> = new Set(
  "maker manufacturer vendor company firm brand giant".split(" "),
);
