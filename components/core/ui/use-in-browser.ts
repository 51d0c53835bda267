import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** What this browser can do, which the server cannot know: false until the page's script runs. */
export const useInBrowser = (can: () => boolean): boolean => useSyncExternalStore(never, can, () => false);
