export const metadata = { title: "Bare", description: "The least a page of this framework can be." };

/** Text alone, about 14 kB of HTML with the framework's own, so that it is a page and not an empty file. */
const paragraphs = Array.from(
  { length: 12 },
  (_, i) => `${i + 1}. ${"En kommun anklagar en annan, som utreder och svarar. ".repeat(8)}`,
);

export default function Page() {
  return (
    <main>
      <h1>Bare</h1>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </main>
  );
}
