/** A bilingual text as the two columns it is kept in: `columns("title", text)` → titleSv, titleEn. */
export function columns<Name extends string>(name: Name, text: { sv: string; en: string }) {
  return { [`${name}Sv`]: text.sv, [`${name}En`]: text.en } as Record<`${Name}Sv` | `${Name}En`, string>;
}

/** The same for a text that may be missing. */
export function columnsOrNull<Name extends string>(name: Name, text: { sv: string; en: string } | null) {
  return { [`${name}Sv`]: text?.sv ?? null, [`${name}En`]: text?.en ?? null } as Record<
    `${Name}Sv` | `${Name}En`,
    string | null
  >;
}

/** The way back: the two columns as one text; null where either is missing. */
export const bilingualOf = (sv: string | null, en: string | null) =>
  sv === null || en === null ? null : { sv, en };
