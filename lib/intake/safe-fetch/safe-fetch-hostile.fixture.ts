/**
 * Addresses that somebody might give us so that we ask our own machine or network, each with the reason it must be
 * refused for. `dns` is what the name service says; a name without it does not exist.
 */
import type { FetchReason } from "./safe-fetch-outcome.ts";

export interface Hostile {
  readonly url: string;
  readonly reason: FetchReason;
  readonly dns?: readonly string[];
  /** What it comes to as the target of a redirect, where a reference without a scheme means something else. */
  readonly redirected?: FetchReason;
}

/** What the tests give as our own. */
export const OWN = ["belagt.example", "evidence.belagt.example", "8.8.4.4", "dev.belagt.example:3000"];

const all = (reason: FetchReason, urls: readonly string[]): Hostile[] => urls.map((url) => ({ url, reason }));
const named = (reason: FetchReason, names: Readonly<Record<string, readonly string[]>>): Hostile[] =>
  Object.entries(names).map(([name, dns]) => ({ url: `http://${name}/`, reason, dns }));

const LOOPBACK = [
  "http://127.0.0.1/",
  "https://127.0.0.1/",
  "http://127.1/",
  "http://127.0.1/",
  "http://127.255.255.254/",
  "http://127.1.2.3:80/",
  "http://0x7f.1/",
  "http://0x7f000001/",
  "http://0X7F.0x0.0x0.0x1/",
  "http://2130706433/",
  "http://017700000001/",
  "http://0177.0.0.1:000080/",
  "http://00000000177.0.0.1/",
  "http://①②⑦.⓪.⓪.①/",
  "http://１２７.０.０.１/",
  "http://127。0。0。1/",
  "http://127%2e0.0.1/",
  "http://%31%32%37.0.0.1/",
  "http://127.0.0.1./",
  "http://0/",
  "http://0.0.0.0/",
  "http://0.1.2.3/",
  "http:\\\\127.0.0.1\\admin",
  "http:///127.0.0.1/",
  "https:127.0.0.1/",
  "HTTP://127.0.0.1/",
  "  http://127.0.0.1/  ",
  "ht\ttp://127.0.\t0.1/",
  "http://127.0.0.1#@x",
  "http://127.0.0.1?@example.org/",
  "http://127.0.0.1\\@example.org/",
  "http://127.0.0.1:443/",
  "https://127.0.0.1:80/",
  "http://127.0.0.1:22/",
];

const NEIGHBOURS = [
  "http://10.0.0.1/",
  "http://10.255.255.255/",
  "http://012.0.0.1/",
  "http://100.64.0.1/",
  "http://100.100.100.200/latest/meta-data/",
  "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
  "http://１６９.２５４.１６９.２５４/",
  "http://0xa9fea9fe/",
  "http://2852039166/",
  "http://169.254.170.2/v2/credentials",
  "http://168.63.129.16/metadata",
  "http://172.16.0.1/",
  "http://172.31.255.255/",
  "http://192.0.0.192/",
  "http://192.0.2.1/",
  "http://192.88.99.1/",
  "http://192.168.0.1/",
  "http://192.168.1/",
  "http://198.18.0.1/",
  "http://198.19.255.255/",
  "http://198.51.100.1/",
  "http://203.0.113.1/",
  "http://224.0.0.1/",
  "http://239.255.255.250:80/",
  "http://240.0.0.1/",
  "http://255.255.255.255/",
];

const IPV6 = [
  "http://[::]/",
  "http://[::1]/",
  "https://[::1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::1]:443/",
  "http://[::127.0.0.1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[0000:0000:0000:0000:0000:FFFF:7F00:0001]/",
  "http://[::ffff:169.254.169.254]/",
  "http://[::ffff:0:127.0.0.1]/",
  "http://[::ffff:8.8.8.8]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[64:ff9b::a9fe:a9fe]/",
  "http://[64:ff9b:1::7f00:1]/",
  "http://[100::1]/",
  "http://[2001::7f00:1]/",
  "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/",
  "http://[2001:10::1]/",
  "http://[2001:20::1]/",
  "http://[2001:db8::1]/",
  "http://[2002:7f00:1::]/",
  "http://[2002:a9fe:a9fe::1]/",
  "http://[3fff::1]/",
  "http://[5f00::1]/",
  "http://[fc00::1]/",
  "http://[fd00:ec2::254]/latest/meta-data/",
  "http://[fd12:3456:789a::1]/",
  "http://[fe80::1]/",
  "http://[fec0::1]/",
  "http://[ff02::1]/",
];

const NAMES = [
  "http://localhost/",
  "https://localhost/",
  "http://LOCALHOST/",
  "http://localhost./",
  "http://localhost。/",
  "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
  "http://db.localhost/",
  "http://localhost.localdomain/",
  "http://intranet/",
  "http://postgres/",
  "http://metadata/computeMetadata/v1/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://metadata.google.internal./computeMetadata/v1/",
  "http://METADATA.GOOGLE.INTERNAL/",
  "http://metadata.goog/",
  "http://metadata.azure.internal/",
  "http://metadata.tencentyun.com/",
  "http://instance-data.ec2.internal/",
  "http://host.docker.internal/",
  "http://printer.local/",
  "http://printer.local./",
  "http://kubernetes.default.svc/",
  "http://kubernetes.default.svc.cluster.local/",
  "http://router.home.arpa/",
  "http://nas.lan/",
];

