/** Prints rows under their headings, each column as wide as its widest cell; numbers to the right. */
export function printTable(headings, rows) {
  const cells = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const [index, row] of cells.entries()) {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(line.join("  "));
    if (index === 0) console.log(widths.map((width) => "─".repeat(width)).join("  "));
  }
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** Says whether a ratio keeps its promise, and makes the command fail when it does not. */
export function promise(words, kept) {
  console.log(`${kept ? "✓" : "✗"} ${words}`);
  if (!kept) process.exitCode = 1;
}
