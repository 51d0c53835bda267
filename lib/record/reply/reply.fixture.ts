/** Made-up disputes for tests of asking and answering. They say nothing about anyone. */
import { randomUUID } from "node:crypto";
import {
  demonstrationAuthor as author,
  demonstrationEditor as publisher,
} from "../../../prisma/seed/seed.ts";
import { orThrow } from "../../core/result.ts";
import { addClaim } from "../claim/claim-commands.ts";
import { newClaim } from "../claim/claim-schema.ts";
import { openDispute, publishDispute } from "../dispute/dispute-commands.ts";
import { newDispute } from "../dispute/dispute-schema.ts";
import { addParty, givePartyRole } from "../party/party-commands.ts";
import { newParty, newPartyRole } from "../party/party-schema.ts";

const both = (text: string) => ({ sv: text, en: text });

/** A dispute with one claim about one party, its own each time. */
export async function madeUpClaim({
  slug = `exempelby-${randomUUID().slice(0, 8)}`,
  name = "Exempelby kommun",
  published = true,
}: {
  slug?: string;
  name?: string;
  published?: boolean;
} = {}) {
  const dispute = {
    slug,
    demonstration: true,
    title: { sv: `Påhittad tvist ${slug}`, en: `Made-up dispute ${slug}` },
    short: both(slug),
    summary: { sv: "Påhittad för ett test.", en: "Made up for a test." },
  };
  const { id: disputeId } = orThrow(await openDispute(author, newDispute.parse(dispute)));
  const party = {
    slug: `${slug}-kommun`,
    kind: "public_body",
    partOfId: null,
    name: both(name),
    description: { sv: "En påhittad kommun.", en: "A made-up municipality." },
  };
  const { id: partyId } = orThrow(await addParty(author, newParty.parse(party)));
  const role = {
    ...{ partyId, disputeId, side: "accused", position: 0, held: null },
    title: { sv: "kommun", en: "municipality" },
    says: { sv: "Har inte uttalat sig.", en: "Has not commented." },
  };
  orThrow(await givePartyRole(author, newPartyRole.parse(role)));
  const claim = {
    ...{ disputeId, slug: `${slug}-pastaende`, number: 1, kind: "fact" },
    text: {
      sv: `Kommunen stängde simhallen i ${slug} utan beslut.`,
      en: `The municipality closed the pool in ${slug} without a decision.`,
    },
    short: { sv: "Simhallen stängdes", en: "The pool was closed" },
    restatedBy: { sv: "testet", en: "the test" },
    interests: [{ partyId, about: true, gainsIf: "claim_false" }],
  };
  const { id: claimId } = orThrow(await addClaim(author, newClaim.parse(claim)));
  if (published) orThrow(await publishDispute(publisher, { disputeId }));
  return { disputeId, claimId, partyId, slug, claimSlug: claim.slug };
}
