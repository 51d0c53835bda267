import { expect, test } from "@playwright/test";
import { runFixture } from "../fixtures/run-fixture.ts";

const CLAIM = "generated-400-claim-7";

test.use({ javaScriptEnabled: false });

test("Evidence published by another process is on the reader's page at once", async ({ page, request }) => {
  const words = `ord nummer ${Date.now()}`;
  await page.goto(`/claims/${CLAIM}`);
  await expect(page.getByText(words)).toBeHidden();
  // Asked for often enough to be answered from memory.
  for (let n = 0; n < 5; n++) await request.get(`/claims/${CLAIM}`);

  await runFixture("publish-evidence", CLAIM, words);

  await expect(async () => {
    await page.reload();
    await expect(page.getByText(words, { exact: true })).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 2_000, intervals: [50] });
  // Nothing has been weighed on a claim that nobody has judged: of that there is nothing to say.
  await expect(page.getByText("Nya belägg, ännu inte vägda")).toHaveCount(0);
  expect(await (await request.get(`/claims/${CLAIM}.json`)).text()).toContain(words);
});
