import { seedIfEmpty } from "./seed.ts";

await seedIfEmpty();
