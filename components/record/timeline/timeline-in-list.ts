/** The list under the picture is the server's; here the reader's choices are marked in it. */
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import type { Prepared } from "@/lib/record/timeline/timeline-prepared.ts";

export function markInList(
  prepared: Prepared,
  shown: ReadonlySet<string>,
  selected: string | null,
  clock: Clock,
): void {
  for (const { id } of prepared.posts) {
    const item = document.getElementById(id);
    if (!item) continue;
    if (item.hidden === shown.has(id)) item.hidden = !shown.has(id);
    const on = id === selected;
    if (item.classList.contains("on") !== on) {
      item.classList.toggle("on", on);
      const more = item.querySelector("details");
      if (more) more.open = on;
    }
  }
  document.querySelector(".spine")?.setAttribute("data-clock", clock);
}
