import "server-only";
import { db } from "../../core/db.ts";
import { DEFAULT_LOCALE, isLocale, type Locale } from "../../core/language/language.ts";
import { publicationName } from "../../core/language/publication-name.ts";
import { translator } from "../../core/language/translator.ts";
import { publishedAsking, standing } from "../../core/published.ts";
import { namedParty } from "../party/party.ts";
import { hourWords } from "./reply-deadline.ts";

/** A question as the party reads it, in a letter and on the page its link opens. Nothing of the desk is in it. */
export interface PutQuestion {
  readonly language: Locale;
  /** Who asks: the name of the publication, once it has one. */
  readonly asker: string;
  readonly party: { readonly sv: string; readonly en: string };
  readonly claim: { readonly slug: string; readonly text: { readonly sv: string; readonly en: string } };
  readonly question: string;
  readonly askedAt: string;
  readonly deadline: string;
}

/**
 * The question put to a party; null: none has been.
 *
 * @param drafts - as it would be put: for whoever is about to
 */
export async function questionTo(requestId: string, { drafts = false } = {}): Promise<PutQuestion | null> {
  const request = await db().replyRequest.findUnique({
    where: { id: requestId },
    include: {
      asking: true,
      party: { select: { slug: true, wordings: standing(null) } },
      claim: { select: { slug: true, wordings: standing(null) } },
    },
  });
  const written = request?.asking ?? null;
  const asking = drafts ? written : publishedAsking(written, null);
  const wording = request?.claim.wordings[0];
  if (!request || !asking || !wording) return null;
  const imprint = await db().imprint.findFirst({ orderBy: { version: "desc" }, select: { name: true } });
  const { language, question } = asking;
  return {
    language: isLocale(language) ? language : DEFAULT_LOCALE,
    asker: imprint?.name ?? publicationName(),
    party: namedParty(request.party).name,
    claim: { slug: request.claim.slug, text: { sv: wording.textSv, en: wording.textEn } },
    question,
    askedAt: asking.askedAt.toISOString(),
    deadline: asking.deadline.toISOString(),
  };
}

/** @param link - its address, or `{link}` for a letter that gets it when it goes */
export function letterOf(question: PutQuestion, link: string): { subject: string; text: string } {
  const { language } = question;
  const t = translator(language);
  const words = {
    asker: question.asker,
    party: question.party[language],
    claim: question.claim.text[language],
    question: question.question,
    deadline: hourWords(question.deadline, language),
    link,
  };
  // A heading is one line, whatever the publication is called.
  const subject = t("replyLetter.subject", words).replaceAll(/\s+/g, " ").slice(0, 200);
  return { subject, text: t("replyLetter.text", words) };
}
