/**
 * What servers show instead of a page, with the status of a page that is there: the question whether a person is reading,
 * and the word that it could not be shown. In the words of the services that many sites stand behind, and of people.
 */
import type { PageDoubt } from "./web-page.ts";

/** With more than this to read, a page is about such words. */
const LITTLE = 900;

const ROBOT =
  /\bcaptcha\b|verif(?:y|ying) (?:that )?you(?:'|’| a)re (?:a )?human|(?:are you|you are|you're|i'?m) (?:a |not a |human or )*(?:robot|human)\b|(?:prove|confirm|check|checking) (?:that )?you(?:'|’| a)re (?:a |not a )?(?:human|robot|real)|checking (?:your|if the site) (?:browser|connection)|review the security of your connection|unusual (?:traffic|activity) from|press (?:and|&) hold|(?:är du|du är|att du är|jag är) (?:inte )?en (?:människa|robot)|inte är en robot|ovanlig trafik|säkerhetskontroll av (?:din )?(?:webbläsare|anslutning)|ddos protection by/iu;
const ROBOT_HEADING =
  /^(?:just a moment|one more step|attention required|security (?:check|verification)|säkerhetskontroll|human verification|robot check|pardon our interruption|ett ögonblick)\b/iu;

const FAILED_HEADING =
  /^(?:error|fel|oops|hoppsan|ojdå)[\s!.:–-]*(?:\d{3})?[!.]*$|^(?:error |fel )?(?:4(?:0[013]|29|51)|5\d\d)(?:$|[ :.–-]+(?:error|fel|internal|bad|service|gateway|forbidden|unauthorized|too|unavailable))|(?:internal server|server|application|database|gateway|oväntat|tekniskt|unexpected)[ -]?(?:error|fel)|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|(?:temporarily|currently) unavailable|too many requests|access (?:to this page )?(?:has been )?denied|\bforbidden\b|(?:you have been|you are|has been) blocked|permission to (?:access|view)|not available (?:in|from) your (?:country|region|location)|unavailable (?:due to|for) legal reasons|something went wrong|under maintenance|något gick fel|(?:ett|nåt|något) (?:oväntat |tekniskt )?fel (?:har )?(?:inträffat|uppstod|uppstått)|inte tillgänglig (?:just nu|för tillfället|i ditt land)|(?:tillfälligt|just nu) (?:ur funktion|stängd|otillgänglig)|för många (?:anrop|förfrågningar)|åtkomst(?:en)? nekad|du har blockerats|(?:vi |sidan )?(?:utför|under) underhåll|this domain (?:is|may be) for sale|domänen är till salu/iu;

/**
 * @param headings - of the page: what is its title, and what stands first
 * @param own - its paragraphs, without the frame that every page of its site has
 */
export function wallsOf(headings: readonly string[], own: readonly string[]): readonly PageDoubt[] {
  const length = own.reduce((sum, text) => sum + text.length, 0);
  if (length > LITTLE) return [];
  const isAbout = (words: RegExp) => headings.some((line) => words.test(line.trim()));
  const isRobot =
    isAbout(ROBOT_HEADING) || isAbout(ROBOT) || (length < LITTLE / 2 && own.some((text) => ROBOT.test(text)));
  if (isRobot) return ["robot"];
  return length < LITTLE / 2 && isAbout(FAILED_HEADING) ? ["failed"] : [];
}
