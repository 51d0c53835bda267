/** Who does the jobs, to the commands that keep what came of them. */
import { mintActor } from "../../core/actor.ts";

/** Belagt itself. It has no session and no second factor: nothing that a person decides can be done in its name. */
export const worker = mintActor({
  id: "worker",
  role: "journalist",
  byline: { sv: "Belagts egna kontroller", en: "Belagt's own checks" },
  secondFactor: false,
  isWorker: true,
});