/** The name looks public; what it leads to is not. */
const RESOLVED = named("private-address", {
  "loopback.example.org": ["127.0.0.1"],
  "loopback6.example.org": ["::1"],
  "127.0.0.1.nip.example.org": ["127.0.0.1"],
  "zero.example.org": ["0.0.0.0"],
  "unspecified.example.org": ["::"],
  // A chain of aliases that ends at a cloud's metadata: the name service answers with where it ends.
  "alias-of-metadata.example.org": ["169.254.169.254"],
  "private-v6-beside-public-v4.example.org": ["93.184.215.14", "fd00::1"],
  "private-v4-beside-public-v6.example.org": ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", "10.0.0.1"],
  "last-of-many.example.org": ["93.184.215.14", "1.1.1.1", "8.8.8.8", "192.168.0.1"],
  "mapped.example.org": ["::ffff:127.0.0.1"],
  "nat64.example.org": ["64:ff9b::7f00:1"],
  "6to4.example.org": ["2002:7f00:1::"],
  "teredo.example.org": ["2001:0:7f00:1::"],
  "link-local.example.org": ["fe80::1%eth0"],
  "no-address-at-all.example.org": ["localhost"],
});

const SCHEMES = [
  "file:///etc/passwd",
  "file://127.0.0.1/etc/passwd",
  "ftp://127.0.0.1/",
  "gopher://127.0.0.1:70/_GET",
  "data:text/html,<h1>x</h1>",
  "javascript:fetch('http://127.0.0.1')",
  "blob:http://127.0.0.1/1",
  "ws://127.0.0.1/",
  "wss://127.0.0.1/",
  "view-source:http://127.0.0.1/",
  "jar:http://127.0.0.1!/x",
  "ldap://127.0.0.1/",
  "dict://127.0.0.1:11211/stat",
  "about:blank",
  "mailto:redaktion@belagt.example",
  "http://",
  "http://[::1/",
  "http://[fe80::1%25eth0]/",
  "http://127.0.0.1:65536/",
  "http://127.0.0.1:-1/",
  "http://256.256.256.256/",
  "http://1.2.3.4.5/",
  "http://exa mple.org/",
  "http://example..org/",
  "http://example.org../",
  `http://${"a".repeat(64)}.example.org/`,
];

export const HOSTILE: readonly Hostile[] = [
  ...all("private-address", [...LOOPBACK, ...NEIGHBOURS, ...IPV6, ...NAMES]),
  ...RESOLVED,
  ...all("not-a-web-address", SCHEMES),
  { url: "//127.0.0.1/", reason: "not-a-web-address", redirected: "private-address" },
  { url: "/\\127.0.0.1/", reason: "not-a-web-address", redirected: "private-address" },
  { url: "\\\\[::1]\\", reason: "not-a-web-address", redirected: "private-address" },
  ...all("has-credentials", [
    "http://example.org@127.0.0.1/",
    "http://example.org:80@127.0.0.1/",
    "http://user:password@example.org/",
    "https://:x@example.org/",
    "http://example.org%2f@127.0.0.1/",
  ]),
  ...all("port-not-allowed", [
    "http://example.org:22/",
    "http://example.org:25/",
    "http://example.org:3000/",
    "http://example.org:5432/",
    "http://example.org:6379/",
    "http://example.org:8080/",
    "https://example.org:8443/",
    "http://example.org:65535/",
    "http://8.8.8.8:53/",
    "http://[2606:4700:4700::1111]:9200/",
    "http://example.org:0/",
  ]),
  ...all("own-address", [
    "http://belagt.example/",
    "https://belagt.example./claims/x",
    "https://BELAGT.example:8443/",
    "https://evidence.belagt.example/",
    "http://8.8.4.4/",
    "http://0x08080404/",
    "http://dev.belagt.example:3000/",
  ]),
  ...named("own-address", { "alias-of-ours.example.org": ["8.8.4.4"] }),
  ...named("name-not-found", { "nothing.example.org": [] }),
  { url: "http://no-such-name.example.org/", reason: "name-not-found" },
  ...all("too-long", [
    `http://example.org/${"a".repeat(2048)}`,
    `http://example.org/?${"å".repeat(700)}`,
    `http://127.0.0.1/${"a".repeat(100_000)}`,
  ]),
];

/** The name service of the tests: answers from the list above, and counts. */
export function hostileNames(more: Readonly<Record<string, readonly string[]>> = {}) {
  const names = new Map<string, readonly string[]>(Object.entries(more));
  for (const { url, dns } of HOSTILE) if (dns) names.set(new URL(url).hostname, dns);
  const asked: string[] = [];
  const resolve = async (host: string): Promise<string[]> => {
    asked.push(host);
    const found = names.get(host);
    if (!found) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
    return [...found];
  };
  return { resolve, asked };
}
