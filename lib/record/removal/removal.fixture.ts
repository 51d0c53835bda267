/** A made-up dispute about nobody, with one of each kind that can be taken down, and a word of its own in every text of each. */
import { judge } from "../../../e2e/fixtures/judged-dispute.ts";
import { demonstrationAuthor as author, demonstrationEditor as editor } from "../../../prisma/seed/seed.ts";
import { db, transaction } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { addAppearance } from "../appearance/appearance-commands.ts";
import { newAppearance } from "../appearance/appearance-schema.ts";
import { addClaim, relateClaims } from "../claim/claim-commands.ts";
import { newClaim, newRelation } from "../claim/claim-schema.ts";
import { openDispute, publishDispute } from "../dispute/dispute-commands.ts";
import { newDispute } from "../dispute/dispute-schema.ts";
import { addEvent } from "../event/event-commands.ts";
import { newEvent } from "../event/event-schema.ts";
import { addEvidence } from "../evidence/evidence-commands.ts";
import { newEvidence } from "../evidence/evidence-schema.ts";
import { addParty, givePartyRole, identifyParty } from "../party/party-commands.ts";
import { newParty, newPartyIdentifier, newPartyRole } from "../party/party-schema.ts";
import { copyOf } from "../recheck/recheck.fixture.ts";
import { openReplyRequest } from "../reply/reply-commands.ts";
import { newReplyRequest } from "../reply/reply-schema.ts";
import { writeCopy } from "../snapshot/snapshot-commands.ts";
import { addSource, linkSources } from "../source/source-commands.ts";
import { newSource, newSourceEdge } from "../source/source-schema.ts";
import type { Removable } from "./removal.ts";

/** A word that stands in the texts of one kind and nowhere else. */
export const WORD = {
  Claim: "kanarieolika",
  Dispute: "kanariegul",
  Party: "kanariebo",
  Source: "kanarieblad",
  Snapshot: "kanariebild",
} as const satisfies Record<Removable, string>;

const both = (text: string) => ({ sv: text, en: `${text} (in English)` });
const at = { paragraph: null, charStart: null, charEnd: null };

/** @returns the row of each kind that has its word */
export const disputeOfWords = (): Promise<Record<Removable, string>> =>
  transaction(async () => {
    const { id: disputeId } = orThrow(
      await openDispute(
        author,
        newDispute.parse({
          ...{ slug: WORD.Dispute, demonstration: true },
          ...{ title: both(`Om ${WORD.Dispute}`), short: both(WORD.Dispute), summary: both(WORD.Dispute) },
        }),
      ),
    );
    const party = async (word: string) => {
      const words = { name: both(`Testparten ${word}`), description: both(`Påhittad: ${word}`) };
      const row = newParty.parse({ slug: word, kind: "organisation", partOfId: null, ...words });
      const { id: partyId } = orThrow(await addParty(author, row));
      const role = {
        side: "accuses",
        position: null,
        title: both(word),
        says: both(`Säger ${word}`),
        held: null,
      };
      orThrow(await givePartyRole(author, newPartyRole.parse({ ...role, partyId, disputeId })));
      return partyId;
    };
    const Party = await party(WORD.Party);
    const other = await party("andra-parten");
    const site = { scheme: "website", value: `https://${WORD.Party}.example/` };
    orThrow(await identifyParty(author, newPartyIdentifier.parse({ partyId: Party, ...site })));
    const source = async (word: string, producerId: string) => {
      const words = { title: both(`Bladet ${word}`), note: both(`Påhittat: ${word}`) };
      const row = { disputeId, kind: "article", producerId, language: "sv", made: "2019", public: "2019" };
      return orThrow(
        await addSource(author, newSource.parse({ ...row, ...words, url: `https://${word}.example/` })),
      ).id;
    };
    const Source = await source(WORD.Source, other);
    const second = await source("andra-bladet", Party);
    orThrow(
      await linkSources(author, newSourceEdge.parse({ fromId: second, toId: Source, kind: "based_on" })),
    );
    const Snapshot = await transaction((tx) =>
      writeCopy(tx, author, {
        ...copyOf(`Allt om ${WORD.Snapshot}, och det som är citerat.`),
        ...{ sourceId: second, fileName: `${WORD.Snapshot}.html` },
      }),
    );
    const claim = async (word: string, number: number) => {
      const words = { text: both(`Påstående om ${word}`), short: both(word), restatedBy: both(word) };
      const interests = [{ partyId: Party, about: true, gainsIf: "neither" }];
      const row = { disputeId, slug: word, number, kind: "fact", interests };
      return orThrow(await addClaim(author, newClaim.parse({ ...row, ...words }))).id;
    };
    const Claim = await claim(WORD.Claim, 1);
    const next = await claim("andra-saken", 2);
    const relation = { fromId: Claim, toId: next, kind: "denies" };
    orThrow(await relateClaims(author, newRelation.parse(relation)));
    const said = async (claimId: string, partyId: string, sourceId: string, quote: string) =>
      orThrow(
        await addAppearance(
          author,
          newAppearance.parse({
            ...{
              claimId,
              partyId,
              sourceId,
              mode: "asserts",
              quote,
              quoteLanguage: "sv",
              verbatim: true,
              at,
            },
            ...{ happened: "2019-05", known: "2019-06", dateNote: both("Ungefär") },
          }),
        ),
      );
    await said(Claim, other, second, `Ja, ${WORD.Claim}`);
    await said(next, Party, second, `Ja, ${WORD.Party}`);
    await said(next, other, Source, `Ja, ${WORD.Source}`);
    await said(next, other, second, "Ja, det är så.");
    const evidence = async (claimId: string, sourceId: string, excerpt: string, note: string) =>
      orThrow(
        await addEvidence(
          author,
          newEvidence.parse({
            ...{ claimId, sourceId, originId: null, stance: "context", excerpt, excerptLanguage: "sv", at },
            ...{ page: null, note: both(note) },
            unchecked: excerpt === QUOTED ? null : both("Påhittat för ett prov."),
          }),
        ),
      );
    const QUOTED = "det som är citerat";
    await evidence(Claim, second, `Stycke om ${WORD.Claim}`, WORD.Claim);
    await evidence(next, Source, `Stycke ur ${WORD.Source}`, WORD.Source);
    await evidence(next, second, QUOTED, "Ett annat ställe.");
    const event = (actorId: string, sourceId: string, word: string) =>
      newEvent.parse({
        ...{
          disputeId,
          text: both(`Det hände: ${word}`),
          short: both(word),
          actorId,
          targetId: null,
          sourceId,
        },
        ...{ paragraph: null, happened: "2019-04", known: null, dateNote: null },
        ...{ beforeId: null, afterId: null, answersId: null },
      });
    orThrow(await addEvent(author, event(Party, second, WORD.Party)));
    orThrow(await addEvent(author, event(other, Source, WORD.Source)));
    const asked = { claimId: next, partyId: Party, inSources: both(`Inget av ${WORD.Party}`) };
    const request = newReplyRequest.parse({ ...asked, reasonNotAsked: both(`Inte ${WORD.Party}`) });
    orThrow(await openReplyRequest(author, request));
    orThrow(await publishDispute(editor, { disputeId }));
    for (const { slug } of await db().claim.findMany({ where: { disputeId } }))
      await judge(slug, "Inget visar det.");
    return { Claim, Dispute: disputeId, Party, Source, Snapshot };
  });
