import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { Mark } from "@/components/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { Discard } from "@/components/draft/discard";
import { DeskForm } from "@/components/form/desk-form";
import { Form } from "@/components/form/form";
import { sourceEdgeForm, sourceForm } from "@/components/source/source-form";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { href, inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveSource, saveSourceEdge } from "@/lib/source/source-actions";
import { sourceDraft } from "@/lib/source/source-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/sources/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/sources/${id}`;
  const actor = await requireActor(locale, path);
  const source = await sourceDraft(actor, id);
  const dispute = source && (await disputeDesk(actor, source.disputeId));
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const choices = await choicesOf(actor, dispute.id);
  const others = (choices?.sources ?? []).filter((other) => other.id !== id);
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      title={t("deskRecord.source.title", { title: inEither(source.title, locale) })}
      lead={
        <p className="do">
          <Mark locale={locale} published={source.published} />
          <span className="fine">{t("deskRecord.source.copies", { count: source.copies })}</span>
          {source.url && (
            <a href={source.url} rel="noreferrer">
              {source.url}
            </a>
          )}
          {source.published && (
            <a href={href(locale, `/sources/${id}`)}>{t("deskRecord.dispute.publicPage")}</a>
          )}
        </p>
      }
    >
      {source.changeable ? (
        <DeskForm
          locale={locale}
          action={saveSource}
          fields={sourceForm(choices?.parties ?? [], await anchorsOf(actor, dispute.id), locale)}
          initial={source.fields}
          hidden={{ disputeId: dispute.id }}
          draft={{ id, revision: source.revision }}
          actor={actor}
          kept={`source/${id}`}
          submit={t("deskRecord.save")}
        />
      ) : (
        <p>{t(source.published ? "deskRecord.publicIsFixed" : "deskRecord.othersDraft")}</p>
      )}
      <h2>{t("deskRecord.source.restsOn")}</h2>
      {source.edges.length === 0 && <p className="empty">{t("deskRecord.source.noEdges")}</p>}
      <ul className="work">
        {source.edges.map((edge) => (
          <li key={edge.id}>
            {t(`deskRecord.source.edges.${edge.kind}`)}{" "}
            <a href={href(locale, `/desk/sources/${edge.to.id}`)}>{inEither(edge.to.title, locale)}</a>
            <span className="do">
              <Mark locale={locale} published={edge.published} />
            </span>
            {!edge.published && <Discard locale={locale} table="sourceEdge" id={edge.id} next={path} />}
          </li>
        ))}
      </ul>
      {others.length > 0 && atLeast(actor, "journalist") && (
        <Form
          locale={locale}
          action={saveSourceEdge}
          fields={sourceEdgeForm(others, locale)}
          hidden={{ fromId: id }}
          sendKey={crypto.randomUUID()}
          submit={t("deskRecord.source.link")}
        />
      )}
      {source.changeable && (
        <Discard locale={locale} table="source" id={id} next={`/desk/disputes/${dispute.id}`} />
      )}
    </DisputeWorkPage>
  );
}
