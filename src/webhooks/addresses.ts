import { BlockList, isIP } from 'node:net';

/*
 * Addresses that webhooks may not reach: those of this machine and its networks, and those that stand for others. Sources:
 * IANA's registries of special-purpose addresses for IPv4 (RFC 6890) and IPv6.
 */

const refused = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3]
] as const)
  refused.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only this is handed out to the public; loopback, mapped, link-local, unique local and multicast lie outside. */
const publicSix = new BlockList();
publicSix.addSubnet('2000::', 3, 'ipv6');

/** Within it: Teredo and other protocols' own, documentation, and 6to4, which carries an IPv4 address. */
const refusedSix = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
] as const)
  refusedSix.addSubnet(network, bits, 'ipv6');

/** Whether an IP address belongs to the public internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !refused.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('.')) return false;
  return publicSix.check(address, 'ipv6') && !refusedSix.check(address, 'ipv6');
}
