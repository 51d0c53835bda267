import { redirect } from "next/navigation";
import { deskPage } from "@/components/desk/page/desk-route";
import "@/app/styles/copy.css";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { Cite } from "@/components/record/snapshot/cite";
import { CopyConcerns } from "@/components/record/snapshot/copy-concerns";
import { CopyPages, CopyPicture, CopyShowing } from "@/components/record/snapshot/copy-desk";
import { CopyFacts } from "@/components/record/snapshot/copy-facts";
import { citeHref } from "@/components/record/snapshot/copy-href";
import { CopyLetter, SignatureEvidence } from "@/components/record/snapshot/copy-letter";
import { CopyThread } from "@/components/record/snapshot/copy-thread";
import { Paste } from "@/components/record/snapshot/paste";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { href, inEither } from "@/lib/core/language/language";
import { quotedParts } from "@/lib/intake/message/message";
import { quotePlaces } from "@/lib/intake/quote/quote-find";
import { choicesOf } from "@/lib/record/dispute/dispute-desk-queries";
import { copyKind } from "@/lib/record/snapshot/snapshot";
import { copyForDesk, threadOf } from "@/lib/record/snapshot/snapshot-desk-queries";
import { readDkimFound } from "@/lib/record/snapshot/snapshot-schema";

export default deskPage({ path: "/desk/copies/[id]" }, async ({ page, actor, locale, t, asked }, { id }) => {
  const copy = await copyForDesk(actor, id);
  if (!copy) return 404;
  const choices = await choicesOf(actor, copy.dispute.id);
  const claims = (choices?.claims ?? []).map((claim) => ({
    id: claim.id,
    label: t("copy.citeClaim", { number: claim.number, text: inEither(claim.words, locale) }),
  }));
  const preferred = claims.find((claim) => claim.id === askedFor(asked, "claim"))?.id ?? null;
  const words = askedFor(asked, "words").slice(0, 2000);
  const twice = copyKind(copy.mediaType) === "page";
  const found = words === "" ? null : quotePlaces(copy.text, words, {}, { twice });
  if (found?.meant && preferred) redirect(href(locale, citeHref(preferred, { copy: id, ...found.meant })));

  const thread = copy.message && (await threadOf(actor, id));
  const signature = copy.message && readDkimFound(copy.message.dkimFound);
  const title = inEither(copy.source.title, locale);
  return (
    <DisputeWorkPage
      {...page}
      dispute={copy.dispute}
      title={t("copy.title", { title })}
      lead={
        <p className="do">
          <Mark locale={locale} published={copy.published} />
          {copy.text.length > 0 && <a href="#text">{t("copy.text")}</a>}
        </p>
      }
    >
      <CopyConcerns concerns={copy.concerns} locale={locale} help />
      <CopyFacts
        copy={copy}
        source={<a href={href(locale, `/desk/sources/${copy.source.id}`)}>{title}</a>}
        locale={locale}
      />
      {copy.custody === "kept_by_desk" && <p className="help">{t("copy.keptByDesk")}</p>}
      {copy.message && (
        <>
          <h2>{t("copy.letter")}</h2>
          <CopyLetter letter={copy.message} locale={locale} />
          {signature && signature.signatures.length > 0 && (
            <SignatureEvidence found={signature} locale={locale} />
          )}
          {thread && <CopyThread thread={thread} here={id} locale={locale} />}
        </>
      )}
      <CopyPicture copy={copy} locale={locale} />
      <h2 id="text">{t("copy.text")}</h2>
      {copy.text.length === 0 ? (
        <p className="empty">{t("copy.noText")}</p>
      ) : (
        <>
          {claims.length === 0 ? (
            <p className="help">{t("copy.noClaims")}</p>
          ) : (
            <>
              <p className="help">{t("copy.citeHelp")}</p>
              <Paste
                copyId={id}
                claims={claims}
                preferred={preferred}
                words={words}
                places={found?.places ?? []}
                locale={locale}
              />
            </>
          )}
          <CopyPages copy={copy} locale={locale} />
          {claims.length > 0 && (
            <Cite
              copyId={id}
              claims={claims}
              preferred={preferred}
              repeated={copy.message ? quotedParts(copy.text[0]?.text ?? "") : []}
              locale={locale}
              words={{
                title: t("copy.cite"),
                marked: t("copy.citeMarked"),
                to: t("copy.citeTo"),
                go: t("copy.citeGo"),
                clear: t("copy.citeClear"),
                repeated: t("copy.citeRepeated"),
                notInText: t("copy.citeNotInText"),
              }}
            />
          )}
        </>
      )}
      {!copy.published && atLeast(actor, "journalist") && (
        <Discard locale={locale} table="snapshot" id={id} />
      )}
      <CopyShowing copy={copy} actor={actor} locale={locale} parties={choices?.parties ?? []} />
    </DisputeWorkPage>
  );
});
