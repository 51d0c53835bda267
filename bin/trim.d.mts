/** Removes from a node_modules folder what nobody reads: bin/trim.mjs. */
export function trimPackages(modules: string): void;
