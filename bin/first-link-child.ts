/**
 * Makes a new link for the first administrator, in a process of its own, since lib/ needs Node flags that a command must
 * not depend on (bin/first-link.ts). Prints the address, or nothing when somebody has an account.
 */
import { closeDatabase } from "../lib/core/db.ts";
import { env } from "../lib/core/env.ts";
import { renewFirstLink } from "../lib/desk/member/member-entry-commands.ts";

const token = await renewFirstLink();
if (token !== null) console.log(`${env.BELAGT_BASE_URL}/sign-in/first/${token}`);
await closeDatabase();
