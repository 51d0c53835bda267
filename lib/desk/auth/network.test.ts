import { expect, test } from "vitest";
import { clientAddress, networkBucket, networkPrefix } from "./network.ts";

test.each([
  ["203.0.113.9", "203.0.113.9/32"],
  ["::ffff:203.0.113.9", "203.0.113.9/32"],
  ["::FFFF:203.0.113.9", "203.0.113.9/32"],
  ["::ffff:cb00:7109", "203.0.113.9/32"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:0:0:0:9", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", "unknown"],
  ["evil.example", "unknown"],
])("%s counts as %s", (address, bucket) => expect(networkBucket(address)).toBe(bucket));

test("a thousand addresses inside one /64 are one visitor", () => {
  const buckets = Array.from({ length: 1000 }, (_, n) => networkBucket(`2001:db8:7:7::${n.toString(16)}`));
  expect(new Set(buckets).size).toBe(1);
});

test.each([
  ["203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2::1", "2001:db8:1::/48"],
])("in a log %s is %s", (address, prefix) => expect(networkPrefix(address)).toBe(prefix));

test("what a visitor says of themselves is not believed", () => {
  expect(clientAddress("198.51.100.1", "10.0.0.1, 203.0.113.9", 0)).toBe("198.51.100.1");
});

test("of what is forwarded, only what our own proxies have added counts", () => {
  expect(clientAddress("10.0.0.2", "1.1.1.1, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(clientAddress("10.0.0.2", "1.1.1.1, 203.0.113.9, 10.0.0.1", 2)).toBe("203.0.113.9");
  expect(clientAddress("10.0.0.2", "", 1)).toBe("10.0.0.2");
});

test.each([
  ["203.0.113.7:52344", "203.0.113.7/32"],
  ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["[::ffff:203.0.113.7]:80", "203.0.113.7/32"],
])("a proxy that says the port too, %s, names the same visitor", (forwarded, bucket) => {
  expect(networkBucket(clientAddress("10.0.0.2", forwarded, 1))).toBe(bucket);
});
