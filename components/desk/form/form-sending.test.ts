import { afterEach, describe, expect, test, vi } from "vitest";
import { type FormState, IDLE } from "@/lib/desk/form/form";
import { answered } from "./form-sending";

const sent = new FormData();
sent.append("title.sv", "Bron");
sent.append("party", "a");
sent.append("party", "b");
sent.append("$key", "1");

const failing = (error: unknown) => async (): Promise<FormState> => {
  throw error;
};

describe("Sending a form when nothing answers", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("On the server the action is left as it is, so that the form can be sent without scripts", () => {
    const action = failing(new TypeError("Failed to fetch"));
    expect(answered(action)).toBe(action);
  });

  test("In the browser a lost connection is an answer, with all that was typed", async () => {
    vi.stubGlobal("window", {});
    expect(await answered(failing(new TypeError("Failed to fetch")))(IDLE, sent)).toEqual({
      status: "refused",
      reason: "no-answer",
      values: { "title.sv": ["Bron"], party: ["a", "b"] },
    });
  });

  test("Redirects and the server's own errors pass", async () => {
    vi.stubGlobal("window", {});
    const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/desk;303;" });
    await expect(answered(failing(redirect))(IDLE, sent)).rejects.toBe(redirect);
  });
});
