import { claimImage } from "@/components/site/share/share-image";
import { shareCard, shareLocale } from "@/components/site/share/share-words";
import { claimOn } from "@/lib/record/claim/claim-queries";

/** Drawn once, kept, and drawn anew when the claim's tag expires. */
export const dynamic = "force-static";
export const generateStaticParams = () => [];

const AN_HOUR = 60 * 60;

/** The claim as it stands. Pages of a rated claim name the image of the version instead. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/share/claims/[slug]/[file]">,
): Promise<Response> {
  const { slug, file } = await params;
  const locale = shareLocale(file);
  const claim = locale && (await claimOn(slug));
  if (!claim) return new Response(null, { status: 404 });
  return claimImage(shareCard(claim, claim.verdict, locale), AN_HOUR);
}
