/** What readers type, and how it is written in the record: the one is to be found by the other. */

const pairs = (text: string): [typed: string, written: string][] =>
  text
    .trim()
    .split(/\s*;\s*|\n/)
    .map((pair) => pair.split(" = ") as [string, string]);

/** Part of a compound, whichever of them. */
const PARTS = pairs(`
nämnd = socialnämnden; nämnd = byggnadsnämnden; skola = grundskolan; skola = förskolorna; kommun = ursprungskommunen
hyra = hyresavtalet; avtal = hyresavtalet; bostad = bostadsbolaget; bolag = bostadsbolagets; värd = hyresvärdarna
vård = äldrevården; vård = sjukvårdens; polis = polisanmälan; anmälan = polisanmälningar; skatt = kommunalskatten
barn = barnfamiljerna; familj = barnfamiljer; arbete = arbetsmarknaden; marknad = bostadsmarknaden; politik = bostadspolitiken
miljö = miljönämnden; trafik = kollektivtrafiken; buss = skolbussen; väg = motorvägen; tunnel = vägtunneln
pension = pensionsåldern; ålder = pensionsåldern; lön = löneförhandlingen; förhandling = löneförhandlingarna; avgift = vårdavgiften
parkering = parkeringsplatser; plats = parkeringsplatsen; val = valrörelsen; rörelse = valrörelsens; röst = rösträtten
rätt = rösträtten; domstol = förvaltningsdomstolen; tvist = rättstvisten; process = rättsprocessen; mål = brottmålet
vatten = dricksvattnet; avlopp = avloppsvattnet; avfall = avfallshanteringen; hantering = avfallshantering; energi = energibolaget
kraft = kärnkraften; kärnkraft = kärnkraftverket; verk = kraftverken; vind = vindkraften; park = vindkraftsparken
flykting = flyktingmottagandet; asyl = asylsökande; språk = språkkravet; krav = språkkraven; prov = språkprovet
läkare = distriktsläkaren; sjukhus = universitetssjukhuset; universitet = universitetssjukhusets; patient = patientsäkerheten; säkerhet = patientsäkerhet
elev = elevhälsan; hälsa = elevhälsans; lärare = ämneslärare; betyg = slutbetygen; klass = skolklassen
budget = budgetunderskottet; underskott = budgetunderskott; revision = revisionsrapporten; rapport = revisionsrapporter; utredning = barnutredningen
bidrag = socialbidragen; bistånd = biståndsbedömning; bedömning = biståndsbedömningen; tjänst = hemtjänsten; hem = vårdhemmet
förvaltning = välfärdsförvaltningen; välfärd = välfärdsförvaltning; direktör = arbetsmarknadsdirektören; arbetsmarknad = arbetsmarknadsdirektör; gymnasie = gymnasieskolan
styrelse = kommunstyrelsen; ordförande = kommunstyrelseordföranden; fullmäktige = kommunfullmäktige; råd = kommunalrådet; kommunalråd = oppositionskommunalrådet
tidning = lokaltidningen; artikel = tidningsartikeln; journalist = nyhetsjournalisten; nyhet = nyhetsbyrån; byrå = nyhetsbyråer
gård = fritidsgården; ungdom = ungdomsgården; brott = ungdomsbrottsligheten; fängelse = fängelsestraffet; straff = fängelsestraff
skog = skogsbruket; bruk = jordbruket; djur = djurskyddet; skydd = djurskyddets; lag = djurskyddslagen
upphandling = upphandlingsreglerna; regel = upphandlingsregler; mark = marknadspris; pris = bostadspriset; lån = bostadslånen
bank = bankkontot; konto = bankkonton; bygg = byggbolaget; hus = flerfamiljshuset; stad = stadsdelen
`);

/** One word, and the same as two. */
const DIVIDED = pairs(`
socialdumpning = social dumpning; social dumpning = socialdumpning; hyresvärd = hyres värd; bostadsbolag = bostads bolag; äldre vård = äldrevård
skolbuss = skol buss; barn familjer = barnfamiljer; arbets marknad = arbetsmarknad; trafikolycka = trafik olycka; trafik olycka = trafikolyckan
polisanmälan = polis anmälan; polis anmälan = polisanmälan; miljönämnd = miljö nämnd; miljö nämnden = miljönämnden; social nämnd = socialnämnden
kommun styrelsen = kommunstyrelsen; kommun fullmäktige = kommunfullmäktige; bostads kö = bostadskö; energi bolag = energibolaget; energibolag = energi bolag
budget underskott = budgetunderskottet; budgetunderskott = budget underskott; flykting mottagning = flyktingmottagningen; valrörelse = val rörelse; val rörelsen = valrörelsen
lön förhandling = löneförhandlingen; vatten skada = vattenskadan; vattenskada = vatten skada; brand larm = brandlarmet; brandlarm = brand larm
parkerings plats = parkeringsplatsen; betyg system = betygssystemet; betygssystem = betygs system; skatte sänkning = skattesänkning; tåg trafik = tågtrafiken
tågtrafik = tåg trafik; sjukhus personal = sjukhuspersonalen; sjukhuspersonal = sjukhus personal; parti ledare = partiledaren; partiledare = parti ledare
företags ledare = företagsledare; kultur hus = kulturhuset; kulturhus = kultur hus; klimat politik = klimatpolitiken; klimatpolitik = klimat politik
ungdoms gård = ungdomsgården; idrotts hall = idrottshallen; idrottshall = idrotts hall; granskning nämnd = granskningsnämnden; granskningsnämnd = granskning nämnd
bibliotek personal = bibliotekspersonal; familje hem = familjehemmet; läkar besök = läkarbesöket; person uppgifter = personuppgifter; personuppgifter = person uppgifter
data skydd = dataskyddet; dataskydd = data skydd; kärn kraft = kärnkraften; rätts säkerhet = rättssäkerheten; yttrande frihet = yttrandefriheten
`);

