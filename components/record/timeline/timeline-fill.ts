/** Fills the {braces} of a template. Apart from the words themselves, so that the browser gets only one language. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
