/** What the press calls a carrier, by the key of its name. A nickname counts as a name wherever that carrier is in the record. */
export const NICKNAMES: Readonly<Record<string, readonly string[]>> = {
  verizon: ["Big Red", "Verizon Wireless", "Verizon Communications", "VZW"],
  att: ["Ma Bell", "AT&T Mobility", "AT&T Wireless"],
  tmobileus: ["Un-carrier", "Uncarrier", "T-Mobile USA", "T-Mo"],
  sprint: ["Sprint Nextel", "Now Network"],
  ee: ["Everything Everywhere"],
};
