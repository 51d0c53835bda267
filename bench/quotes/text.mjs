/** Swedish as in minutes and replies of a municipality: the same text for the same seed. All names are made up. */

/** Mulberry32: numbers from 0 to 1 that look like chance and are the same in every run. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (random, limit) => Math.floor(random() * limit);
const one = (random, list) => list[below(random, list.length)];

const subjects =
  "Exempelby kommun|Kommunstyrelsen i Provköping|Socialnämnden|Barn- och ungdomsnämnden|Förvaltningschefen|Ordföranden|Åklagarkammaren|Handläggaren|Revisorerna|Fastighetsbolaget|Familjen|Överförmyndaren|En tjänsteman vid enheten|Hyresgästerna på Åvägen|Länsrätten i Påhittsås|Utredaren";
const verbs =
  "har beslutat|föreslår|medger|förnekar|har låtit meddela|påstår|åtar sig|bekräftar|skrev därtill|anser|hävdar alltjämt|har fått veta|anförde intill kartan|svarade";
const facts =
  "att flytten skedde frivilligt|att bidraget betalades ut|att ärendet återkallades|att någon placering var aktuell|att bostaden stod färdig|att avtalet gällde hyran för våningen|att frågan prövades i nämnden|att handlingarna lämnades ut|att resorna ersattes ur anslaget|att beslutet överklagades|att kontraktet sades upp|att mötet protokollfördes|att personalen informerades per e-post|att åtgärderna följde lagen";
const denied =
  "att flytten inte skedde frivilligt|att något bidrag inte har betalats ut|att ärendet inte återkallades av nämnden|att hyran inte har höjts|att frågan inte prövades före årsskiftet|att handlingarna inte lämnades ut i tid|att kommunen inte har något ansvar för boendet|att man inte såg någon anledning att ändra beslutet|att Provköping inte underrättades|att åtgärden inte var tillåten";
const when =
  "i början av året|under våren|efter påtryckningar från grannkommunen|enligt ett protokoll från sammanträdet|på förslag av ordföranden|utan föregående utredning|till följd av bostadsbristen|vid två tillfällen|så snart underlaget förelåg|på obestämd tid|i strid med riktlinjerna|mot bakgrund av förändrade omständigheter";
const said =
  "Vi har inte lovat någon något.|Det är kommunens ansvar, inte vårt.|Så går det till på många håll.|Jag såg aldrig avtalet.|Ingen har tvingats åka härifrån.|Nå, det får andra svara på.|Vi gjorde vad vi kunde då.|Frågan får ställas till nämnden.";
const [SUBJECTS, VERBS, FACTS, DENIED, WHEN, SAID] = [subjects, verbs, facts, denied, when, said].map(
  (list) => list.split("|"),
);

const figures = [
  (n) => `Kostnaden uppgick till ${(n % 90) + 10},${n % 10} miljoner kronor.`,
  (n) => `Det rörde sig om ${(n % 400) + 12} personer åren ${1990 + (n % 15)}-${2006 + (n % 19)}.`,
  (n) => `Beslutet har dnr ${2010 + (n % 15)}/${(n % 900) + 100} och fattades den ${(n % 28) + 1} mars.`,
  (n) => `Andelen var ${(n % 80) + 5} procent, mot ${(n % 70) + 8} procent året innan.`,
];

function sentence(random) {
  const kind = random();
  if (kind < 0.15) return one(random, figures)(below(random, 100_000));
  const opening = `${one(random, SUBJECTS)} ${one(random, VERBS)}`;
  if (kind < 0.25) return `${opening}: "${one(random, SAID)}" - ${one(random, WHEN)}.`;
  return `${opening} ${one(random, kind < 0.55 ? DENIED : FACTS)} ${one(random, WHEN)}.`;
}

/** Paragraphs to a length. Now and then one of them is an earlier one again, as in annexes and decisions. */
export function swedishText(length, random) {
  const paragraphs = [];
  for (let size = 0; size < length; ) {
    const again = paragraphs.length > 3 && random() < 0.08;
    const paragraph = again
      ? one(random, paragraphs)
      : Array.from({ length: 3 + below(random, 5) }, () => sentence(random)).join(" ");
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join("\n");
}