/** Words of one family, and forms of one word. */
const FAMILIES = pairs(`
folkbokföring = folkbokförd; folkbokförd = folkbokföringen; folkbokförda = folkbokföring; dumpning = dumpade; dumpa = dumpningen
anklagelse = anklagar; anklaga = anklagelserna; utredning = utreder; utreda = utredningen; utredd = utredningar
flyttning = flyttade; flytta = flyttningen; betalning = betalade; betala = betalningar; granskning = granskade
granska = granskningen; bedömning = bedömde; bedöma = bedömningen; behandling = behandlade; behandla = behandlingar
bevakning = bevakade; bevaka = bevakningen; avgörande = avgör; besparing = besparingarna; placering = placerade
placera = placeringen; finansiering = finansierar; finansiera = finansieringen; rekrytering = rekryterade; vaccinera = vaccinering
påstående = påståenden; påstå = påståendet; kontrollera = kontrollerades; ersättning = ersättningen; ersätta = ersatte
överklagande = överklagade; överklaga = överklagandet; uppsägning = uppsägningar; försäljning = försäljningen; anställning = anställningar
forskning = forskare; forska = forskningen; invandring = invandrare; undersökning = undersökte; undersöka = undersökningen
nämnder = nämnden; hushåll = hushållens; kommuner = kommunens; hyresvärdar = hyresvärd; myndigheter = myndighetens
beslut = besluten; skolor = skolan; lärare = lärarna; elever = elevernas; barn = barnen
tjänstemän = tjänstemännen; uppgifter = uppgiften; handlingar = handlingen; avtal = avtalets; regler = reglerna
domar = domen; brev = breven; mejl = mejlen; krav = kravet; medborgare = medborgarna
böcker = barnböckerna; bok = barnböcker; städer = storstäderna; land = utvecklingsländer; ledamot = riksdagsledamöter
ändring = ändrade; sänkning = sänkningar; höjning = höjningen; minskning = minskningen; ökning = ökningen
landlord = landlords; households = household; accusation = accusations; municipalities = municipality; investigated = investigation
evictions = eviction; payments = payment; schools = school; decisions = decision; hospitals = hospital
`);

/** Without å, ä and ö, and otherwise than it is written. */
const TYPED = pairs(`
forvaltning = förvaltningen; namnd = nämnder; hyresvardar = hyresvärdarna; hushall = hushållen; folkbokford = folkbokförda
valfardsforvaltningen = välfärdsförvaltningen; aldrevard = äldrevården; sjukvard = sjukvården; kommunalrad = kommunalrådet; overklagan = överklagan
larare = lärarna; lakare = läkarna; fangelse = fängelset; aklagare = åklagaren; atgard = åtgärder
arende = ärendet; oversyn = översynen; foretag = företagen; forskola = förskolan; hogskola = högskolan
radhus = rådhuset; garden = gården; pastaende = påståendet; karnkraft = kärnkraften; jarnvag = järnvägen
socialdumpnig = socialdumpning; komunen = kommunen; polisannmälan = polisanmälan; utrednig = utredning; kommunstyrlsen = kommunstyrelsen
hyresvärdd = hyresvärd; sjukhsuet = sjukhuset; förvalning = förvaltning; pensoin = pension; miljönämden = miljönämnden
journalsit = journalist; miljard = miljarder; upphandlign = upphandling; rektron = rektorn; fullmäktge = fullmäktige
folkbok = folkbokföring; socialn = socialnämnden; bostadsb = bostadsbolaget; upphandl = upphandlingen; energib = energibolag
`);

export const PAIRS = [...PARTS, ...DIVIDED, ...FAMILIES, ...TYPED];

/** Words that look as if they were made of others and are not. */
export const NO_COMPOUNDS =
  "kontor rapport station statistik historia banan landning tidning ordning målning varning partner artikel kapital medel personal kostnad marknad byggnad resultat regering verksamhet lagring betalning bildning handlande träffade lärares ansvarig barnslig folklig statlig rättvisa kommunikation kommunist partisan transport rapportera partiell socialism moderator kritisera resande kulturell tradition normal nationell radikal finansiell musikalisk industriell direktiv domare forskare ledare mottagare utsläppare genomsnitt byggnation lagstadgad arbetare arbetarnas målade skaparens valuta landets parker partiet skolans bokade talade hantering hushåll sjukdom ålderdom pensionären".split(
    " ",
  );
