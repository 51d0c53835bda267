"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 2_000;

/** Shows the page as it stands now, again and again, for as long as it is drawn and somebody looks. */
export function CaptureWatch() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
