import { PageHead } from "@/components/core/frame/page-head";
import { LineEnd } from "@/components/core/rating/line-end";
import { Line } from "@/components/core/ui/line";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { Assurance } from "@/components/record/source/assurance";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { copyKind } from "@/lib/record/snapshot/snapshot";
import { AROUND } from "@/lib/record/snapshot/snapshot-passage";
import type { CopyPassage, CopyView } from "@/lib/record/snapshot/snapshot-public-queries";
import { CopyConcerns } from "./copy-concerns";
import { CopyFacts, pageName } from "./copy-facts";
import { copyHref } from "./copy-href";
import { CopyLetter } from "./copy-letter";
import { CopyText, passageId } from "./copy-text";

interface CopyPageProps {
  readonly copy: CopyView;
  readonly locale: Locale;
}

/** A copy of a source: when and how it was taken, what that proves, and as much of its text as readers may see. */
export function CopyPage({ copy, locale }: CopyPageProps) {
  const t = translator(locale);
  const title = <Prose text={copy.source.title[locale]} />;
  const sourceHref = href(locale, `/sources/${copy.source.id}`);
  return (
    <article>
      <PageHead
        kicker={
          <>
            <b>{t("copy.label")}</b>
            <br />
            {t("says.inDispute")}{" "}
            <a href={href(locale, `/disputes/${copy.dispute.slug}`)}>
              <Prose text={copy.dispute.title[locale]} />
            </a>
          </>
        }
        title={<Prose text={t("copy.title", { title: copy.source.title[locale] })} />}
      />
      <Section n={1} title={t("copy.particulars")}>
        <div className="text">
          <CopyConcerns concerns={copy.concerns} locale={locale} />
        </div>
        <CopyFacts copy={copy} source={<a href={sourceHref}>{title}</a>} locale={locale} />
      </Section>
      <Section n={2} title={t("copy.proves")}>
        <div className="text">
          <Assurance facts={copy.assurance} locale={locale} />
        </div>
      </Section>
      {copy.message && (
        <Section n={3} title={t("copy.letter")}>
          <CopyLetter letter={copy.message} locale={locale} />
        </Section>
      )}
      <Section
        n={copy.message ? 4 : 3}
        title={t(copy.text.length > 0 ? "copy.whole" : "copy.passages")}
        id="text"
      >
        <div className="text stack">
          <WhatIsShown copy={copy} locale={locale} />
          {copy.showing !== "excerpts" && <Whole copy={copy} locale={locale} />}
          {copy.text.length === 0 && copy.passages.length > 0 && <Passages copy={copy} locale={locale} />}
        </div>
      </Section>
    </article>
  );
}

/** How much stands here, and why not more. */
function WhatIsShown({ copy, locale }: CopyPageProps) {
  const t = translator(locale);
  if (copy.pages === 0) return <p>{t(copy.custody === "stored" ? "copy.noText" : "copy.keptElsewhere")}</p>;
  const isWhole = copy.showing === "whole";
  const isPictured = copy.showing === "pictures";
  return (
    <>
      <p>
        {isWhole
          ? t("copy.wholeShown", { reason: copy.showingReason?.[locale] ?? "" })
          : isPictured
            ? t("copy.picturesShown", { reason: copy.showingReason?.[locale] ?? "" })
            : copy.passages.length === 0
              ? t("copy.nothingQuoted")
              : t("copy.excerptsOnly", { count: 2 * AROUND })}
      </p>
      {(isWhole || isPictured || copy.passages.length > 0) && (
        <p className="note">
          {t("copy.masked")} {copy.fileKept && t("copy.fileKept")}
        </p>
      )}
    </>
  );
}

function Whole({ copy, locale }: CopyPageProps) {
  const t = translator(locale);
  const file = href(locale, `${copyHref(copy.source.id, copy.id)}/file`);
  return (
    <>
      {copy.hasFile && copyKind(copy.mediaType) === "picture" && (
        // biome-ignore lint/performance/noImgElement: served as it is, so that its hash can be compared
        <img className="copy-picture" src={file} alt={t("copy.pictureAlt")} />
      )}
      {copy.hasFile && (
        <p className="note">
          <a href={file}>{t("copy.getFile")}</a>. {t("copy.fileNote")}
        </p>
      )}
      {copy.text.map(({ number, text }) => {
        const passages = copy.passages.filter(({ page }) => page === number);
        return (
          <section key={number} id={`page-${number}`} className="copy-page">
            {copy.text.length > 1 && <h3>{pageName(copy.mediaType, number, t)}</h3>}
            <CopyText number={number} text={text} passages={passages} />
            {passages.map((passage) => (
              <Use key={passage.id} passage={passage} locale={locale} />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** Each passage with a little of what stands around it; once, also where it is used for several claims. */
function Passages({ copy, locale }: CopyPageProps) {
  const t = translator(locale);
  const places = Map.groupBy(copy.passages, ({ page, start, end }) => `${page} ${start} ${end}`);
  return (
    <ol>
      {[...places.values()].map((uses) => {
        const [passage, ...others] = uses;
        if (!passage) return null;
        const { before, words, after, cut } = passage.excerpt;
        return (
          <Line key={passage.id}>
            {copy.pages > 1 && <p className="note">{pageName(copy.mediaType, passage.page, t)}</p>}
            <p className="copy-excerpt" lang={passage.language}>
              {cut.before && "[…] "}
              {before.trimStart()}
              <mark className="said" id={passageId(passage.id)}>
                {others.map(({ id }) => (
                  <span key={id} id={passageId(id)} />
                ))}
                {words}
              </mark>
              {after.trimEnd()}
              {cut.after && " […]"}
            </p>
            {uses.map((use) => (
              <Use key={use.id} passage={use} locale={locale} />
            ))}
          </Line>
        );
      })}
    </ol>
  );
}

/** What a passage is used for, and the way to it on the page as it is today. */
function Use({ passage, locale }: { readonly passage: CopyPassage; readonly locale: Locale }) {
  const t = translator(locale);
  const { id, claim, stance, live } = passage;
  return (
    <p className="note passage-line mt-[0.25em]">
      <LineEnd kind={stance} className="mr-[0.45em]" /> {t(`stances.${stance}`)}{" "}
      <a href={`${href(locale, `/claims/${claim.slug}`)}#evidence-${id}`}>
        {t("source.usedFor", { number: claim.number })}
      </a>
      {live !== null && (
        <>
          .{" "}
          <a href={live} rel="noopener nofollow">
            {t("copy.live")}
          </a>
          . {t("copy.liveNote")}
        </>
      )}
    </p>
  );
}
