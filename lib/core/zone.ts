/**
 * What the clocks of a place show. A zone is called by its IANA name; the rules of each are the machine's (Intl), the same on
 * the server and in the browser. Pure.
 */

/** The newsroom's own zone, and that of a dispute until somebody says another. */
export const SWEDEN = "Europe/Stockholm";

/** Before 1900 few clocks were a whole number of minutes from UTC: then it is taken as it was in 1970. */
const UNEVEN = Date.UTC(1900, 0, 1);
const HOUR = 3_600_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", era: "short" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  clocks.set(zone, made);
  return made;
}

/** Whether there is such a zone, under a name of its own: an offset or an abbreviation is no place. */
export function isZone(name: string): boolean {
  if (!/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2})$/.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

/** How far ahead of UTC the clocks are at a moment, in milliseconds. */
function ahead(moment: number, zone: string): number {
  const at = Math.floor((moment < UNEVEN ? 0 : moment) / 1000) * 1000;
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const shown = Date.UTC(
    Number(part.year),
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return Math.round((shown - at) / 60_000) * 60_000;
}

/** What the clocks show at a moment, as though it were UTC. */
export const shownAt = (moment: number, zone: string): number => moment + ahead(moment, zone);

/**
 * The moments when the clocks show this, first to last: none in the hour that is skipped, two in the one that comes twice.
 *
 * @param shown - what they show, as though it were UTC
 */
export function momentsShowing(shown: number, zone: string): number[] {
  const offsets = new Set([shown - 24 * HOUR, shown + 24 * HOUR].map((near) => ahead(near, zone)));
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((moment) => shownAt(moment, zone) === shown)
    .sort((a, b) => a - b);
}

/** Whether the clocks are ahead of what they usually are in the year: summer time. */
export function isSummerTime(moment: number, zone: string): boolean {
  const year = new Date(moment).getUTCFullYear();
  return ahead(moment, zone) > Math.min(ahead(Date.UTC(year, 0, 1), zone), ahead(Date.UTC(year, 6, 1), zone));
}

/** The day it is there at that moment, YYYY-MM-DD. */
export const dayIn = (moment: string | number, zone: string): string =>
  new Date(shownAt(typeof moment === "string" ? Date.parse(moment) : moment, zone))
    .toISOString()
    .slice(0, 10);

/** A moment as EDTF writes it, with the offset of the zone. */
export function instantIn(moment: number, zone: string): string {
  const offset = ahead(moment, zone) / 60_000;
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${new Date(shownAt(moment, zone)).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${hours}`;
}

/** The same date, its times of day as the clocks of the zone show them. */
export const edtfIn = (text: string, zone: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)/g, (instant) =>
    instantIn(Date.parse(instant), zone),
  );

/** What a zone is called beside a time of day: its city. */
export const placeOf = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
