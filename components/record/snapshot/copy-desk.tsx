import { Form } from "@/components/desk/form/form";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { type Actor, atLeast } from "@/lib/core/actor";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { asFields } from "@/lib/desk/form/form";
import { copyKind } from "@/lib/record/snapshot/snapshot";
import { publishCopyNow, saveShowing } from "@/lib/record/snapshot/snapshot-actions";
import type { DeskCopy } from "@/lib/record/snapshot/snapshot-desk-queries";
import { pageName } from "./copy-facts";
import { copyHref } from "./copy-href";
import { CopyText } from "./copy-text";
import { PdfPages } from "./pdf-pages";
import { showingForm } from "./showing-form";

interface CopyProps {
  readonly copy: DeskCopy;
  readonly locale: Locale;
}

/** The copy as a picture, where it is one or can be drawn as one. Always the copy without metadata. */
export function CopyPicture({ copy, locale }: CopyProps) {
  const t = translator(locale);
  const kind = copyKind(copy.mediaType);
  const src = href(locale, `/desk/copies/${copy.id}/file`);
  if (copy.publicSha256 === null) return null;
  return (
    <>
      <h2>{t(kind === "pdf" ? "copy.picture" : kind === "picture" ? "copy.pictureItself" : "copy.file")}</h2>
      {kind === "pdf" && (
        <>
          <p className="help">{t("copy.pictureHelp")}</p>
          <noscript>
            <p className="help">{t("copy.withoutScripts")}</p>
          </noscript>
          <PdfPages
            src={src}
            words={{
              frame: t("copy.pictureFrame"),
              loading: t("copy.pictureLoading"),
              failed: t("copy.pictureFailed"),
              pictureOf: t("copy.pictureOf", { number: "{number}" }),
              previous: t("copy.previous"),
              next: t("copy.next"),
              goTo: t("copy.goTo"),
              of: t("copy.of", { total: "{total}" }),
              zoom: t("copy.zoom"),
              zooms: { one: t("copy.zooms.one"), more: t("copy.zooms.more"), most: t("copy.zooms.most") },
            }}
          />
        </>
      )}
      {/* biome-ignore lint/performance/noImgElement: the file is for this reader alone; nothing else is to fetch or keep it */}
      {kind === "picture" && <img className="copy-picture" src={src} alt={t("copy.pictureAlt")} />}
      <p className="do">
        <a href={src}>{t("copy.getFile")}</a>
      </p>
      <p className="help">{t("copy.fileNote")}</p>
    </>
  );
}

/** The text of a copy, page by page, with what is quoted from it. */
export function CopyPages({ copy, locale }: CopyProps) {
  const t = translator(locale);
  const several = copy.text.length > 1;
  return copy.text.map(({ number, text }) => {
    const passages = copy.passages.filter(({ page }) => page === number);
    return (
      <section key={number} id={`page-${number}`} className="copy-page">
        {several && <h3>{pageName(copy.mediaType, number, t)}</h3>}
        {text === "" ? (
          <p className="empty">{t("copy.noTextHere")}</p>
        ) : (
          <CopyText number={number} text={text} passages={passages} />
        )}
        {passages.length > 0 && (
          <p className="do">
            <span className="fine">{t("copy.citedHere")}</span>
            {passages.map(({ id, claim, published }) => (
              <span key={id}>
                <a href={href(locale, `/desk/claims/${claim.id}`)}>
                  {t("copy.citedIn", { number: claim.number })}
                </a>{" "}
                <Mark locale={locale} published={published} />
              </span>
            ))}
          </p>
        )}
      </section>
    );
  });
}

/** How much of it readers see, and whether they see that it exists. */
export function CopyShowing({
  copy,
  actor,
  parties,
  locale,
}: CopyProps & { readonly actor: Actor; readonly parties: Parameters<typeof showingForm>[1] }) {
  const t = translator(locale);
  const draft = { id: copy.id, revision: 1 };
  return (
    <>
      <h2>{t("copy.showing")}</h2>
      {!copy.published && copy.lookAt.length > 0 && (
        <ul className="problem">
          {copy.lookAt.map((flag) => (
            <li key={flag}>{t(`capture.flags.${flag}`)}</li>
          ))}
        </ul>
      )}
      {copy.published || !atLeast(actor, "journalist") ? (
        <p>{t("copy.showingFixed", { what: t(`copy.showings.${copy.showing}`) })}</p>
      ) : (
        <Form
          locale={locale}
          action={saveShowing}
          fields={showingForm(copy, parties, locale)}
          initial={asFields({
            handedOverById: copy.handedOverById,
            showing: copy.showing,
            reason: copy.showingReason,
            looked: copy.looked,
          })}
          sendKey={crypto.randomUUID()}
          draft={draft}
          submit={t("copy.showingSave")}
        />
      )}
      {copy.published && (
        <p className="do">
          <a href={href(locale, copyHref(copy.source.id, copy.id))}>{t("copy.publicPage")}</a>
        </p>
      )}
      {!copy.published && !copy.source.published && <p className="help">{t("copy.publishedWithSource")}</p>}
      {!copy.published && copy.source.published && atLeast(actor, "editor") && (
        <>
          <p className="help">{t("copy.publishHelp")}</p>
          <Form
            locale={locale}
            action={publishCopyNow}
            fields={[]}
            sendKey={crypto.randomUUID()}
            draft={draft}
            seen={copy.seen}
            submit={t("copy.publish")}
            grave
          />
        </>
      )}
    </>
  );
}
