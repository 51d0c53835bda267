import { useState } from "react";
import type { FormState } from "@/lib/desk/form/form";

/** Counts the answers: each fills the fields anew, and a field keeps the browser's own state until then. */
export function useRound(state: FormState): number {
  const [seen, setSeen] = useState({ state, round: 0 });
  if (seen.state !== state) setSeen({ state, round: seen.round + 1 });
  return seen.round;
}
