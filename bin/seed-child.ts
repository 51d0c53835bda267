/**
 * Runs the seed in a process of its own, since lib/ needs Node flags that a command must not depend on
 * (bin/seed.ts). Finds the database through the environment, and prints what `seedIfEmpty` answers.
 */
import { seedIfEmpty } from "../prisma/seed/seed.ts";

console.log(await seedIfEmpty());
