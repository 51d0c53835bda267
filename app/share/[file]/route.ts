import { siteImage } from "@/components/site/share/share-image";
import { shareLocale } from "@/components/site/share/share-words";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const A_WEEK = 7 * 24 * 60 * 60;

/** The site's own image, for pages without one. */
export async function GET(_request: Request, { params }: RouteContext<"/share/[file]">): Promise<Response> {
  const locale = shareLocale((await params).file);
  return locale ? siteImage(locale, A_WEEK) : new Response(null, { status: 404 });
}
