/** Where the child process begins (parser-process.ts starts it): nothing else may import this file. */
import { answer } from "./parser-answer.ts";
import { parserLoaders } from "./parser-loaders.ts";

await answer(parserLoaders);
