/** When a row was made: its id (UUID version 7, RFC 9562 §5.7) begins with that, in milliseconds. For rows that keep no such column. */
export const momentOfId = (id: string): string =>
  new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();
