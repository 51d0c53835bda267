/** What is said of our state to whoever watches over it, in a line for each thing. */

interface Room {
  readonly state: "enough" | "scarce" | "none";
  readonly free: number;
}

/**
 * @param isReady - whether the database answers
 * @param room - on the disks that the record is written to; without any nothing is written, and everything is read
 */
export function healthWords(
  isReady: boolean,
  room: Room,
): { readonly status: 200 | 503; readonly text: string } {
  const free = `${Math.floor(room.free / 1024 / 1024)} MB free`;
  const disk = {
    enough: "",
    scarce: `the disk is getting full: ${free}\n`,
    none: `the disk is full: ${free}, and nothing more is written before there is space\n`,
  }[room.state];
  const database = isReady ? "" : "the database does not answer, or has not been brought up to date\n";
  const isWell = isReady && room.state !== "none";
  return { status: isWell ? 200 : 503, text: `${isWell ? "ready" : "not ready"}\n${database}${disk}` };
}
