import { claimImage } from "@/components/site/share/share-image";
import { shareCard, shareLocale } from "@/components/site/share/share-words";
import { claimOn } from "@/lib/record/claim/claim-queries";
import { versionOn } from "@/lib/record/verdict/verdict-version-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const VERSION = /^[1-9]\d{0,5}$/;
/** A frozen version does not change; only our drawing of it may. */
const A_WEEK = 7 * 24 * 60 * 60;

export async function GET(
  _request: Request,
  { params }: RouteContext<"/share/claims/[slug]/v/[version]/[file]">,
): Promise<Response> {
  const { slug, version, file } = await params;
  const locale = shareLocale(file);
  if (!locale || !VERSION.test(version)) return new Response(null, { status: 404 });
  const [claim, verdict] = await Promise.all([claimOn(slug), versionOn(slug, Number(version))]);
  if (!claim || !verdict) return new Response(null, { status: 404 });
  return claimImage(shareCard(claim, verdict, locale), A_WEEK);
}
