import { X509Certificate } from "node:crypto";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { safeFetch } from "./safe-fetch.ts";
import { closeSites, rawSite, reaching, type Site, secureSite } from "./safe-fetch-server.fixture.ts";
import { issued } from "./safe-fetch-tls.fixture.ts";

const NAME = "page.example.org";
const trusted = getCACertificates("default");
const authority = await issued({ name: "Authority of the tests", authority: true });

beforeAll(() => setDefaultCACertificates([authority.cert]));
afterAll(() => setDefaultCACertificates(trusted));
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await closeSites();
});

const hello = (socket: { end: (text: string) => unknown }) => socket.end("HTTP/1.1 200 OK\r\n\r\nhej");
const good = await issued({ name: NAME, by: authority });

interface Wanting {
  readonly what: string;
  readonly detail: string;
  readonly at: () => Promise<Site>;
}

const WANTING: readonly Wanting[] = [
  {
    what: "signed by itself",
    detail: "DEPTH_ZERO_SELF_SIGNED_CERT",
    at: async () => secureSite(await issued({ name: NAME }), hello),
  },
  {
    what: "that has expired",
    detail: "CERT_HAS_EXPIRED",
    at: async () => {
      const yesterday = new Date(Date.now() - 86_400_000);
      return secureSite(await issued({ name: NAME, by: authority, ends: yesterday }), hello);
    },
  },
  {
    what: "for another host",
    detail: "ERR_TLS_CERT_ALTNAME_INVALID",
    at: async () => secureSite(await issued({ name: "other.example.org", by: authority }), hello),
  },
  {
    what: "of an authority that nobody trusts",
    detail: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    at: async () => {
      const stranger = await issued({ name: "Stranger", authority: true });
      return secureSite(await issued({ name: NAME, by: stranger }), hello);
    },
  },
  {
    what: "used with TLS 1.1",
    detail: "tlsv1 alert protocol version",
    at: () => {
      const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
      return secureSite({ cert: good.cert, key: good.key, ...old }, hello);
    },
  },
  {
    what: "that is none, but open HTTP",
    detail: "wrong version number",
    at: () => rawSite((socket) => hello(socket)),
  },
  { what: "that is none, but a hang-up", detail: "ECONNRESET", at: () => rawSite((socket) => socket.end()) },
];

describe("a certificate", () => {
  test("that holds is kept with the page", async () => {
    const page = await secureSite({ cert: good.cert, key: good.key }, hello);
    const outcome = await safeFetch(`${page.url}/`, reaching(page));
    expect(outcome).toMatchObject({
      ok: true,
      body: Buffer.from("hej"),
      hops: [
        { tlsPeerSha256: new X509Certificate(good.cert).fingerprint256.replaceAll(":", "").toLowerCase() },
      ],
    });
  });

  test.each(WANTING)("$what is a failure", async ({ at, detail }) => {
    const page = await at();
    const outcome = await safeFetch(`https://${page.at}/`, reaching(page));
    expect(outcome).toMatchObject({ ok: false, reason: "tls-failed", detail, hops: [] });
  });

  test("is checked whatever the environment says", async () => {
    const page = await secureSite(await issued({ name: NAME }), hello);
    // Node.js warns of the setting; that it changes nothing here is the point.
    vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    expect(await safeFetch(`${page.url}/`, reaching(page))).toMatchObject({ reason: "tls-failed" });
  });

  test("that never comes is not waited for", async () => {
    const page = await rawSite(() => {});
    const options = { ...reaching(page), connectTimeout: 200 };
    expect(await safeFetch(`https://${page.at}/`, options)).toMatchObject({
      reason: "timed-out",
      detail: "connecting",
    });
  });
});

test("an encrypted page cannot send us to an open one", async () => {
  const open = await rawSite((socket) => hello(socket), "open.example.org");
  const page = await secureSite({ cert: good.cert, key: good.key }, (socket) =>
    socket.end(`HTTP/1.1 302 Found\r\nLocation: ${open.url}/\r\n\r\n`),
  );
  const outcome = await safeFetch(`${page.url}/`, reaching(page, open));
  expect(outcome).toMatchObject({ ok: false, reason: "insecure-redirect", hops: [{ status: 302 }] });
  expect(open.connections()).toBe(0);
});

test("an open page may send us to an encrypted one", async () => {
  const page = await secureSite({ cert: good.cert, key: good.key }, hello);
  const open = await rawSite((socket) => socket.end(`HTTP/1.1 301 Moved\r\nLocation: ${page.url}/\r\n\r\n`));
  expect(await safeFetch(open.url, reaching(page, open))).toMatchObject({
    ok: true,
    finalUrl: `${page.url}/`,
  });
});
