import { currentActor } from "@/lib/desk/auth/session-request";
import { fileForDesk } from "@/lib/record/snapshot/snapshot-desk-queries";
import { sendCopy, signedOut } from "@/lib/record/snapshot/snapshot-send";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/[locale]/desk/copies/[id]/file">;

/** The copy without metadata, for the desk. Who asks is looked up for every range of it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor) return signedOut();
  return sendCopy(request, await fileForDesk(actor, id), "private, no-store");
}

export const HEAD = GET;
