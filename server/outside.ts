import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** What of the world outside a fetch may reach, and how much of it. Tests bring their own, to reach a server of theirs. */
export type Outside = {
  /** All addresses of a name. @throws when it has none */
  readonly addressesOf: (name: string) => Promise<readonly string[]>;
  readonly isOutside: (address: string) => boolean;
  readonly isPort: (port: number) => boolean;
  /** How often a page may send us on. */
  readonly redirects: number;
  /** Of a page: as it comes, and again unpacked. */
  readonly bytes: number;
  /** For all of it: names, redirects and the page. */
  readonly milliseconds: number;
};

/** Nothing inside any network, the usual ports, and little of it (docs/promises.md, S7). */
export const OUTSIDE: Outside = {
  addressesOf: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  isOutside: (address) => isPublicAddress(address) && !isOwnAddress(address),
  isPort: (port) => port === 80 || port === 443,
  redirects: 3,
  bytes: 2 * 1024 * 1024,
  milliseconds: 10_000,
};

/** Where all public IPv6 addresses are; the forms that wrap an IPv4 address in zeros lie outside it. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an IP address belongs to the public web: not to this machine, a private network, a link, a tunnel that wraps an
 * IPv4 address, or a range kept for something else. What is no IP address does not.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || address.match(GLOBAL_UNICAST);
}

/** This machine under a public address of its own, where what listens may trust it. */
const isOwnAddress = (address: string): boolean =>
  Object.values(networkInterfaces()).some((all) => all?.some((own) => sameAddress(own.address, address)));

const sameAddress = (a: string, b: string): boolean =>
  ipaddr.isValid(a) && ipaddr.parse(a).toNormalizedString() === ipaddr.parse(b).toNormalizedString();
