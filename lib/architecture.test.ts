/**
 * The import rules of the tree, as a table: what each kind of file may and may not reach for. When a rule is in the
 * way, change the rule here and say why in docs/decisions/.
 */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { code, filesBelow, importsOf, mentionsOf, source, testsBelow } from "./imports.fixture.ts";

interface Rule {
  readonly files: string;
  readonly which: (file: string) => boolean;
  readonly never: RegExp;
  readonly why: string;
}

const NOUN = /^lib\/[a-z]+\/([a-z-]+)\/\1\.ts$/;
const isPure = (file: string) =>
  NOUN.test(file) || /^lib\/(record\/timeline|site\/interop)\/[a-z-]+\.ts$/.test(file);
const endsWith = (ending: string) => (file: string) =>
  file.startsWith("lib/") && file.endsWith(`-${ending}.ts`);
const notQueries = (file: string) => !/-(queries|commands|actions)\.ts$/.test(file);

const RULES: readonly Rule[] = [
  {
    files: "everything in lib/",
    which: (file) => file.startsWith("lib/"),
    never: /^(app|components)\/|^react-dom|^react\/jsx/,
    why: "lib is the product without its pages: one direction, app → components → lib",
  },
  {
    files: "lib/<wing>/<noun>/<noun>.ts and the layout of the timeline",
    which: (file) => isPure(file) && notQueries(file),
    never:
      /^(zod|next|react|pg|server-only)(\/|$)|^@prisma|^lib\/core\/(db|env)$|-(queries|commands|actions)$/,
    why: "domain rules are pure: no parser, no framework, no database, no environment",
  },
  {
    files: "*-schema.ts",
    which: endsWith("schema"),
    never: /^(next|react)(\/|$)|^@prisma|^lib\/core\/(db|env)$|-(queries|commands|actions)$/,
    why: "schemas are shared by pages, actions and imports",
  },
  {
    files: "*-commands.ts",
    which: endsWith("commands"),
    never: /^next(\/|$)|^react|-request$|-actions$/,
    why: "a command is called by a page, a job and an import alike, and takes its actor as an argument",
  },
  {
    files: "*-actions.ts",
    which: endsWith("actions"),
    never: /^lib\/core\/(db|env|command)$|^lib\/generated|^@prisma|^(pg|react)(\/|$)|^server-only$/,
    why: "an action reads a form, gives a command and says where to go: whatever else it did, no other caller would do",
  },
  {
    files: "what is kept for every reader",
    which: (file) => endsWith("queries")(file) && importsOf(file).includes("lib/core/kept-queries"),
    never: /^lib\/desk\/auth\/|^lib\/core\/actor$|-desk-queries$/,
    why: "a read that is the same for everybody knows nobody",
  },
  {
    files: "*-desk-queries.ts",
    which: endsWith("desk-queries"),
    never: /^next(\/|$)|^react|^lib\/core\/kept-queries$/,
    why: "what one member may see is never kept for the next",
  },
  {
    files: "*-queries.ts",
    which: endsWith("queries"),
    never: /-request$|-(actions|commands)$/,
    why: "public reads take no viewer",
  },
  {
    files: "components/",
    which: (file) => file.startsWith("components/"),
    never: /^app\/|^lib\/core\/(db|command)$|-commands$|^@prisma|^lib\/generated/,
    why: "views never touch the database, and write only through actions",
  },
  {
    files: "components/core/ui/",
    which: (file) => file.startsWith("components/core/ui/"),
    never: /^lib\/(?!core\/language)|^components\/(?!core\/ui\/)/,
    why: "it could ship in another product",
  },
  {
    files: "app/",
    which: (file) => file.startsWith("app/"),
    never: /^lib\/core\/db$|-commands$|^@prisma|^lib\/generated/,
    why: "routes only",
  },
];

const FILES = ["lib", "components", "app"].flatMap(filesBelow);

