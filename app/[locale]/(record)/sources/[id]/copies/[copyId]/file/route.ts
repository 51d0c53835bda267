import { publicFile } from "@/lib/record/snapshot/snapshot-public-queries";
import { sendCopy } from "@/lib/record/snapshot/snapshot-send";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/[locale]/sources/[id]/copies/[copyId]/file">;

/** The file of a copy that is shown whole. Asked about every time: what is shown may come to an end. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, copyId } = await params;
  return sendCopy(request, await publicFile(id, copyId), "public, max-age=0, must-revalidate, no-transform");
}

export const HEAD = GET;
