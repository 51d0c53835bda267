/**
 * Who may do what, over the network: every page and every action of the build, as every role and as nobody. The roles of
 * the commands behind them are tried in lib/command.test.ts.
 */
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { request as ask } from "node:http";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { ROLES } from "../../lib/core/actor.ts";
import { OPEN_ACTIONS, PAGE_ROLES } from "../fixtures/permissions.ts";
import { rowsOf } from "../fixtures/rows.ts";
import { type ServerAction, serverActions, written } from "../fixtures/server-actions.ts";
import { memberSignedIn } from "../fixtures/signed-in.ts";
import { together } from "../fixtures/together.ts";

const NOBODYS = "01890a5d-ac96-774b-bcce-b302099a8057";

const pages = readdirSync("app/[locale]/(desk)", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);

/** An address that leads to something where there is something to lead to, and to nothing of anybody's elsewhere. */
async function address(page: string): Promise<string> {
  const [row] = await rowsOf<{ claim: string; dispute: string }>(
    `SELECT "id" AS claim, "disputeId" AS dispute FROM "Claim" WHERE "slug" = 'huddinge-social-dumpning'`,
  );
  return page
    .replace("/claims/[id]", `/claims/${row?.claim}`)
    .replace("/disputes/[id]", `/disputes/${row?.dispute}`)
    .replaceAll(/\[\w+\]/g, NOBODYS);
}

const cookieOf = async (role: (typeof ROLES)[number]) => {
  const { cookie } = await memberSignedIn(role);
  return `${cookie.name}=${cookie.value}`;
};

