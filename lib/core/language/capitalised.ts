/** As a sentence begins. Both languages agree on it. */
export const capitalised = (words: string): string =>
  words.charAt(0).toLocaleUpperCase("sv") + words.slice(1);
