import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { deskPage } from "@/components/desk/page/desk-route";
import { CorrectLink, CorrectThis } from "@/components/record/amendment/correct-this";
import { FoundFacts } from "@/components/record/capture/found-facts";
import { isUnderWay, SourceCopies } from "@/components/record/capture/source-copies";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { MergeLink } from "@/components/record/merge/merge-desk";
import { LookAgain } from "@/components/record/recheck/look-again";
import { TakeDownLink } from "@/components/record/removal/removal-desk";
import { DeskSourceWithdrawalPart } from "@/components/record/source/desk-source-withdrawal";
import { sourceEdgeForm, sourceForm } from "@/components/record/source/source-form";
import { SuggestedEdges } from "@/components/record/source/suggested-edges";
import { atLeast } from "@/lib/core/actor";
import { href, inEither } from "@/lib/core/language/language";
import { capturesOf } from "@/lib/record/capture/capture-desk-queries";
import { suggestSource } from "@/lib/record/capture/capture-suggest";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { copiesOf } from "@/lib/record/snapshot/snapshot-desk-queries";
import { saveSource, saveSourceEdge } from "@/lib/record/source/source-actions";
import { type DeskEdge, sourceDraft } from "@/lib/record/source/source-desk-queries";
import { suggestedEdgesOf } from "@/lib/record/source/source-suggest-desk-queries";

export default deskPage({ path: "/desk/sources/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const source = await sourceDraft(actor, id);
  const dispute = source && (await disputeDesk(actor, source.disputeId));
  if (!dispute) return 404;
  const choices = await choicesOf(actor, dispute.id);
  const writes = atLeast(actor, "journalist");
  const others = (choices?.sources ?? []).filter((other) => other.id !== id);
  const copies = await copiesOf(actor, id);
  const captures = await capturesOf(actor, id);
  const found = captures.find((capture) => capture.found !== null)?.found;
  const parties = (choices?.parties ?? []).map((party) => ({
    id: party.id,
    names: Object.values(party.words),
  }));
  const suggestions = found && source.changeable ? suggestSource(source.stands, found, parties) : [];
  // What the copies speak for is computed from all of them: not every other second while one more is on its way.
  const edges = captures.some(isUnderWay) ? [] : await suggestedEdgesOf(actor, id);
  const list = (those: readonly DeskEdge[]) => (
    <ul className="work">
      {those.map((edge) => (
        <li key={edge.id}>
          {edge.kind !== "same_producer" && `${t(`deskRecord.source.edges.${edge.kind}`)} `}
          <a href={href(locale, `/desk/sources/${edge.to.id}`)}>{inEither(edge.to.title, locale)}</a>
          <span className="do">
            <Mark locale={locale} published={edge.published} />
          </span>
          {edge.published && writes && (
            <CorrectLink
              table="SourceEdge"
              id={edge.id}
              locale={locale}
              what={t("history.tables.SourceEdge")}
            />
          )}
          {!edge.published && <Discard locale={locale} table="sourceEdge" id={edge.id} />}
        </li>
      ))}
    </ul>
  );
  return (
    <DisputeWorkPage
      {...page}
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
            <>
              <a href={href(locale, `/sources/${id}`)}>{t("deskRecord.dispute.publicPage")}</a>
              <MergeLink table="Source" id={id} actor={actor} locale={locale} />
              <TakeDownLink table="Source" id={id} actor={actor} locale={locale} />
            </>
          )}
        </p>
      }
    >
      <SourceCopies
        source={{ id, url: source.url }}
        copies={copies}
        captures={captures}
        actor={actor}
        locale={locale}
      />
      <FoundFacts
        source={{ ...source, id }}
        suggestions={suggestions}
        zone={dispute.timeZone}
        locale={locale}
      />
      <h2>{t("source.particulars")}</h2>
      {source.changeable ? (
        <DeskForm
          locale={locale}
          action={saveSource}
          fields={sourceForm(choices?.parties ?? [], await frameOf(actor, dispute.id), locale)}
          initial={source.fields}
          hidden={{ disputeId: dispute.id }}
          draft={{ id, revision: source.revision }}
          actor={actor}
          kept={`source/${id}`}
          submit={t("deskRecord.save")}
        />
      ) : (
        !source.published && <p>{t("deskRecord.othersDraft")}</p>
      )}
      {source.published && writes && <CorrectThis table="Source" id={id} locale={locale} />}
      <h2>{t("deskRecord.source.restsOn")}</h2>
      {source.edges.length === 0 && <p className="empty">{t("deskRecord.source.noEdges")}</p>}
      {list(source.edges)}
      {source.alike.length > 0 && (
        <>
          <h3>{t("source.alike")}</h3>
          {list(source.alike)}
        </>
      )}
      <SuggestedEdges sourceId={id} suggestions={edges} locale={locale} />
      {others.length > 0 && writes && (
        <Form
          locale={locale}
          action={saveSourceEdge}
          fields={sourceEdgeForm(others, locale)}
          hidden={{ fromId: id }}
          sendKey={crypto.randomUUID()}
          submit={t("deskRecord.source.link")}
        />
      )}
      {source.published && writes && (
        <>
          <LookAgain sourceId={id} actor={actor} locale={locale} />
          <DeskSourceWithdrawalPart sourceId={id} actor={actor} locale={locale} />
        </>
      )}
      {source.changeable && <Discard locale={locale} table="source" id={id} />}
    </DisputeWorkPage>
  );
});
