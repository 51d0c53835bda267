import { linkAnswer } from "@/lib/auth/link-answer";
import { isLocale } from "@/lib/language/language";

export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/sign-in/reset/[token]">,
): Promise<Response> {
  const { locale, token } = await params;
  return linkAnswer(isLocale(locale) ? locale : "sv", "/sign-in/reset", token);
}
