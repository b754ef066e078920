/** Purpose: tell the public internet from the networks behind our own door, so that nobody can have Plenary read what only its server can reach. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Reserved by RFC 6890 and its followers: this host, private and shared networks, link-local (where clouds keep their secrets), documentation, multicast. */
const RESERVED_4 = [
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
  ['224.0.0.0', 3],
] as const
/** Of IPv6 only 2000::/3 is public at all; in it, these carry IPv4 addresses, are for documentation or for protocols. */
const RESERVED_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const reserved = new BlockList()
const global6 = new BlockList()
for (const [net, prefix] of RESERVED_4) reserved.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of RESERVED_6) reserved.addSubnet(net, prefix, 'ipv6')
global6.addSubnet('2000::', 3, 'ipv6')

/** @param ip an address in figures, not a name */
export function isPublicAddress(ip: string): boolean {
  if (isIPv4(ip)) return !reserved.check(ip, 'ipv4')
  return isIPv6(ip) && global6.check(ip, 'ipv6') && !reserved.check(ip, 'ipv6')
}
