/**
 * Secrets in an address: whoever pastes a link from a mail or a signed-in page may paste a key with it. The record keeps
 * the address as it was fetched; the public sees it without the key.
 */

const SECRET_WORDS = new Set([
  ...["token", "jwt", "auth", "authorization", "authkey", "oauth", "bearer", "credential", "credentials"],
  ...["key", "apikey", "accesskey", "secret", "clientsecret", "nyckel"],
  ...["sig", "signature", "hmac", "signatur"],
  ...["password", "passwd", "passphrase", "pass", "pwd", "pw", "otp", "pin", "lösenord", "losenord"],
  ...["session", "sessionid", "sessid", "phpsessid", "jsessionid", "sid", "ticket", "invite"],
  ...["accesstoken", "idtoken", "refreshtoken", "authtoken", "csrftoken"],
]);

/** A JSON web token is one by its look, whatever its name (RFC 7519). */
const JSON_WEB_TOKEN = /^eyJ[\w-]{8,}\.[\w-]+\.[\w-]*$/;

const HIDDEN = "***";

function readable(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** `X-Amz-Signature`, `access_token` and `apiKey` hold a secret word; `keyword` and `tokenize` do not. */
function isSecret(name: string, value: string): boolean {
  const words = readable(name)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const named = words.some((word) => SECRET_WORDS.has(word)) || SECRET_WORDS.has(words.join(""));
  return value !== "" && (named || JSON_WEB_TOKEN.test(readable(value)));
}

/** Hides the values of `name=value` in a list, and touches nothing else: the rest must stay as it was fetched. */
const hide = (list: string, between: RegExp) =>
  list
    .split(between)
    .map((part) => {
      const equals = part.indexOf("=");
      const [name, value] = equals < 0 ? ["", part] : [part.slice(0, equals), part.slice(equals + 1)];
      if (!isSecret(name, value)) return part;
      return equals < 0 ? HIDDEN : `${name}=${HIDDEN}`;
    })
    .join("");

/** The address as the public may see it. What is no address is returned as it is. */
export function redactedUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(parsed.href) ?? [];
  const open = parsed.username || parsed.password ? path.replace(/\/\/[^/@]*@/, `//${HIDDEN}@`) : path;
  return hide(open, /([;/])/) + hide(query, /([?&;])/) + hide(fragment, /([#?&;])/);
}

/** Whether `redactedUrl` would hide something. */
export const hasSecret = (url: string): boolean =>
  URL.canParse(url) && redactedUrl(url) !== new URL(url).href;
