import { Prose } from "@/components/core/ui/prose";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AppearanceView, EvidenceView } from "@/lib/record/claim/claim";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { passageWords } from "./passage";

interface ToCheckProps {
  /** Absolute addresses. */
  readonly latest: string;
  readonly version: string | null;
  readonly hash: string | null;
  readonly evidence: readonly (FrozenVerdict["evidence"][number] | EvidenceView)[];
  readonly appearances: readonly AppearanceView[];
  readonly json: string;
  readonly locale: Locale;
}

/** Folded, for those who want to check: addresses that last, where in each source the words stand, the checksum, the data. */
export function ToCheck({ latest, version, hash, evidence, appearances, json, locale }: ToCheckProps) {
  const t = translator(locale);
  const places = [
    ...evidence.map((piece) => ({
      name: "rank" in piece ? `${t("claim.evidenceLetter")}${piece.rank}` : `”${piece.excerpt}”`,
      source: piece.source.title[locale],
      place: passageWords(piece, locale),
    })),
    ...appearances.map((appearance) => ({
      name: `${t("claim.appearances")}, ${appearance.party.name[locale]}`,
      source: appearance.source.title[locale],
      place: passageWords(appearance, locale),
    })),
  ].filter(({ place }) => place !== "");
  return (
    <details className="fold">
      <summary>{t("claim.toCheck")}</summary>
      <dl className="addresses">
        <div>
          <dt>{t("claim.latestVersion")}:</dt>
          <dd>
            <a href={latest}>{latest}</a>
          </dd>
        </div>
        {version && (
          <div>
            <dt>{t("claim.thisVersion")}:</dt>
            <dd>
              <a href={version}>{version}</a>
            </dd>
          </div>
        )}
      </dl>
      {places.length > 0 && (
        <>
          <p>{t("claim.places")}</p>
          <ul>
            {places.map(({ name, source, place }) => (
              <li key={name + place}>
                {name}: <Prose text={`${source}, ${place}`} />.
              </li>
            ))}
          </ul>
        </>
      )}
      {hash && (
        <p>
          {t("claim.hash")}
          <br />
          <span className="hash">{hash}</span>
        </p>
      )}
      <p>
        <a href={json} type="application/json">
          {t("claim.json")}
        </a>
      </p>
    </details>
  );
}
