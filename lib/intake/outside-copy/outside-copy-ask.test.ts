/** An archive is asked to save a page, and its copy is compared with ours. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ARCHIVED_AT,
  type ArchiveMode,
  type OutsideArchive,
  startOutsideArchive,
} from "../../../e2e/fixtures/outside-archive.ts";
import type { ArchiveProblem } from "./outside-copy.ts";
import { askArchive, askArchiveJob } from "./outside-copy-ask.ts";
import { compareOutside, type OwnCopy } from "./outside-copy-compare.ts";

const PAGE = "https://exempelby.example/beslut?nr=7&del=2";
const QUOTE = "Kommunen betalar resan.";
const HTML = `<!doctype html><p>${QUOTE}`;

let outside: OutsideArchive;
beforeAll(async () => {
  outside = await startOutsideArchive();
});
afterAll(() => outside.close());

const archive = (mode: ArchiveMode) => ({ name: "Arkivet", url: outside.at(mode) });
const copyIn = (mode: ArchiveMode) =>
  outside.at(mode).replace(/\/[a-z-]+\/save\/\{url\}$/, `/web/20261120102030/${PAGE}`);

describe("a page is saved", () => {
  const ways: readonly (readonly [string, ArchiveMode])[] = [
    ["and the answer is the copy, with its own address", "good"],
    ["and the answer leads to the copy", "redirect"],
    ["and the answer names the copy in a link", "link"],
    ["when it is sent as a form, which this archive wants", "form-only"],
  ];
  test.each(ways)("%s", async (_how, mode) => {
    expect(await askArchive(archive(mode), PAGE)).toEqual({
      state: "done",
      url: copyIn(mode),
      at: ARCHIVED_AT,
    });
    expect(outside.asked.at(-1)).toBe(PAGE);
  });

  test("by an archive that does not say when", async () => {
    const answer = await askArchive(archive("plain"), PAGE);
    expect(answer).toEqual({ state: "done", url: expect.stringMatching(/\/x7Yz$/), at: null });
  });

  test("without the part of the address that never leaves a browser", async () => {
    await askArchive(archive("good"), `${PAGE}#:~:text=Kommunen`);
    expect(outside.asked.at(-1)).toBe(PAGE);
  });

  test("later, by a job that is not done until it says so", async () => {
    const begun = await askArchive(archive("job"), PAGE);
    if (begun.state !== "pending") throw new Error(begun.state);
    const { job } = begun;
    expect(await askArchiveJob(archive("job"), { job, url: PAGE })).toEqual({ state: "pending", job });
    expect(await askArchiveJob(archive("job"), { job, url: PAGE })).toEqual({
      state: "done",
      url: copyIn("job"),
      at: ARCHIVED_AT,
    });
  });
});

describe("a page is not saved", () => {
  const wrong: readonly (readonly [string, ArchiveMode, ArchiveProblem])[] = [
    ["when the copy is said to be at somebody else's", "foreign", "archive-copy-elsewhere"],
    ["when the archive says no", "says-no", "archive-could-not-save"],
    ["when the archive says nothing of a copy", "says-nothing", "archive-answer-unreadable"],
    ["when the archive leads back to where one asks", "back-to-saving", "archive-answer-unreadable"],
    ["when the archive has too much to do", "busy", "service-busy"],
    ["when the archive fails", "error", "service-fails"],
  ];
  test.each(wrong)("%s", async (_when, mode, reason) => {
    expect(await askArchive(archive(mode), PAGE)).toEqual({ state: "failed", reason });
  });

  test("when the archive does not answer in time", async () => {
    const answer = await askArchive(archive("slow"), PAGE, { timeout: 150 });
    expect(answer).toEqual({ state: "failed", reason: "service-slow" });
  });

  test("when the job comes to nothing, or was never begun", async () => {
    const begun = await askArchive(archive("job-error"), PAGE);
    if (begun.state !== "pending") throw new Error(begun.state);
    const look = (job: string) => askArchiveJob(archive("job-error"), { job, url: PAGE });
    expect(await look(begun.job)).toMatchObject({ state: "pending" });
    expect(await look(begun.job)).toEqual({ state: "failed", reason: "archive-could-not-save" });
    expect(await look("job-404")).toEqual({ state: "failed", reason: "service-refuses" });
    expect(await look("../web/1")).toEqual({ state: "failed", reason: "archive-answer-unreadable" });
  });

  test.each([
    "ftp://exempelby.example/",
    "file:///etc/passwd",
    "https://me:secret@exempelby.example/",
    "beslut",
  ])("and nobody is asked, when its address is %s", async (url) => {
    const before = outside.asked.length;
    expect(await askArchive(archive("good"), url)).toEqual({
      state: "failed",
      reason: "archive-not-for-this-address",
    });
    expect(outside.asked.length).toBe(before);
  });
});

describe("the archive's copy, beside ours,", () => {
  beforeEach(() => outside.put(PAGE, HTML));

  const ours = (body: string): OwnCopy => ({
    sha256: createHash("sha256").update(body).digest("hex"),
    sameText: (bytes) => bytes.toString("utf8").includes(QUOTE),
  });
  const compare = (body: string, url = copyIn("good"), most?: number) =>
    compareOutside(archive("good"), url, ours(body), { most });
  const same = (value: "bytes" | "text" | "neither") => ({
    ok: true,
    value: { same: value, at: ARCHIVED_AT },
  });

  test("is the same to the byte, without what the archive adds", async () => {
    expect(await compare(HTML)).toMatchObject(same("bytes"));
  });

  test("has the same words in another page", async () => {
    expect(await compare(`<title>Beslut</title>${HTML}`)).toMatchObject(same("text"));
  });

  test("has not the same words", async () => {
    outside.put(PAGE, "<p>Kommunen betalar inte resan.");
    expect(await compare(HTML)).toMatchObject(same("neither"));
  });

  test("is found where the archive leads on to it", async () => {
    outside.put(PAGE, "leads-on");
    expect(await compare("leads-on")).toMatchObject(same("bytes"));
  });

  test.each([
    ["is gone", "", "archive-copy-missing"],
    ["leads to somebody else's", "leads-away", "archive-copy-elsewhere"],
    ["leads round and round", "round-and-round", "service-redirects"],
  ])("%s", async (_what, body, reason) => {
    const url = body === "" ? copyIn("good").replace("nr=7", "nr=8") : copyIn("good");
    outside.put(PAGE, body);
    expect(await compare(HTML, url)).toEqual({ ok: false, reason });
  });

  test("is not fetched from anybody else, nor when it is too large", async () => {
    expect(await compare(HTML, "http://127.0.0.1:1/web/20261120102030/x")).toEqual({
      ok: false,
      reason: "archive-copy-elsewhere",
    });
    expect(await compare(HTML, copyIn("good"), 10)).toEqual({
      ok: false,
      reason: "service-answer-too-large",
    });
  });
});
