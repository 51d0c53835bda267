/**
 * Services of others that the operator names: time-stamping authorities and web archives. In one line of a setting,
 * `name=https://…, name=https://…`; a comma inside an address is written %2C.
 */
export interface Service {
  /** What the operator calls it, and readers are told. */
  readonly name: string;
  readonly url: string;
}

/** Why a service gave no answer that could be read at all. */
export const SERVICE_PROBLEMS = [
  "service-unreachable",
  "service-slow",
  "service-answer-too-large",
  "service-redirects",
  "service-refuses",
  "service-busy",
  "service-fails",
] as const;
export type ServiceProblem = (typeof SERVICE_PROBLEMS)[number];

/** Stands in an address where another is to be written. */
const PLACEHOLDER = "{url}";

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * @param placeholder - whether each address must have `{url}` in it, for the page that is meant
 * @returns in the order they were written; none for an empty text
 * @throws Error with a sentence for the operator that names the entry
 */
export function namedServices(text: string, { placeholder }: { readonly placeholder: boolean }): Service[] {
  const services = text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => readEntry(entry, placeholder));
  const twice = services.find(
    ({ name }, index) => services.findIndex((other) => other.name === name) < index,
  );
  if (twice) throw new Error(`“${twice.name}” is named twice; each service needs a name of its own.`);
  return services;
}

function readEntry(entry: string, placeholder: boolean): Service {
  const [name = "", url = ""] = entry.split(/=(.*)/s).map((part) => part.trim());
  const wrong = (what: string) => new Error(`“${entry}”: ${what}`);
  if (!NAME.test(name))
    throw wrong("write it as name=https://…; a name has letters, digits, spaces, . _ or -.");
  const filled = url.replaceAll(PLACEHOLDER, "page");
  if (!URL.canParse(filled)) throw wrong("the address cannot be read.");
  const { protocol, hostname, username, password, hash } = new URL(filled);
  if (username || password) throw wrong("an address cannot have a user name or password in it.");
  if (protocol !== "https:" && !(protocol === "http:" && LOOPBACK.test(hostname)))
    throw wrong("the address must begin with https://; http:// is for this machine only.");
  if (hash) throw wrong("an address with # in it leads nowhere else than without.");
  if (placeholder) checkPlaceholder(url, wrong);
  else if (url.includes(PLACEHOLDER)) throw wrong(`${PLACEHOLDER} has no meaning here.`);
  return { name, url };
}

/** In the path or in the query. In the host it would let whoever gives the page choose whom we ask. */
function checkPlaceholder(url: string, wrong: (what: string) => Error): void {
  const [before = "", ...after] = url.split(PLACEHOLDER);
  if (after.length !== 1) throw wrong(`${PLACEHOLDER} must stand in it once, where the page's address goes.`);
  if (!/^https?:\/\/[^/?]+[/?]/.test(before)) throw wrong(`${PLACEHOLDER} must stand after the host.`);
}

/** @returns the service's address for one page, which is encoded where it stands in a query */
export function serviceAddress(service: Service, page: string): string {
  const [before = "", after = ""] = service.url.split(PLACEHOLDER);
  return before + (before.includes("?") ? encodeURIComponent(page) : page) + after;
}
