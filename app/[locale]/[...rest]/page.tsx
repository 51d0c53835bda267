import { notFound } from "next/navigation";

/** Every address that is none of ours: a true 404 with the designed page, in the language of the address. */
export const dynamic = "force-static";
export const generateStaticParams = () => [];

export default function Page() {
  notFound();
}
