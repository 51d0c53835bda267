import { deskPage } from "@/components/desk/page/desk-route";
import "@/app/styles/reply.css";
import { RequestPage } from "@/components/record/reply/request-page";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";

export default deskPage({ path: "/desk/requests/[id]" }, async ({ actor, locale }, { id }) => {
  const request = await requestFor(actor, id);
  if (!request) return 404;
  return <RequestPage request={request} actor={actor} locale={locale} />;
});