describe.each(RULES)("$files", ({ which, never, why }) => {
  const those = FILES.filter(which);
  test("is not an empty rule", () => expect(those).not.toEqual([]));
  test(why, () => {
    const wrong = those.flatMap((file) =>
      importsOf(file)
        .filter((name) => never.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** What speaks to PostgreSQL past `db.ts`, and why it may. */
const OWN_CONNECTION: Readonly<Record<string, string>> = {
  "lib/desk/job/job-queue.ts": "pg-boss makes the tables of its queue, before the application is there",
  "lib/desk/job/job-worker.ts": "pg-boss keeps sessions of its own to take jobs by",
  "lib/site/http/publications.ts": "LISTEN is of one session, which is held as long as the server runs",
  "lib/site/http/record-at-door.ts":
    "what is asked before the application is, which is given a second and takes no connection from it",
};

/** What is not promised by those whose it is, and the one file that knows it (with its check beside it). */
const DOORS: readonly { readonly door: RegExp; readonly imports: RegExp; readonly says: RegExp }[] = [
  {
    door: /^lib\/site\/http\/next-internals(-check)?\.ts$/,
    imports: /^next\/dist\//,
    says: /next\/dist\/(?!bin\/next\b)|__next_f|__next_error__|x-next-cache-tags|__prerender_bypass|\$RT\b|TURBOPACK|tagsManifest/,
  },
  { door: /^lib\/core\/kept-queries\.ts$/, imports: /^$/, says: /\bunstable_/ },
  {
    door: /^lib\/intake\/message\/message-mailauth(-check)?\.ts$/,
    imports: /^mailauth(\/|$)/,
    says: /["']mailauth\//,
  },
  { door: /^lib\/desk\/job\/job-table\.ts$/, imports: /^pg-boss\//, says: /pgboss"?\."?job|singleton_key/ },
];

describe("the insides of others are reached through one door each", () => {
  const everywhere = ["lib", "components", "app", "bin", "prisma"].flatMap(filesBelow);
  const all = [...everywhere, "next.config.js", "proxy.ts"];
  test.each(DOORS)("$door", ({ door, imports, says }) => {
    expect(all.filter((file) => door.test(file))).not.toEqual([]);
    const wrong = all.filter(
      (file) =>
        !door.test(file) && (mentionsOf(file).some((name) => imports.test(name)) || says.test(code(file))),
    );
    expect(wrong).toEqual([]);
  });

  test("and nobody swaps a method of a stream that others read", () => {
    const swapping =
      /\b(?:request|req|response|res|answer|socket)\.(?:push|write|end|emit|on)\s*=[^=>]|\._read\(/;
    expect(all.filter((file) => swapping.test(code(file)))).toEqual([]);
  });
});

describe("the database", () => {
  const reaches = (file: string, names: RegExp) => importsOf(file).some((name) => names.test(name));

  test("is touched by queries, commands and what they are made with", () => {
    const may = /-(queries|commands)\.ts$|^lib\/core\/(db|command)\.ts$/;
    const wrong = FILES.filter((file) => !may.test(file) && reaches(file, /^lib\/(core\/db$|generated)/));
    expect(wrong).toEqual([]);
  });

  test("is reached through db.ts, or for a reason", () => {
    const own = FILES.filter(
      (file) => file !== "lib/core/db.ts" && reaches(file, /^(pg|pg-boss|@prisma\/.*)$/),
    );
    expect(own.filter((file) => !/-(queries|commands)\.ts$/.test(file)).sort()).toEqual(
      Object.keys(OWN_CONNECTION),
    );
  });

  test("is not written to through what readers see", () => {
    const writes =
      /\bdb\(\)\s*\.\s*(?:\w+\s*\.\s*(?:create|update|delete|upsert)|\$executeRaw|\$queryRaw(?:<[^`]*>)?`\s*(?:INSERT|UPDATE|DELETE|[^`]*\bFOR\s+(?:NO\s+KEY\s+)?UPDATE))|fromPrisma\(db\(\)\)/;
    expect(writes.test("await db().session.deleteMany({})")).toBe(true);
    expect(writes.test('db().$queryRaw<{ n: number }[]>`\n INSERT INTO "Attempt"`')).toBe(true);
    expect(FILES.filter((file) => writes.test(source(file)))).toEqual([]);
  });
});

/** The endings that say that a file is more than rules and plain data, beside those of every noun. */
const ENDINGS: Readonly<Record<string, string>> = {
  job: "what the worker does: from the queue, safe to do twice",
  request: "knows the request that is answered: its cookies, its form, where it is led",
  answer: "makes an answer of HTTP",
  settings: "reads what the operator has set",
  store: "reads and writes the data directory",
};

test("a file that reaches for the world says so in its ending", () => {
  const may = new RegExp(`-(queries|commands|actions|${Object.keys(ENDINGS).join("|")})\\.ts$`);
  const world = /^(next|react|nodemailer)(\/|$)|^lib\/core\/env$|-(queries|commands|actions|request)$/;
  const named = /^lib\/core\/(db|env)\.ts$|^lib\/site\/(http|work)\//;
  const wrong = FILES.filter(
    (file) =>
      file.startsWith("lib/") &&
      !may.test(file) &&
      !named.test(file) &&
      !(file in OWN_CONNECTION) &&
      importsOf(file).some((name) => world.test(name)),
  );
  expect(wrong).toEqual([]);
});

/** The exports of a file, each with what stands before its body. */
const exportsOf = (file: string) =>
  [...source(file).matchAll(/^export (?!type\b|interface\b)[\s\S]*?(?:\)|=>|;)/gm)].map(([text]) => text);

describe("every export of an action file is an address that anybody can call", () => {
  const actions = FILES.filter(endsWith("actions"));

  test("so the file says that it is one, first of all", () => {
    expect(actions.filter((file) => !source(file).startsWith('"use server";\n'))).toEqual([]);
  });

  test("and nothing else is exported than async functions, not even a type", () => {
    const wrong = actions.flatMap((file) =>
      [...source(file).matchAll(/^export (?!async function ).*/gm)].map(([text]) => `${file}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("whoever asks for what is not public", () => {
  test("is the first argument of every desk query", () => {
    const wrong = FILES.filter(endsWith("desk-queries")).flatMap((file) =>
      exportsOf(file)
        .filter(
          (text) =>
            !/^export (?:async )?(?:function \w+|const \w+ = (?:async )?)\(\s*actor: Actor\b/.test(text),
        )
        .map((text) => `${file}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  test("is an argument, never looked up, in every query and command", () => {
    const wrong = FILES.filter((file) => /-(queries|commands)\.ts$/.test(file)).filter((file) =>
      /\b(?:currentActor|currentSession|requireActor)\(/.test(source(file)),
    );
    expect(wrong).toEqual([]);
  });
});

test("every page of the desk is made by deskPage, under the address of its own folder", () => {
  const pages = FILES.filter((file) => /^app\/\[locale\]\/\(desk\)\/.*\bpage\.tsx$/.test(file));
  expect(pages).not.toEqual([]);
  const wrong = pages.filter((file) => {
    const address = file.replace(/^app\/\[locale\]\/\(desk\)|\/page\.tsx$/g, "");
    const [, path] = /^export default deskPage\(\s*\{ path: "([^"]+)"/m.exec(source(file)) ?? [];
    return path !== address;
  });
  expect(wrong).toEqual([]);
});

test("an actor is minted only by what knows who asks: the session, a draft that names its author, the worker", () => {
  const may = [
    "lib/core/actor.ts",
    "lib/desk/auth/session-request.ts",
    "lib/record/verdict/verdict-draft-commands.ts",
    // Belagt itself, for its jobs: without a second factor, so that nothing can be published in its name.
    "lib/desk/job/job-actor.ts",
  ];
  expect(FILES.filter((file) => /\bmintActor\(/.test(source(file)) && !may.includes(file))).toEqual([]);
});

test("only env.ts, and the server before it loads the application, read the environment", () => {
  const wrong = FILES.filter(
    (file) =>
      !["lib/core/env.ts", "lib/site/http/serve.ts"].includes(file) &&
      /process\.env\.(?!NODE_ENV|NEXT_RUNTIME|NEXT_PHASE)/.test(source(file)),
  );
  expect(wrong).toEqual([]);
});

test("only the clock asks the machine what time it is", () => {
  const asks = /\bnew Date(?:\(\s*\)|(?!\s*\()\b)|(?<!new )\bDate\(|\bDate\.now\b|\bTemporal\.Now\b/;
  const wrong = FILES.filter((file) => file !== "lib/core/clock.ts" && asks.test(source(file)));
  expect(wrong).toEqual([]);
});

/** Who lets the database say what time it is, and why. */
const TIME_OF_THE_DATABASE: Readonly<Record<string, string>> = {
  "lib/desk/letter/letter-sender.ts":
    "outside the application: several senders agree by the time of the database",
};

/** Where the link of a letter, or of a party, is in reach, and why nobody is shown it there unnoticed. */
const LINKS: Readonly<Record<string, string>> = {
  "lib/desk/letter/letter-queries.ts": "linkOf: a guarded one only to those of whom it is remembered",
  "lib/desk/letter/letter-commands.ts": "writes and erases it; leadsNowhere answers yes or no",
  "lib/desk/letter/letter-send-commands.ts": "puts it into the letter that is sent",
  "lib/desk/retention/retention-commands.ts": "erases it",
  "lib/record/reply/reply-link-commands.ts": "makes it, and remembers whoever is going to be shown it",
  "lib/record/reply/reply-actions.ts": "shows it to whoever has just made it (makeLink has remembered them)",
};

test("a link that lets somebody act for another is shown nowhere but where it is remembered to whom", () => {
  // A read of letters that does not say which columns it wants has the link among them.
  const reaches = (text: string) =>
    /\blinkAddress\(|"Letter"/.test(text) ||
    [...text.matchAll(/\.letter\.(?:find|create|update|upsert)\w*\(/g)].some(({ index }) => {
      const call = text.slice(index, text.indexOf(");", index));
      return !call.includes("select:") || /\blink: true/.test(call);
    });
  expect(FILES.filter((file) => reaches(code(file))).sort()).toEqual(Object.keys(LINKS).sort());
});

test("nor is the database asked", () => {
  const asks =
    /\b(?:CURRENT_(?:TIMESTAMP|DATE|TIME)|LOCALTIME(?:STAMP)?)\b|(?<![.\w])(?:now|clock_timestamp)\(\)/;
  const may = (file: string) => file in TIME_OF_THE_DATABASE || file === "lib/core/clock.ts";
  expect(FILES.filter((file) => !may(file) && asks.test(source(file)))).toEqual([]);
});

test("whatever reaches the database or the environment is marked server-only", () => {
  const wrong = FILES.filter(
    (file) =>
      importsOf(file).some((name) => /^lib\/(core\/db|generated\/.*)$/.test(name)) &&
      !importsOf(file).includes("server-only"),
  );
  expect(wrong).toEqual([]);
});

test("a noun's folder holds only its own words", () => {
  const wrong = FILES.filter((file) => {
    const [, noun, name = ""] = /^lib\/[a-z]+\/([a-z-]+)\/([^/]+)$/.exec(file) ?? [];
    return (
      noun &&
      !["http", "interop", "language", "timeline", "auth", "record-log"].includes(noun) &&
      !name.startsWith(noun)
    );
  });
  expect(wrong).toEqual([]);
});

test("no test's verdict hangs on how long something took", () => {
  // What grows is compared by `growth` (e2e/fixtures/growth.ts); what might hang has the test's own limit.
  const duration = /\bperformance\.now\(|\bhrtime\b|\bDate\.now\(\) - (?!\d|[A-Z_]+\b)/;
  const tests = ["lib", "components", "bin", "prisma", "bench"].flatMap(testsBelow);
  expect(tests.length).toBeGreaterThan(100);
  const own = "lib/architecture.test.ts";
  expect(tests.filter((file) => file !== own && duration.test(source(file)))).toEqual([]);
});

test("only the tokens answer to light and dark", () => {
  // What looks for faults of the second scheme asks for those of colour alone (e2e/fixtures/look.ts).
  const answers = /prefers-color-scheme|data-theme|light-dark\(|\bdark:|\bcolor-scheme:/;
  const sheets = readdirSync("app/styles").map((name) => `app/styles/${name}`);
  const files = [...FILES, ...sheets, "app/globals.css"];
  const wrong = files.filter((file) => answers.test(source(file)));
  expect(new Set(wrong)).toEqual(
    new Set([
      "app/styles/tokens.css",
      // A copy is shown on white, as it was printed.
      "app/styles/copy.css",
      // Made when nothing else can be, with a sheet of its own.
      "lib/site/http/plain-pages.ts",
    ]),
  );
});

test("nobody imports app/, and there is no barrel", () => {
  expect(
    FILES.filter((file) =>
      importsOf(file).some(
        (name) => name.startsWith("app/") && !name.endsWith(".css") && name !== "app/globals",
      ),
    ),
  ).toEqual([]);
  expect(FILES.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
});
