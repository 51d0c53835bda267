import { isLocale } from "@/lib/core/language/language";
import { linkAnswer } from "@/lib/desk/auth/link-answer";

export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/sign-in/reset/[token]">,
): Promise<Response> {
  const { locale, token } = await params;
  return linkAnswer(isLocale(locale) ? locale : "sv", "/sign-in/reset", token);
}
