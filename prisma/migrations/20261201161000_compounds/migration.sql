-- What compounds are made of, as far as the record's own words do not say: words of public life, chosen one by one. Short ones
-- that also begin or end what is no compound (år, ton, sal, ring, is) are left out on purpose.
-- What the forms and the family of a word have in common, more loosely than its stem: skola, skolan and skolornas; tunnel and
-- tunnlar; folkbokföring and folkbokförda.
CREATE OR REPLACE FUNCTION search_root(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  root text := word;
BEGIN
  -- Whose it is.
  root := regexp_replace(root, '^(.{3,}[^s])s$', '\1');
  -- The article at the end.
  root := regexp_replace(root, '^(.{3,}?)(?:arna|orna|erna|ena|na|en|et|an)$', '\1');
  root := regexp_replace(root, '^(.+(?:[iouyåäö]|[^aeiouyåäö]e[lr]))n$', '\1');
  -- Number and tense.
  root := regexp_replace(root, '([kpsx])te$|([mvgld])de$', '\1\2');
  root := regexp_replace(root, '^(.{3,}?)(?:are|ar|or|er|ades|ade|ad|at|as|a|e)$', '\1');
  root := regexp_replace(root, '^(.{3,}[^s])s$', '\1');
  -- What makes a noun of a verb, and what a verb becomes.
  root := regexp_replace(root, '^(.{4,}?)(?:ning|ing|else|els|ande|and|ende|het|lig)$', '\1');
  root := regexp_replace(root, 'dd$', 'd');
  root := regexp_replace(root, '^(.{5,})[dt]$', '\1');
  -- Letters that are doubled or left out when something is added.
  root := regexp_replace(root, '([mn])\1$', '\1');
  RETURN regexp_replace(root, '^(.{2,}[^aeiouyåäö])e([lnr])$', '\1\2');
END $$;

-- The words that a compound is made of, in order; null: it is none. The longest known word that ends it is looked for first;
-- what it begins with may be any word that stands in the record, if it is long enough to be no accident.
CREATE OR REPLACE FUNCTION search_split(word text, depth int DEFAULT 0) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  tail text;
  head text;
  head_word text;
  heads text[];
  base text := search_ends(word);
BEGIN
  IF length(word) < 6 OR length(word) > 40 OR depth > 3 OR word !~ '^[a-zåäö]+$' OR base = '' THEN RETURN NULL; END IF;
  -- A form of a word of the list is made of what that is made of, or whole.
  IF base <> word THEN RETURN search_split(base, depth + 1); END IF;
  FOR cut IN 3 .. length(word) - 3 LOOP
    head := left(word, cut);
    tail := substr(word, cut + 1);
    -- Of three letters alike one is not written: busstation.
    IF length(tail) > 4 AND coalesce(search_ends(tail), '') = '' AND substr(word, cut - 1, 1) = right(head, 1) THEN tail := right(head, 1) || tail; END IF;
    CONTINUE WHEN coalesce(search_ends(tail), '') = '' OR (length(tail) = 3 AND search_ends(tail) <> tail);
    SELECT p."part" INTO head_word FROM "SearchPart" p WHERE p."first" AND p."form" = head;
    IF head_word IS NULL AND depth = 0 AND length(head) >= 5 AND head <> 'genom' AND ts_lexize('pg_catalog.swedish_stem', head) <> '{}' THEN
      SELECT w."word" INTO head_word FROM "SearchWord" w WHERE w."word" IN (head, regexp_replace(head, 's$', '')) AND length(w."word") >= 5
       ORDER BY length(w."word") DESC LIMIT 1;
    END IF;
    IF head_word IS NOT NULL THEN RETURN ARRAY[head_word, tail]; END IF;
    heads := coalesce(search_split(head, depth + 1), CASE WHEN right(head, 1) = 's' THEN search_split(left(head, -1), depth + 1) END);
    -- Behind what is a compound itself an s joins: rösträtt, lag and not rösträtt, slag.
    IF heads IS NOT NULL AND left(tail, 1) = 's' AND search_ends(substr(tail, 2)) <> '' THEN RETURN heads || substr(tail, 2); END IF;
    IF heads IS NOT NULL THEN RETURN heads || tail; END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- The word of the list that this is a form of, at the end of a compound; empty for a word that is none, null for neither.
CREATE FUNCTION search_ends(word text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT p."part" FROM "SearchPart" p WHERE NOT p."first" AND p."form" = search_root(word)
$$;

-- All that a word is found by. Its parts, and itself, also by how the list has them: böcker by bok.
CREATE OR REPLACE FUNCTION search_analyse(typed text) RETURNS "SearchWord" LANGUAGE plpgsql STABLE AS $$
DECLARE
  it "SearchWord";
BEGIN
  it."word" := typed;
  it."plain" := search_plain(typed);
  it."stems" := ARRAY(SELECT DISTINCT unnest(search_stem(typed) || search_stem(it."plain")));
  it."parts" := ARRAY(
    SELECT DISTINCT f.stem FROM (
      SELECT search_root(typed) AS stem UNION SELECT search_root(it."plain")
      UNION SELECT unnest(search_stem(one) || search_root(one))
        FROM unnest(coalesce(search_split(typed), '{}') || typed) part, unnest(ARRAY[nullif(part, typed), search_ends(part)]) whole,
          unnest(ARRAY[whole, search_plain(whole)]) one WHERE one <> '') f
     WHERE f.stem <> ALL (it."stems"));
  it."gaps" := search_gaps(it."plain");
  RETURN it;
END $$;

CREATE FUNCTION search_add_parts(list text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One with a hyphen behind it only begins compounds; one with another behind an equals sign is a form of that, at the end.
  -- As it stands, with the s that joins, and with the vowel that goes or turns: skola in skolbuss, arbete in arbetsrätt,
  -- kyrka in kyrkogård, gata in gatukontor.
  INSERT INTO "SearchPart" ("form", "part", "first")
    SELECT DISTINCT ON (f.form) f.form, p, true FROM regexp_split_to_table(list, '\s+') w, rtrim(w, '-') p
      CROSS JOIN LATERAL (VALUES (1, p), (2, p || 's'),
        (3, CASE WHEN p ~ '[ae]$' AND length(p) > 4 THEN left(p, -1) END), (4, CASE WHEN p ~ '[ae]$' AND length(p) > 4 THEN left(p, -1) || 's' END),
        (5, CASE WHEN p ~ 'a$' THEN left(p, -1) || 'o' END), (6, CASE WHEN p ~ 'a$' THEN left(p, -1) || 'u' END)) f(place, form)
     WHERE p <> '' AND p NOT LIKE '%=%' AND f.form IS NOT NULL ORDER BY f.form, f.place, p
    ON CONFLICT DO NOTHING;
  INSERT INTO "SearchPart" ("form", "part", "first")
    SELECT DISTINCT ON (1) search_root(split_part(p, '=', 1)), coalesce(i.part, p), false
      FROM regexp_split_to_table(list, '\s+') p LEFT JOIN LATERAL (SELECT split_part(p, '=', 2) AS part WHERE p LIKE '%=%') i ON true
     WHERE p <> '' AND p NOT LIKE '%-' ORDER BY 1, length(p)
    ON CONFLICT DO NOTHING;
END $$;

-- Words that look like compounds and are none, by their stem; all the forms of a word have the same.
INSERT INTO "SearchPart" ("form", "part", "first")
  SELECT DISTINCT search_root(w), '', false FROM regexp_split_to_table(
    'handlande byggnation lagstadgad lagstadgat genomsnitt utsläppare', '\s+') w;

SELECT search_add_parts($$
abort adel adress affär agent aktie aktiebolag aktör alkohol allmän analys anbud anhörig anklagelse anmälan anslag
anstalt anställd anställning ansvar ansökan ansökning antal apotek apparat arbetare arbete arbetsgivare arbetslös
arbetsmarknad arbetstagare arkiv arrende artikel arv asfalt asyl atom auktion avdelning avfall avgift avgång avhopp
avlopp avslag avsnitt avtal avveckling bagage ball bank barn bearbetning bedrägeri bedömning befolkning begravning
behandling behov bemanning bensin beredskap berg besked beslut besparing bestämmelse besvär besök betalning betyg
bevakning bevis bidrag bil bilaga bild biljett biskop bistånd biståndsbedömning blad blankett blomma boende bok
bokföring bokning bolag bomb bonde bord borgare bostad bostadsbolag bot brand bransch brev bro broms bror brott
brottsbalk brottsling brud bruk brunn bröd bröllop bud budget buller bunt buss bygg byggare bygge byggnad byrå
byråkrat byråkrati bäck bädd båt börda börs cancer central centrum chans chaufför chef chock cirkel cykel dag dagbok
dagis damm dans data dator debatt debattör del delegation delning demokrati departement diagnos direktiv direktör
dirigent disk diskriminering distrikt djur dokument domare domstol domän donation donator dotter dricka drift drog
droppe drottning dräkt dröm dumpning dörr effekt ekonom ekonomi elektricitet elev energi enhet erbjudande ersättare
ersättning etik examen expert expertis export fabrik fack fader fakta faktor faktura fall familj fartyg fasad fast
fastighet ferie fest fientlig fil film finans finansiering finger fisk fiske flagga flicka flod flyg flygplats flykt
flykting flytt flyttning folk fond fordon fordran forskare forskning fotboll foto frakt fred fredag front frukt
främjande främling fråga frånvaro fullmäktige fält fängelse färd färg färja fäste fånge får född fönster förbindelse
förbud förbund fördelning föreläsning föremål förening föreskrift företag företagare förfrågan förhandling förhållande
förhör förlag förlust förmedling förmyndare förmån förordning förseelse förskola förslag försvar försäkring
försäljning försörjning förtal förteckning förtroende förvaltning förvar föräldrar galleri gata gaturum gemenskap
generation gift givare glas glädje golv grad grann granskning grind gripande grund grupp gruva gräns gräs grön
gymnasie gymnasium gäng gäst gård gåva hamn hand handel handikapp handling handläggare handläggning hantering
hantverkare hastighet hav helg hem hemlighet hemlös hemort hemtjänst herr herre hinder hiss historia hjälp hjälte
hjärna hjärta hot hotell hovrätt hund hunger hus hushåll huvud hygien hyra hyres hyresgäst hyresvärd häkte häktning
hälsa hälsning händelse hänsyn härd häst hår höft höger högskola höjd höst idrott ikon import impuls index industri
inflyttning information ingenjör ingripande inkomst inkvartering innehåll insats insikt inspektion instans institution
intag integration integritet intresse inträde intyg invandrare inventering invånare jakt jobb jord jordbruk journal
journalist journalistik jul juridik jurist jägare jämlikhet jämställdhet järn järnväg kabel kaffe kalender kalkyl
kamera kamp kampanj kanal kandidat kansli kapital karta kartläggning kassa katalog katastrof kedja kemi klass klimat
klinik klocka klubb kläder knapp kollegie kommission kommitté kommun kommunal kommunalråd kommunfullmäktige
kommunstyrelse kompetens komplex koncern konferens konflikt kongress konkurs konst konstnär konsument konto kontor
kontrakt kontroll konvention kopia korruption korv kostnad kraft krav kredit krig kriminal kritik krock krog krogägare
krona kropp kultur kund kundtjänst kung kunskap kurs kvalitet kvarter kvinna kvinnojour kvitto kvot kyla kyrka källa
kändis kärlek kärna kärnkraft kök köpare köpcentrum körkort körning kött labb lag lager lagstiftning lampa land
landshövding landskap landsting lantbruk larm last lastbil ledamot ledare ledighet ledning ledtid leverans leverantör
licens lilja linje litteratur liv ljud ljus lokal lokalisering lokaltidning lotteri lucka luft lukt lunch lund lunga
lycka läge lägenhet läger läkare läkarintyg läkemedel län länk lära lärare lärling läsare läsning lån lår löfte lön
löne löntagare löpare lösning majoritet makt mandat marknad markägare maskin massa mat match material materiel matta
medborgare medel media medicin medlem medling meny metall metod militär miljon miljö minister ministär minne missbruk
missnöje mjölk mobil modell moral mord motion motor mottagare mottagning mur museum musik myndighet mynt människa
märke mässa mätare mätning mål målare målning måltid möda möte namn nation natt natur nedläggning nedskärning nivå
nota notis nummer nyanländ nyckel nyhet nytta nämnd näring näringsidkare näringsliv närvaro nät nätverk nöd nöje
objekt observatör offentlighet offer officer olja olycka ombud omlopp område omröstning omsorg opinion order
ordförande ordning ordningsvakt organ organisation oro oroanmälan orosanmälan ort paket palats panel pant papper par
park parkering parlament parti passagerare patient peng pengar pension pensionär period person personal pilot pistol
placering plan planering plats plikt plåt pojke pokal polis polisanmälan politik politiker pollen portal portfölj post
potatis poäng praktik praxis preparat presentation press presskonferens pris prisökning privat problem procedur
process produkt produktion professor profil prognos program projekt protest protokoll prov provins provning präst
prövning publik pump punkt pärm påföljd påse påstående radio raket rapport reaktion reaktor redaktion redaktör
redovisning reform regel regering regim region register reglering reklam rekord rekrytering religion remiss rening
renovering reparation republik resa resande reserv resultat resurs rett revision revisor revolution rike riksdag
riktlinje risk ritning robot rock roll roman rum rykte rätt rättegång rättighet rättssäkerhet rättstvist rättvisa råd
rådgivning rådhus råvara rörelse röst röstning saga sak salong samarbete samhälle samling sammanställning samordnare
samordning samtal samtycke samverkan sanktion satellit satsning scen schema sekreterare sekretess sektion sektor
semester seminarium serie server service sida signal situation sjuk sjukdom sjukhus sjukskrivning sjuksköterska
sjukvård självmord sjö skada skatt skattebetalare skepp skift skikt skjorta skjutning skog skola skolchef skollag
skott skrift skuld skydd skydds skyldighet skylt skytte skägg skäl skärm skörd slag slakt slott sluss smak smitta
smuts snitt snö social socialsekreterare socialtjänst soldat sommar sopor sorg sort spel spelare spets spion spjut
sponsor sport sprit sprängning språk spår spårvagn stad stadga stadsdel stadshus stadsplanering stall standard
startskott stat station statistik statsminister statsråd steg stiftelse stipendium stjärna stol stolpe straff strand
strategi streck strejk struktur ström student studie studio stuga styrelse styrka styrning städ städning ställe
ställföreträdare ställning stämma ständ stöd störning subvention svaghet svar svensk sväng symptom synpunkt syrgas
system säker säkerhet säljare säng säsong söka sökande tablett tagare taktik talare talesman talesperson tanke tavla
taxa team teater tecken teckning teknik telefon tema tentamen terrass terror test text tid tidning tidsfrist tidskrift
tilldelning tillstånd tillsyn tillträde tillverkare tillverkning tillväxt timme titel tjej tjur tjuv tjänst tjänsteman
toalett tobak torg trafik transport trapp trivsel trumma trupp trädgård träff träning tråd tröja tunnel tunnelbana
turism turist tvist tvätt tvång tysk tävling tåg ugn underlag underskott undersökning undervisning ungdom ungdomsgård
union universitet uppdrag uppehåll uppfattning uppföljning uppgift upphandling uppsats uppsikt uppsägning ursprung
utbetalning utbildning utbud utgift uthyrning utlämning utmätning utredare utredning utrikes utrymme utsatthet utskott
utslag utsläpp uttalande utveckling utvisning utvärdering vaccin vaccination vakt vaktmästare val valda valkrets
valrörelse vandel vapen varg varning varsel vatten vecka verk verksamhet vetenskap vilja villkor vinstutdelning vinter
virus vision visning vittne vittnesmål volym vräkning väg vägg vägran väktare välfärd vän vänskap vänster värd värde
värk värld värme väst växel växling växt växthus våg vår vård vårdare vårdgivare yrke yttrande ägare ägg äktenskap
äldre älg älv ämbete ämne ändring ärende åker åklagare ålder åldersgräns åldring åtagande åtal återbetalning
återvinning åtgärd åtkomst önskan öppning östersjö överenskommelse överföring överklagande översikt överskott översyn
övervakning dom- slut- stor- fler- familje- kollektiv- lokal- hall kö sänkning höjning frihet opposition bibliotek
fritid vindkraft vind brottslighet vattnet=vatten böcker=bok städer=stad länder=land ledamöter=ledamot händer=hand
nätter=natt bönder=bonde rötter=rot bröder=bror döttrar=dotter tänder=tand fötter=fot söner=son mödrar=mor fäder=far
gäss=gås krafter=kraft
$$);

-- Words that are known already are read by it too.
UPDATE "SearchWord" w SET "parts" = a."parts" FROM "SearchWord" o, search_analyse(o."word") a WHERE o."word" = w."word" AND a."parts" IS DISTINCT FROM o."parts";