/** Rows of everything a form could write. Who has been seen, tries and challenges of passkeys are not among it. */
async function rows(): Promise<Record<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
      AND table_name NOT IN ('_prisma_migrations', 'Session', 'Member', 'Credential', 'TwoFactor', 'Verification', 'Attempt', 'Submission')`,
  );
  const [counts] = await rowsOf<Record<string, string>>(
    `SELECT ${tables.map(({ name }) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(", ")}`,
  );
  return counts ?? {};
}

test("Every page of the desk has a line in the table of permissions, and every line a page", () => {
  expect(pages.toSorted()).toEqual(Object.keys(PAGE_ROLES).toSorted());
});

test("Every page of the desk opens for its roles and for nobody else", async ({ request }) => {
  const cookies = new Map(
    await Promise.all(ROLES.map(async (role) => [role, await cookieOf(role)] as const)),
  );
  const wrong: string[] = [];
  await together(Object.entries(PAGE_ROLES), async ([page, least]) => {
    const path = await address(page);
    const anonymous = await request.get(path, { maxRedirects: 0 });
    if (
      ![303, 307].includes(anonymous.status()) ||
      !/^\/sign-in\?next=/.test(anonymous.headers().location ?? "")
    )
      wrong.push(`${path} answers ${anonymous.status()} to nobody`);
    for (const role of ROLES) {
      const answer = await request.get(path, {
        headers: { cookie: cookies.get(role) ?? "" },
        maxRedirects: 0,
      });
      const status = answer.status();
      const may = ROLES.indexOf(role) >= ROLES.indexOf(least);
      // Past the gate an address may lead to nothing, or on to something else.
      const expected = may ? (path.includes(NOBODYS) ? [200, 404] : [200, 307]) : [403, 404];
      if (!expected.includes(status)) wrong.push(`${path} answers ${status} to a ${role}`);
      if (!/no-store/.test(answer.headers()["cache-control"] ?? ""))
        wrong.push(`${path} may be kept by a cache`);
    }
  });
  expect(wrong).toEqual([]);
});

test("A bypass of the proxy, a prefetch or a payload of data opens no page", async ({ request }) => {
  for (const headers of [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { accept: "text/x-component" },
    { "x-forwarded-host": "evil.example" },
  ] as Record<string, string>[]) {
    for (const path of ["/desk", "/desk/history", "/en/desk/people", "/desk?_rsc=1", "/sv/desk"]) {
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      const text = await answer.text();
      expect(text, `${path} ${JSON.stringify(headers)}`).not.toMatch(/Testperson|Utkast |Lägg till belägg/);
    }
  }
});

test("No method but reading and sending a form does anything at the desk", { tag: "@counts" }, async ({
  request,
  baseURL,
}) => {
  const cookie = await cookieOf("administrator");
  const before = await rows();
  await together(["/desk", "/desk/settings", "/desk/people", "/api/v1/desk/typed"], async (path) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = await request.fetch(path, { method, headers: { cookie, origin: baseURL ?? "" } });
      expect(answer.status(), `${method} ${path}`).toBeLessThan(500);
    }
  });
  expect(await rows()).toEqual(before);
});

test("What does not come from our own pages is refused, whoever's cookie it carries", async ({ request }) => {
  const cookie = await cookieOf("administrator");
  for (const headers of [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "http://localhost.evil.example" },
    { origin: "http://localhost:1" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { "sec-fetch-site": "cross-site" },
  ] as Record<string, string>[]) {
    const answer = await request.post("/desk/settings", {
      headers: { ...headers, cookie },
      form: { name: "x" },
    });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
});

const actions = () => serverActions(NOBODYS);

/** Sends an action what its form would send, with nothing in it but the form's own fields. */
const send = async (
  request: APIRequestContext,
  { id, page }: ServerAction,
  headers: Record<string, string>,
  own: Readonly<Record<string, string>> = {},
) =>
  request.post(page === "" ? "/" : page, {
    headers: { ...headers, "next-action": id },
    multipart: await written({ status: "idle" }, { $key: randomUUID(), ...own }),
    maxRedirects: 0,
  });

/** What the form's own fields may say when somebody else than the form writes them. */
const OWN_FIELDS: readonly Record<string, string>[] = [
  {},
  { $id: NOBODYS, $revision: "1" },
  { $id: NOBODYS, $revision: "2147483648" },
  { $id: NOBODYS, $revision: "1e400" },
  { $id: NOBODYS, $seen: "x" },
  { $id: NOBODYS, $seen: `${"0".repeat(64)},Event ${NOBODYS} 0123456789abcdef,Member x 1` },
  { $id: "x", $form: "\u0001", $next: "//evil.example", $locale: "xx" },
];

test("Every action refuses whoever is not signed in, and a blank form writes nothing for anybody", {
  tag: "@counts",
}, async ({ request, baseURL }) => {
  test.setTimeout(180_000);
  const all = actions();
  expect(all.length).toBeGreaterThan(20);
  const origin = baseURL ?? "";
  const wrong: string[] = [];
  const before = await rows();
  await together(all, async (action) => {
    const anonymous = await send(request, action, { origin });
    const isOpen = action.name in OPEN_ACTIONS;
    if (isOpen ? anonymous.status() >= 500 : anonymous.status() !== 401)
      wrong.push(`${action.name} at ${action.page} answers ${anonymous.status()} to nobody`);
  });
  await together(all, async (action) => {
    // What is no form at all, as somebody's own program could send it.
    const answer = await request.post(action.page === "" ? "/" : action.page, {
      headers: { origin, "next-action": action.id, "content-type": "text/plain;charset=UTF-8" },
      data: "[]",
      maxRedirects: 0,
    });
    if (answer.status() >= 500) wrong.push(`${action.name} answers ${answer.status()} to nonsense`);
  });
  const tries = ROLES.flatMap((role) =>
    all
      .filter(({ name }) => !/sign-in-actions/.test(name))
      .flatMap((action) =>
        (role === "administrator" ? OWN_FIELDS : OWN_FIELDS.slice(0, 1)).map((own) => ({
          role,
          action,
          own,
        })),
      ),
  );
  await together(tries, async ({ role, action, own }) => {
    // Signed in anew each time: some actions end sessions.
    const answer = await send(request, action, { origin, cookie: await cookieOf(role) }, own);
    if (answer.status() >= 500)
      wrong.push(`${action.name} answers ${answer.status()} to a ${role} with ${JSON.stringify(own)}`);
  });
  expect(wrong).toEqual([]);
  expect(await rows()).toEqual(before);
  const names = new Set(all.map(({ name }) => name));
  expect(Object.keys(OPEN_ACTIONS).filter((name) => !names.has(name))).toEqual([]);
});

/** Sends megabytes without saying how many there will be. @returns the status; none when the door was shut on them */
const flood = (url: string, method: string, headers: Record<string, string>, megabytes: number) =>
  new Promise<number | null>((resolve) => {
    const sent = ask(url, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    sent.on("error", () => resolve(null));
    for (let n = 0; n < megabytes; n++) sent.write(Buffer.alloc(1_000_000, "x"));
    sent.end();
  });

test("A body has an end, also where nobody has said how long it is", async ({ baseURL }) => {
  const origin = baseURL ?? "";
  const multipart = { origin, "content-type": "multipart/form-data; boundary=x" };
  const cookie = await cookieOf("contributor");
  const tip = actions().find(({ name }) => name.endsWith(":sendTip"));
  for (const [path, method, headers] of [
    ["/tip", "POST", multipart],
    ["/tip", "POST", { ...multipart, "next-action": tip?.id ?? "" }],
    ["/sign-in", "POST", { ...multipart, "next-action": tip?.id ?? "", "content-type": "text/plain" }],
    ["/api/v1/desk/typed", "PUT", { origin, cookie, "content-type": "application/json" }],
  ] as const)
    expect([413, null], `${method} ${path}`).toContain(await flood(`${origin}${path}`, method, headers, 3));
  // And the server is there for the next.
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
});

test("What a proxy calls us on the way changes nothing for what our own pages send", async ({
  request,
  baseURL,
}) => {
  const tip = actions().find(({ name }) => name.endsWith(":sendTip"));
  if (!tip) throw new Error("There is no form for tips");
  for (const host of ["evil.example", "10.0.0.7:3000", ""]) {
    const headers = { origin: baseURL ?? "", "x-forwarded-host": host };
    expect((await send(request, tip, headers)).status(), host).toBe(422);
  }
});
