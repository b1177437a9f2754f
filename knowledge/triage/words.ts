/**
 * Words of incidents: per concept the words that people use for it, in Dutch and English.
 *
 * Notation: `x*` any word that starts with x, `*x` any word that ends in x (compounds), `a~b` the
 * words a and b in this order with a few others between. Word forms and not stems, because the tense
 * tells "ik heb geklikt" from "als ik klik". Accents are left out, final d and t are the same,
 * and one typing error in a word of five letters or more is forgiven (see lexicon.ts).
 */
export const WORDS = {
  // How it is told

  regret: `oeps oops oei ups shit kut fuck damn paniek stom stomme stoms dom foutje fout~gemaakt vergissing vergist
    vergiste sorry ongeluk perongeluk accident* mistake mistakenly overstuur niet~slim niet~handig onhandig
    blunder* verdorie jeetje spijt geschrokken schrik vrees what~now panic* regret* balen misgegaan
    mis~gegaan fout~gegaan oh~nee ohnee ai~ai fck fuk godver* gvd crap blunderde niet~bedoeling niet~moeten
    per~abuis abuis abusievelijk onbedoeld knullig slordig mijn~fout schaam durf~niet dumb stupid ashamed
    embarrass* zonder~nadenken zonder~denken niet~opgelet niet~nagedacht te~snel in~haast gehaast
    had~niet~mogen niet~gemogen niet~mag niet~mocht not~allowed messed~up screwed~up my~bad by~accident
    without~thinking unintentionally iets~fout iets~verkeerd iets~doms iets~stoms mis~met hellup heeelp`,
  now: `net zojuist zonet daarnet daarstraks zopas nu vanochtend vanmorgen vanmiddag vanavond vannacht gisteren
    vandaag ineens opeens plots* just yesterday today tonight suddenly ff~geleden kwartier half~uur uurtje
    vorige~week vorige~vrijdag weekend zaterdag zondag maandag dinsdag woensdag donderdag vrijdag last~night
    this~morning minutes~ago minuten~geleden uur~geleden inmiddels recently sinds since`,
  suspicion: `nep nep* phish* vals valse fake verdacht* raar rare vreemd vreemde fout foute dubieus dubieuze spam*
    onbekend onbekende scam* oplicht* suspicious weird strange dodgy malafide crimin* bedrog vertrouw~niet
    vertrouwde~niet niet~vertrouw niet~vertrouwde niet~pluis klopt~niet klopte~niet niet~klopt niet~klopte
    niet~echt niet~van toch~niet bleek bleken blijkt achteraf not~from not~real not~legit turned~out
    verkeerde~site gehackte hackers hacker oplichter frauduleus fraudulent zogenaamd* zgn bogus klopte~geen
    klopt~geen vertrouwt~niet vertrouwen~niet niet~vertrouwt leek~op lijkt~op looked~like zag~eruit
    zag~er~uit lookalike voordeed deed~voor achterdochtig twijfel* wantrouw* zaakje onbetrouwbaar
    niet~afkomstig niet~herken niet~ken niet~kende afwijkend iets~geks niet~goed niet~okee niet~ok
    niks~van~klopte geen~idee~wat nagemaakt* vervalst* gespoofd kwaadaardig* louche phony impersonat*
    not~sure not~trust doubt* turned~fake sketchy odd zag~raar niet~zuivere onveilig* geen~bedrijf
    niet~bestaan niet~bestaat nooit~besteld niets~besteld niks~besteld achteraf~geen was~geen geen~echte
    was~oplichting is~nep zijn~nep was~nep vals* nagebouwd* nepfactuur nepmail nepmailtje nepsite
    phishingmail phishingmailtje nepsms`,

  // What they did

  clicked: `geklikt klikte klikten aangeklikt doorgeklikt clicked tapped link~gevolgd followed~link link~gedrukt
    gedrukt~link link~getikt gescand~qr qr~gescand scanned~qr link~geopend opende~link opened~link
    link~opengemaakt geklicked geklickt op~link~gegaan naar~link~gegaan getikt~link getikt~bericht
    ingescand~qr qr~ingescand qr~scande scande~qr op~gegaan heb~zitten~klikken na~klikken klikken~gebeurt
    klik~net klikt~net net~klik linkje~gedaan aangetikt aangevinkt doorgegaan~link clicking door~geklikt
    tikte~sms tikte~mail tikte~bericht tikte~berichtje tikte~link getikt~sms getikt~mail getikt~linkje
    gedrukt~mail ja~gezegd~macro qr~geopend dubbelgeklikt play~gedrukt play~geklikt`,
  pressed: `gedrukt drukte pressed getikt ingedrukt tikte hit getapt geduwd`,
  'fell-for': `getrapt ingetrapt ingetuind getuind gephisht gephished phished fell~for fallen~for trapte~in tricked
    opgelicht scammed beetgenomen in~val~gelopen erin~geluisd erin~gestonken in~gestonken ingestonken
    erin~gelopen ingelopen in~trapte intrapte trapte~erin getrapt~in slachtoffer~van~phishing
    slachtoffer~phishing fallen~victim got~phished laten~beetnemen laten~foppen gefopt misleid erin~getrapt
    in~tuinde`,
  opened: `geopend opende openden opened opengemaakt open~gemaakt opengeklikt open~gedaan opengedaan geopent
    open~geklikt opgestart gestart uitgepakt dubbelgeklikt binnengehaald openklikte startte`,
  installed: `gedownload gedownloaded geinstalleerd installeerde downloadde downloaded installed ge~installeerd
    gezet~op~laptop install geinstaleerd uitgevoerd aangeklikt~exe gerund gedraaid`,
  enabled: `macro*~ingeschakeld macro*~aangezet inhoud~inschakelen inhoud~ingeschakeld enabled~macros
    enabled~content macro*~ja macro*~gezegd macro*~geklikt macro*~gedrukt macro*~akkoord clicked~enable
    pressed~enable bewerken~ingeschakeld enabled~editing vroeg~macro*`,
  entered: `ingevuld ingetypt ingetikt ingegeven ingevoerd opgegeven achtergelaten getypt vulde typte invulde
    intypte entered typed filled submitted ingetoetst ingeklopt ingeklapt ingevult achterlaten ingelezen
    geregistreerd nagelaten geven~ingevuld bevestigd~gegevens ingevoert ingeven filling`,
  gave: `gegeven doorgegeven gaf verteld opgelezen voorgelezen afgegeven verstrekt vertelde noemde gave told
    shared gedeeld prijsgegeven given doorgaf oplas gezegd genoemd overhandigd opgegeven dicteerde
    gedicteerd laten~weten medegedeeld meegedeeld uitgeleend geleend doorgespeeld gebriefd gestuurd~code
    doorgestuurd~code read~out handed voorlas voorlezen heb~gedaan gave~access verklapt vertel~net besproken
    gepraat read~him read~her read~them kreeg~van~mij van~mij~gekregen overhalen`,
  'logged-in': `ingelogd inlogde aangemeld logged~in signed~in ingelogged geinlogd geprobeerd~inloggen in~gelogd
    aangemelt logde~in geprobeerd~loggen moest~inloggen moest~loggen opnieuw~inloggen opnieuw~loggen
    tried~log tried~login`,
  approved: `goedgekeurd keurde~goed geaccepteerd accepteerde geaccordeerd bevestigd toegestaan approved accepted
    confirmed op~ja~gedrukt ja~gedrukt ja~getikt op~ja ja~geklikt pressed~yes tapped~yes clicked~approve
    goedkeuren~gedrukt goedkeuren~getikt approve~pressed hit~approve geaccepteert akkoord~gegeven
    akkoord~geklikt ok~gedrukt op~akkoord akkoord geklikt~ja goedgekeurt toegelaten getapt~ja yes~pressed
    tapped~approve`,
  paid: `betaald overgemaakt overgeschreven overgeboekt gekocht paid transferred wired bought betaalde kocht
    geld~gestuurd sent~money geld~gestort uitbetaald gestort overgemaakt~geld voldaan stortte overmaakte
    maakte~over aangeschaft besteld afgerekend geld~overgemaakt betaling~gedaan betaling~verricht payed
    geld~gegaan geld~naar is~overgemaakt betaling~gegaan betaling~naar money~went geld~ging payment~went`,
  changed: `aangepast gewijzigd veranderd changed updated verwerkt doorgevoerd aangepas ingesteld doorgegeven
    omgezet wijzigde`,
  sent: `gestuurd verstuurd gemaild gemailed doorgestuurd verzonden meegestuurd doorgemaild geforward geforwarded
    stuurde mailde verstuurde verzond gepost emailed mailed sent forwarded geappt appte toegestuurd
    opgestuurd toegemaild verspreid bijgevoegd ge~maild ge~appt ging~naar gingen~naar went~to bezorgd
    afgeleverd beland belandde terechtgekomen terecht~gekomen uitgereikt meegegeven gefaxt replied
    geantwoord gereageerd beantwoord aangeschreven ge~forward ge~mailed meegezonden toegezonden gedropt
    verstuurt doorgestuur rondgestuurd afgegaan uitgegaan verzending verstuurden stuurden mailden doorgezet
    doorgespeeld toegevoegd cced afgeven uitgedeeld meegestuurt gereplyd gereply~d reply~all
    allen~beantwoord* beantwoorden~gedrukt reply~gedaan teruggestuurd gesend gemeeld verzendknop
    op~verzenden verzenden~gedrukt mailing~gedaan naar~verkeerd aan~verkeerd bij~verkeerd send~to envelop*
    enveloppe* brievenbus reageerde gegaan ging gingen belanden ended~up ligt~bij ligt~nu kwam~bij
    kwamen~bij aangekomen~bij went getypt typte overhandigd uitgeprint~verkeerd`,
  put: `geplakt gezet geupload geuploade geuploaded uploadde ge~upload ge~uploaded ingevoerd ingeplakt gegooid
    gehaald gestopt ingeladen plakte zette gooide pasted uploaded put fed copied gekopieerd geplaatst
    plaatste ingevuld gestuurd gegeven gedeeld deelde shared typed dropped ingetypt geknipt posted gepost
    laten~samenvatten laten~vertalen laten~herschrijven laten~nakijken laten~controleren laten~analyseren
    laten~schrijven laten~verwerken ran~through gevoerd gedumpt dumped entered copypaste gecopy* gekopieert
    gepropt geduwd gekwakt gepleurd erin~gegooid ingezet ingestuurd in~gezet opgeladen neergezet laten~maken
    laten~uitschrijven laten~verbeteren laten~opschonen laten~ordenen voorgelegd gevraagd~dossier losgelaten
    doorheen uploads uploade gevoed summarise* summarize* translated vertaald samengevat getikt invoerde
    invoert gooit`,
  recorded: `opgenomen meegelopen liep~mee mee~gelopen meeluisterde recorded transcribed getranscribeerd recording
    meegeluisterd notuleerde meegenotuleerd meeliep meedraaide opgeslagen joined`,
  deleted: `gewist verwijderd weggegooid deleted overschreven geleegd wiste verwijderde erased overwritten removed
    wiped vernietigd versnipperd kwijtgemaakt gedelete gedeleted delete weggeklikt leeggemaakt verdwenen
    opgeruimd overschreef shredded versnippert door~shredder`,
  plugged: `gestopt gedaan ingeplugd geplugd aangesloten gestoken ingestoken plugged inserted stopte plugde ingedaan
    geprikt ingeprikt in~gedaan aangekoppeld gekoppeld bekeken geopend`,
  received: `gekregen kreeg ontvangen ontving had heeft hebben kregen krijgt received got lag krijg ontvingen
    opengemaakt belt~dat belde~dat zegt~dat zat zaten bezorgd~gekregen`,

  // What they did it with

  link: `link *linkje *links linkjes hyperlink url qr *link *knop button qr~code`,
  lure: `mail mail* *mail *mails *mailtje *mailtjes email* sms* *sms *bericht *berichtje bericht* site *site
    *sites website* pagina *pagina page *page webpagina bijlage *bijlage attachment formulier form flyer
    poster appje* whatsapp *linkje link url popup* qr pakket* advertentie message text~message factuur*
    invoice* *factuur *facturen *link *formulier pakketje dhl postnl mailing *website *app whatsappje post
    brief uitnodiging *uitnodiging agenda~uitnodiging invite dm chatbericht teamsbericht* docusign *verzoek
    nepmail nepfactuur nepsite phishingmail`,
  attachment: `bijlage *bijlage *bijlagen attachment* xlsm docm exe zip macro* pdf *document *documentje *bestandje
    attached *excel word~bestand *doc document* zipje *pdf *bestand *bestanden file *factuur file* *zip
    invoice*`,
  credentials: `wachtwoord* *wachtwoord *wachtwoorden ww passwoord password* *password inlog inlognaam inloggegevens
    inlogcode* credentials login logingegevens pin pincode code codes *inlogcode smscode toegangscode
    verificatiecode beveiligingscode gebruikersnaam username digid *bankgegevens creditcard* gegevens
    *gegevens aanmeldgegevens toegangsgegevens account~gegevens details passcode *digid iban bsn paspoort*
    inlog* *pincode pas~code 2fa~code mfa~code *code beveiligingsvragen`,
  password: `wachtwoord* *wachtwoord ww passwoord password* inlog* credentials pincode pin`,
  legit: `softwareportaal intranet *portaal afas topdesk leerplatform learning elearning *poll pulse ict~heeft
    ict~overgenomen servicedesk~overgenomen`,
  'wrong-password': `verkeerd~wachtwoord verkeerde~wachtwoord wrong~password fout~wachtwoord`,
  'ai-tool': `chatgpt chat~gpt gpt gpt* *gpt copilot gemini claude deepl chatbot* ai *ai ki grammarly perplexity
    deepseek mistral openai translate vertaalsite vertaalmachine vertaaltool taalmodel ai~tool ai~site
    *chatbot notebooklm ai~app taalmodel* ai~assistent google~translate vertaalapp vertaalprogramma
    online~vertal* samenvatter samenvattool llm bing`,
  notetaker: `notulist *notulist notuleer* notetaker *notetaker botje bot otter fireflies transcriptie* read~ai
    ai~assistent ai~assistant ai~tool ai~bot ai *bot`,
  secretly: `zonder ongevraagd wisten wist without stiekem niemand nobody unasked ongemerkt niet~wist niet~gevraagd
    toestemming nobody~knew achteraf heimelijk onbekend externe`,
  money: `factu* *factuur *facturen rekeningnummer* rekening* bankrekening* iban geld bedrag euro *euro cadeau*
    giftcard* gift~card* gift~cards invoice* betaling* payment* duizend duizenden bank~details
    account~number voucher* bankgegevens *rekening rekeningen bonnen *bonnen cadeaukaart* tegoedbon* *geld
    *bedrag *betaling *overboeking euros voorschot amount money account *iban creditcard aanbetaling
    facturen bitcoins nepfactuur spookfactuur`,
  fraud: `nep nep* vals valse fake fraud* oplicht* echte niet~van weet~niks weet~nergens weet~niets geen~geld
    niet~ontvangen nooit~ontvangen niks~ontvangen bleek blijkt knows~nothing never~sent not~ours real~one
    scam* zogenaamd* niet~klopt klopt~niet niet~klopte niet~echt phish* gehackt hacked andere~rekening
    verkeerde~rekening onbekende~rekening fraudeur* oplichter* criminel* crimin* niet~onze niet~ons
    niet~vraagt nooit~gevraagd nooit~aangevraagd niet~zijn niet~haar niet~gevraagd niet~aangevraagd spook*
    dubbel niets~vanaf kent~niet nooit~gehad verkeerde~iban verkeerde~rekening* onbekend*
    ander~rekeningnummer nooit~gemaild nooit~gestuurd zegt~niet herinnering aanmaning wasn~t not~him not~her
    no~idea toch~niet gespoofd namaak never~changed never~asked nooit~gewijzigd nooit~veranderd
    nooit~doorgegeven oplichters oplichter niet~van~hem niet~van~haar say~never zeggen~niet nooit~besteld
    opgelicht nepfactuur spookfactuur`,
  data: `persoonsgegeven* gegevens *gegevens naam namen adres adressen *adressen bsn bsns *dossier *dossiers
    *verslag *verslagen client* *client *clienten klant* inwoner* bewoner* burger burgers *lijst *lijsten
    *lijstje *brief *brieven cv cvs sollicita* medisch* patient* *rapport *rapporten besluit* beschikking*
    excel* *excel spreadsheet* *notitie *notities *casus jeugd* wmo uitkering* loonstrook* paspoort* *stuk
    *stukken *bestand *bestanden *map *mappen mapje *folder file files *file *document *documenten records
    report* resident* personal confidential vertrouwelijk* geheim* geheime persoonslijst screenshot* foto
    fotos photo* verzuim* bezwaar* uitdraai* printje* prints documents data citizen* customer* case*
    contract* advies aanvraag aanvragen kopie* scan mailadres* telefoonnummer* salaris* formulier* besluiten
    registratie* memo minuut raadsvoorstel collegevoorstel rekeningnummers zaak zaken bsnnummers bsn~nummer*
    ziekte* diagnose* schulden* schuld* indicatie* polis* incidentrapport* offerte* offertes beoordeling*
    functioneringsgesprek* kentekens geboortedat* id~bewijs* rijbewijs* legitimatie* mails mailtje mail
    bijlage* e~mails agenda appje *gesprek zorgplan *plan notulen *notulen *salarisstrook salarisstrook
    salarisstroken strook stroken cijfers inkomens *inkomen *gegeven email~adres emailadres* adreslijst
    presentielijst *overzicht overzicht tabel medisch *foto *fotos *kopie *export export database *contract
    *contracten *besluiten *nota *voorstel *plannen *rapportage gezin *gezin huishouden* kind kinderen
    ouders patienten leerling* personeels* functionering* sollicitant* verklaring* indicaties toeslag*
    bijstand* *uitkering bezwaarschrift* beroepschrift klacht* klachten melding~veilig jeugddossier* zorg*
    gezondheid* letter letters minutes salary salaries payslip* passport* application* applicant* employee*
    medical sheet info informatie *info *informatie logbestanden back~up administratie *administratie *zaak
    vergunning* klantinfo *mailtje *gesprekken stemming *account note debt brieven lijst`,
  'many-people': `inwoners bewoners adressen *adressen ontvangers mensen ouders klanten clienten leden burgers deelnemers
    sollicitanten iedereen allemaal elkaars elkaar recipients people residents everyone addresses alle
    each~other ondernemers vrijwilligers gezinnen personen parents applicants abonnees genodigden ganse hele
    collegas raadsleden medewerkers elk~ander everybody each~others all~the allen aanmeldingen inschrijvers
    bezoekers cursisten families patienten leveranciers bedrijven buurtbewoners relaties contacten
    adreslijst mantelzorgers huurders zien~elkaar vrijwilliger leraren docenten`,
  wrong: `verkeerd verkeerde verkeerden foute foutief iemand~anders someone~else somebody~else wrong ander andere
    anders ipv in~plaats~van instead niet~voor niet~bestemd niet~bedoeld not~for not~meant not~supposed
    buren buurman buurvrouw perongeluk ongeluk accident* mistake mistakenly naamgenoot naamgenote
    zelfde~naam same~name oude~adres old~address vergissing vergist te~veel teveel niet~hoort niet~hoorde
    niet~mocht onbedoeld autoaanvul* autocomplete autofill neighbour* neighbor* onterecht unintended
    verwisseld niet~bij~hoorde verkeert verkeer~de onjuist* niet~juiste niet~goede verwisselt omgewisselt
    verwissel* verkeerdelijk niet~hoor* niet~hem niet~haar oud~adres oude~collega oud~collega ex~collega
    wildvreemd* onbekend* extern externe externen external outside niet~had~mogen niet~gezien alleen~voor
    was~voor dubbele per~abuis naam~genoot niet~bevoegd niet~gemachtigd unauthor* without~permission prive
    gmail hotmail unknown mixed~up swapped by~accident different~person other~client wrongly ex verkeerd*
    oud~adressen oude~adressen dezelfde~naam dezelfde~achternaam zelfde~achternaam tegenpartij niet~hun
    niet~zijn neighbours andere~persoon onbevoegd* vreemden ons~gekregen onze~gekregen`,
  'other-person': `iemand~anders anders~is someone~else somebody~else buren buurman buurvrouw andere~inwoner ander~gezin
    andere~client andere~klant niet~voor~hem niet~voor~haar niet~voor~mij niet~voor~hen niet~voor
    niet~bestemd niet~bedoeld van~ander not~for not~meant neighbour* neighbor* another~resident other~people
    vreemden wildvreemd* onbekende naamgenoot ander~kreeg een~ander van~een~ander iemand~niet post~van
    van~collega oud~adres vorige~bewoner verkeerd~adres verkeerde~adres ander~adres anders~adres
    verkeerde~brievenbus verkeerde~persoon wrong~person addressed~to buren~van verkeerde~huis overbuur*
    andere~mevrouw andere~meneer ander~kind mevrouw~anders niet~mij door~elkaar`,
  'address-field': `cc carbon aan~veld aanveld aan~regel to~field to~line cc~veld aan~staan adresveld`,
  outsiders: `pers krant journalist* press gmail hotmail prive alle~fracties hele~organisatie iedereen hele~afdeling
    everyone all~staff distributielijst verzendlijst hele~gemeente hele~lijst concurrent verhuurder derde
    derden aannemer *bureau leverancier* externe externen buitenstaander* alle~raadsleden krantje media
    facebook gehele wrong~company oud~medewerker ex~medewerker huisarts school woningcorporatie
    alle~medewerkers alle~collegas`,
  'group-chat': `appgroep *appgroep groepsapp *groepsapp whatsappgroep familieapp whatsapp teamsgroep teamskanaal facebook
    linkedin instagram twitter tiktok group~chat`,

  // Lost and stolen

  portable: `laptop *laptop *laptops *tablet *telefoon *telefoons *mobiel *mobieltje mobile iphone ipad *phone
    *phones smartphone *pas *pasje *pasjes badge *sleutel *sleutels sleutelbos *stick *sticks usb usbstick
    *schijf drive harddisk *tas *tassen rugzak backpack bag briefcase suitcase koffer *koffer koffertje *map
    *mappen *dossier *dossiers ordner *ordner *boekje *schrift notebook papieren *stukken *brief *brieven
    *token yubikey *toestel device *computer *computers pc macbook chromebook surface keys key uitdraai*
    aantekening* *verslagen spullen papers paperwork notes files file folder airtag portofoon *camera *tag
    printjes *lijst *documenten formulieren *apparaat *notities paspoort* werkding *mapje *keys card *card
    *gsm gsm *smartphone simkaart *ketting tabletje toegangspasje *rugzak *mapjes *kaart rijbewijs *badge
    stempel* zegel schriftje opschrijfboek* *agenda *bundel *pakket enveloppe* envelop* papierwerk stapel
    *tasje werkspullen werkpc *formulieren prints uitprint* *drive ssd harddrive *mobile powerbank headset
    koptelefoon *klapper multomap *folder *dossiermap postzak post akte* *akte *akten contract* backups
    *tape documenten *iphone *ipad fototoestel dongle doos dozen kist postpakket aangetekend* archiefdoos
    *boek *boeken werktelefoon werklaptop dienstlaptop diensttelefoon werkmobiel werkmobieltje toegangspas
    laptoptas rugtas archiefsleutel`,
  lost: `kwijt kwijtgeraakt kwijtgeraak verloren verdwenen foetsie vermist verloor spoorloos zoekgeraakt lost
    missing disappeared misplaced mislaid nergens~vinden niet~vinden niet~terugvinden nergens~bekennen
    not~find cannot~find cant~find niet~meer~in is~weg weg~is was~weg zijn~weg ineens~weg helemaal~weg
    opeens~weg is~zoek zoek~is ik~mis mis~mijn mis~mn mis~een mis~sinds is~gone are~gone gone nowhere
    niet~meer~op niet~meer~waar uit~gevallen uitgevallen gevallen~uit er~niet~meer no~longer~have
    heb~niet~meer ben~kwijt no~idea~where geen~idee~waar geen~idee~gebleven kwijtraakte raakte~kwijt
    raak~kwijt zoekraakte zoek~geraakt nergens~te niet~te~vinden niet~kunnen~vinden niet~meer~vinden
    onvindbaar verdwaald niet~meer~thuis weggeraakt weg~geraakt laten~vallen verliezen~net vergeten~mee
    niet~teruggekregen niet~terug niet~aangekomen nooit~aangekomen uit~zak uit~tas gevallen~trein lijkt~weg
    ben~verloren kwijtspelen mist laptopweg stickje~weg weg~uit weg~van verdween vanished not~there
    cannot~locate lose losing where~gone nooit~teruggevonden nog~niet~gevonden gewaaid weggewaaid we~missen
    wij~missen missen~sinds missen~een missen~we gracht~gevallen water~gevallen in~water gezonken
    kwijt~sinds nooit~bezorgd niet~bezorgd verbrand spoor~bijster niet~op~plek never~arrived never~delivered
    nergens~meer~terug`,
  stolen: `gestolen gejat gepikt geroofd beroofd ontvreemd gegapt stolen nicked snatched robbed stole is~meegenomen
    zijn~meegenomen was~meegenomen meegenomen~uit buitgemaakt pickpocket* zakkenroller* gerold ingeslagen
    bestolen leeggehaald weggehaald gesnaaid geript ingepikt weggenomen mee~genomen~door gestole diefstal
    gestolen~uit gejatte afgepakt afhandig took~my took~bag took~laptop overvallen tasjesdief dief dieven
    zakkenroller inbreker ruit~ingeslagen raam~ingeslagen window~smashed smashed mugged pinched swiped
    taken~from taken~out was~taken werktelefoon~mee tas~mee laptop~mee`,
  'broken-in': `ingebroken opengebroken inbraak broken~into break~in burgled burglary inbrekers ingebroke ingebrokn
    braak opengeforceerd`,
  left: `laten~liggen laten~staan liet~liggen liet~staan laten~hangen ligt~nog staat~nog laat~liggen
    achtergelaten achtergebleven bleef~liggen left forgot vergeten behind achterlaten laten~zitten
    liet~achter vergat vergeet gelaten left~behind leaving ligt~bij staat~bij hangt~nog laten~slingeren
    blijven~hangen nog~in nog~bij nog~op ligt~nu zal~nog~liggen meegenomen~niet is~blijven~liggen
    zijn~blijven~liggen is~blijven~staan zit~in~een ligt~in~uber ligt~in~taxi ligt~in~trein ligt~in~bus`,
  outside: `trein *trein metro tram bus taxi cafe kroeg restaurant terras auto station perron hotel winkel
    supermarkt vliegtuig vliegveld schiphol park dak bankje bakker tandarts huisarts sportschool gym school
    kerk straat theater bioscoop bibliotheek camping markt lunchroom horeca huisbezoek train taxi cab uber
    pub bar restaurant plane airport bench client clienten klant bezoek congres vergaderzaal zaal ergens
    parkeer* parking garage toilet fiets* fietstas pont veerboot ziekenhuis somewhere library strand
    cafetaria mcdonalds kapper apotheek snackbar kantine overal bij car intercity sprinter coupe wachtkamer
    vakantiehuis vakantiehuisje airbnb opa familie vriend vriendin buitendienst klus gemeentewerf zwembad
    festival feest kroegje spreekkamer tafel balie kofferbak dashboard ov deelauto deelfiets scooter
    tankstation pompstation snelweg hostel lounge hotelkamer room conference customer patient table seat
    stoel bank trap wegrestaurant fitness concert stadion wc`,
  indoors: `thuis home bureau desk kantoor keukentafel bord la lade kast monteur ict reparatie servicedesk`,

  // Strange machine

  machine: `*pc *laptop *computer *computers scherm *scherm beeldscherm screen display systeem systemen muis cursor
    mouse venster* programma* toetsenbord keyboard server *server *schijf *drive bestand *bestanden file
    files *mappen *documenten outlook windows netwerk network ipad desktop bureaublad bureaubladachtergrond
    venster tabbladen browser browser* edge chrome werkplek apparaat device dingen tekst mappen my~screen
    beeld pagina~s *ipad monitor terminal zaaksysteem programma programs word excel`,
  files: `*bestanden bestand files file *mappen *documenten documents folders data *schijf *drive gegevens server*
    alles everything foto~s *map stukken documentjes word excel fotos foldertje netwerkschijf g~schijf
    schijf share sharepoint onedrive mappen documenten`,
  ransom: `bitcoin* losgeld ransom* gegijzeld crypto* pay~to~unlock hackers~betalen betalen~hackers demand*~money
    ransomnote dreigmail* afperser* afpers* losgeldbrief betalen~anders betalen~sleutel betalen~bestanden
    pay~files pay~decrypt niet~betalen btc chantage chanteer* gechanteerd blackmail* extort* ransom~note
    gijzel* asking~money asks~money vraagt~geld vragen~geld wil~geld eist~geld willen~geld`,
  encrypted: `versleuteld encrypted onleesbaar vergrendeld locked geencrypt gecodeerd scrambled versleutelt encrypt*
    gegijzelt ge~encrypt gecrypt op~slot gelockt afgesloten~bestanden`,
  'odd-files': `rare~naam vreemde~naam rare~namen vreemde~namen rare~extensie vreemde~extensie andere~naam
    niet~meer~openen niks~meer~openen niets~meer~openen geen~meer~openen not~open ends~in renamed hernoemd
    ineens~niet~openen rare~tekens vreemde~tekens heten~ineens heten~anders hebben~extensie
    allemaal~extensie niks~open niets~open geen~open onleesbaar* onleesbare onbekende~extensie
    strange~extension weird~extension strange~names weird~names won~open can~not~open ca~not~open kapotte
    andere~extensie met~locked eindigen~op eindigt~op corrupt leeg~ineens locked allemaal~hernoemd`,
  'by-itself': `vanzelf uit~zichzelf by~itself on~its~own zonder~ik~iets spontaan zelf~dingen eigen~leven moving~itself
    muis~beweegt muis~bewoog muis~bewegen cursor~beweegt mouse~moves mouse~moving cursor~moving cursor~moves
    beweegt~zelf getypt~zonder zonder~aanraak zonder~dat vanzelf* uitzichzelf uit~zich~zelf opent~zelf
    openen~zelf zelf~openen gaat~zelf gaan~zelf zelf~open doet~zelf tikt~zelf typt~zelf beweegt~alleen
    moves~own moves~itself moving~own opening~itself typing~itself zie~dingen~typen dingen~typen spookt
    bestuurd~door iemand~bestuurt iemand~in~pc iemand~in~mijn~computer alsof~iemand nobody~touching
    zonder~aankom* zonder~aanra* springen~open springt~open op~eigen~houtje opening~by~themselves
    by~themselves opening~themselves opent~zichzelf zichzelf start~opnieuw starts~opnieuw`,
  virus: `virus virussen malware trojan spyware ransomware gijzelsoftware virusmelding viruswaarschuwing besmet
    geinfecteerd infected wormvirus rootkit keylogger adware scareware virusje *virus malwaremelding
    trojaan* trojans viruses infectie`,
  popup: `popup* pop~up pop~ups pop~upje *venster *vensters waarschuwing* warning* alert alarm* melding meldingen
    *melding piept piepen vensters schermpjes schermpje pop~upjes waarschuwingen advertenties reclame
    *scherm scherm bericht message *meldingen stem geluid voice sirene`,
  'odd-screen': `zwart zwarte rood rode rooie blauw geblokkeerd knippert knippeert knipperde knipperen flitst flitsen
    flitste flikkert bevroren doodshoofd skull raar rare vreemd vreemde gek gekke weird strange black
    gelocked flashing flickering frozen geel gele groen paars tekens hackers hacker geblokkeert flits
    flitsend* schedel wartaal onbekende geks vreemds raars spookt geflitst flikkeren flikkerende gelockte
    countdown aftel* timer klok siren* piept wit sirene vult~scherm krijg~niet~weg gaat~niet~weg full~screen
    crasht onzin herstart* start~opnieuw restart* fullscreen`,
  'call-number': `nummer~bellen microsoft~bellen bellen~microsoft bel~microsoft bel~nummer call~microsoft call~number
    number~call support~bellen windows~bellen bellen~nummer nummer~bel number~microsoft
    telefoonnummer~bellen bellen~telefoonnummer telefoonnummer~microsoft microsoft~moet~bellen
    microsoft~bel* windows~support call~support tech~support contact~microsoft 0800* helpdesk~bellen
    bellen~support moet~bellen must~call should~call`,
  'stranger-stick': `gevonden parkeerplaats* onbekende found unknown vreemde parkeerterrein parking gekregen straat beurs
    opgeraapt niemand onbekend* kantine trein gang bureau~niet cadeau gratis bus~stop lag trof`,
  stick: `*stick *sticks usb* *stickje thumb flash pendrive`,

  // Someone at the account

  prompt: `mfa 2fa authenticator *authenticator inlogverzoek* inlogpoging* aanmeldverzoek* aanmeldpoging* goedkeur*
    inlogmelding* verificatie* sign~in login~request* sign~request sign~requests melding meldingen code
    codes *codes verzoek verzoeken inlogcode* pushmelding* push notificatie* requests request approval*
    verification microsoft~melding inlogbevestiging* prompts prompt aanmeldmelding* inlogcodes
    bevestigingscode* sms sms~code* notifications notification inlogverzoekje* aanvraag~inlog* approval
    notificaties verificatieverzoek* *verzoek *verzoeken *pushmelding *pushmeldingen bevestigen bevestiging*
    goedkeuring* popje app smsjes smscodes *inlogcode *inlogcodes verificatiesms wachtwoordreset* resetmail*
    wachtwoordherstel password~reset reset~mail inlogmail* aanmelding* signin* signins alerts alert
    mails~over~inloggen inlogalarm one~time otp passcodes keur~goed aanmelding telefoon~trilt code~sms trilt
    3~codes`,
  'not-mine': `niet~inlog niet~inloggen niet~inlogde niet~ingelogd niet~inlogt niet~aan~inloggen helemaal~niet~in
    was~niet ben~niet ik~niet niet~ik not~log not~logging not~sign not~signing not~start not~started
    not~trying wasn~me not~me not~mine not~request* niet~aangevraagd niet~gevraagd niks~aangevraagd
    niet~van~mij niet~zelf niet~gestart zonder~inlog* zonder~vraag niet~probeer* niet~bezig not~asked
    niets~doe niks~doe niks~deed vietnam rusland china russia ander~land buitenland vreemd~land nigeria
    another~country other~country foreign~country land midden~nacht middle~night ongevraagd zomaar
    onverwacht* unexpected* uit~niets niet~aanvraag niet~aangevraag* niks~aanvraag niks~gevraagd
    nergens~ingelogd nergens~inlog* niet~probeer niet~aan~het niet~zit niet~deed not~doing doing~nothing
    was~not~me wasn~t not~my niet~mezelf niet~ikzelf ergens~anders andere~stad brazil* brazilie india
    pakistan indonesie duitsland turkije amerika france usa romania roemenie polen oekraine ukraine marokko
    japan singapore moscow moskou onbekend~apparaat ander~apparaat vreemd~apparaat unknown~device new~device
    nieuw~apparaat terwijl~bank terwijl~slaap terwijl~vrij terwijl~bed terwijl~lunch terwijl~vergadering
    terwijl~koffie terwijl~ik lag~te~slapen lag~bed sliep in~bed nachts middle~of without~request*
    without~me did~not~ask not~ask not~initiate* niet~op~werk vakantie vrij~ben uit~blauwe doe~niks
    doe~niets niks~doen niets~doen niks~aan nothing~open not~using zonder~reden niet~door~mij niet~van~ons
    without~reason poland`,
  'keeps-coming': `krijg~steeds kreeg~steeds blijf~krijgen blijf~meldingen keep~getting kept~getting hele~ochtend hele~dag
    hele~avond hele~nacht krijg~telkens krijg~ineens krijg~opeens krijg~net stuk~of achter~elkaar
    aan~lopende~band bombarde* getting~lots spam~me keer~achter maar~door non~stop aan~een~stuk elke~minuut
    constant* continu keer~achter~elkaar tien~keer twintig~keer keer~gehad telkens~weer telkens~meldingen
    blijft~maar blijven~komen steeds~verzoek* over~and~over every~minute repeated* bestookt overspoeld
    spammed bombarded lots~of~login lots~of~sign tientallen stroom regent`,
  'get-prompt': `krijg kreeg krijgt kregen krijgen komen kwam blijf steeds getting get got received keep ontvang ontving
    ontvangt staat verscheen popt verschijnt vraagt vroeg gehad ontvangen sturen stuurt verstuurt sends
    piept piepte bliept popte komt~binnen kwam~binnen binnen vragen bliep gets springt springen`,
  'someone-in': `probeerd~inloggen probeerd~in~loggen probeert~inloggen probeert~in~loggen probeerde~in~loggen trying~log
    tries~log tried~log trying~sign is~ingelogd was~ingelogd heeft~ingelogd logged~into logged~in signed~in
    poging~ingelogd inlog~vanuit ingelogd~vanuit aanmelding~vanuit login~from sign~from inlogpoging~uit
    inlogpoging~vanuit inlogpogingen~uit inlogpogingen~vanuit aanmelding~uit probeert~te~komen
    proberen~te~komen probeert~bij~account probeert~bij~mailbox probeert~bij~mijn in~te~komen komt~in~mijn
    zit~in~mijn~account zit~in~mijn~mail zit~in~mijn~mailbox ingelogd~op er~is~ingelogd in~gelogd~op
    in~mijn~account in~mijn~mailbox in~my~account into~my~account access~my~account accessed~my
    ingelogd~terwijl inloggen~lukt inlogpogingen in~te~loggen is~ingelogd~in inlog~uit`,
  'someone-else': `iemand vreemd* someone somebody onbekende ander another rusland china vietnam russia buitenland land
    country stranger unknown hacker* onbekend* iets~anders who apparaat device brazil* brazilie india
    terwijl niet~ik hackers ergens stad city plaats`,
  'my-account': `mijn mn mij me my account *account *accounts mailbox *mailbox postvak outlook profiel *profiel teams
    *mail mail email o365 office onze our digid intranetaccount linkedin facebook instagram socials`,
  hacked: `gehackt gehacked hacked gekraakt gehijackt gecompromitteerd compromised overgenomen misbruikt
    binnengedrongen ingebroken taken~over hack~gaande gehaktt inbreuk geinfiltreerd bemachtigd buitgemaakt
    hijacked breached gekaapt kaapte hacker~binnen hackers~binnen binnen~gedrongen binnengekomen~hacker
    iemand~zit~in toegang~gekregen kwaadwillende* gecompromiteerd ddos aangevallen cyberaanval aanval attack
    attacked gegijzeld~account beklad defaced hackers~hebben hackers~zijn hackers~have hacker~heeft
    hackers~zitten`,
  'my-things': `mijn mn me ik my wij we ons onze our account *account mailbox *mailbox gemeente pc laptop computer
    telefoon systeem website site collega afdeling team organisatie werkaccount *site facebookpagina pagina
    *systeem server netwerk instagram leverancier~van~ons computers alles leverancier verwerker *website`,
  'in-my-name': `onder~mijn~naam onder~mn~naam uit~mijn~naam uit~mn~naam namens~mij mails~van~mij mail~van~mij
    berichten~van~mij vanuit~mijn~account vanaf~mijn~account vanaf~mijn~adres uit~mijn~account
    uit~mijn~mailbox in~my~name from~my~account from~my~address mails~from~me emails~from~me from~my~mailbox
    verzonden~items sent~items vanuit~mijn~mailbox namens~haar uit~haar~naam sending~in~my in~mijn~naam
    in~mn~naam from~me uit~naam~van~mij namens~mijn verstuurt~mails~mijn stuurt~mails~mijn sturen~mails~mijn
    mijn~account~verstuurt mijn~account~stuurt mijn~mailbox~stuurt mijn~mailbox~verstuurt mijn~mail~stuurt
    doet~voor~mij voor~mij~uit doet~alsof~mij pretending~me my~account~sending my~account~sends
    my~mailbox~sending nepaccount~naam namens~ons in~onze~naam uit~onze~naam nepprofiel*`,
  'not-by-me': `niet~verstuurd niet~gestuurd niet~verzonden niet~heb~verstuurd niet~gemaakt niet~gedaan nooit~gestuurd
    nooit~verstuurd terwijl~vrij gewijzigd did~not~send not~sent not~send not~write not~make not~create
    not~me ik~niet never~sent niet~ken niet~herken terwijl~ziek rare~mails vreemde~mails niet~van~mij spam
    sending~emails sending~mails vreemd~adres nooit~heb nooit~gemaakt ken~niet raar rare spammails
    phishing~mails phishingmails nep* fake`,
  'mail-rule': `regel regels doorstuurregel* forwarding rule rules doorstuur*`,

  // Visitors, callers and onlookers

  stranger: `onbekend onbekende vreemde vreemdeling vreemd stranger strange unknown ken~ik~niet ken~niet kent~niemand
    niemand~kent niemand~kende kende~niet herken~niet ken~hem~niet hoort~hier~niet hoort~niet not~know
    nobody~knows zonder~pas zonder~pasje zonder~badge without~badge geen~pas geen~badge no~badge kennen~niet
    niemand~herkent niet~thuishoort zonder~toegangspas zonder~afspraak insluiper indringer intruder glipte
    geglipt vreemde~vent vent onbekend* niet~ken niet~kennen iemand~niet niet~werkt niet~hier~werkt
    niet~herken* niemand~weet no~one~knows niemand~weet~ervan not~work~here doesn~work nooit~gezien
    never~seen niet~bij~ons zwerver verwarde verward gast~zonder bezoeker~zonder monteur~niemand zei~monteur
    zogenaamd* verdacht verdachte verdachts suspicious zonder~begeleiding onbegeleid hangt~rond loert
    schreeuw* agressie* someone~random random hier~niet~werken niet~werken guy alles~dicht gesloten
    na~sluitingstijd without~pass bezoeker~alleen alleen~naar~boven alleen~rondlopen loopt~alleen kent~haar
    weggerend vreemd~persoon weggelopen inbreker vluchtte vreemde~man vreemde~vrouw jongens`,
  building: `gang gangen kantoor kantoortuin binnen afdeling verdieping etage gebouw pand stadhuis gemeentehuis
    serverruimte balie kamer hal trap lift archief office building floor hallway corridor inside door deur
    ingang fietsenkelder garage room werkplek printers *printer *kamer keuken kantine vleugel archiefruimte
    bureau computer *ruimte werkkamer toiletten parkeergarage receptie hier desk premises hall entrance
    desks boven papieren camera kleedkamer trappenhuis *huis *trap zaal raadszaal werf gemeentewerf magazijn
    tuin parkeerkelder kelder`,
  walks: `loopt lopen liep liepen zit zat stond staat dwaalt dwaalde glipt glipte geglipt gelopen meegelopen
    meegelift binnengekomen binnengelopen binnenkwam kwam komt walked walking walks wandering followed
    wandelt rondlopen rondloopt rondliep rond snuffelt snuffelde sneaked slipped tailgated got zien gezien
    binnengelaten let binnengeglipt meegeglipt sluipt betreden wandelde loopt~rond is~aanwezig aanwezig
    zitten hing hangt snuffelen rondsnuffelen trof aangetroffen doorgelopen liet~binnen binnen~gelaten
    betrapt betrapte rommelen rommelt rommelde zoeken foto~maken maakt~fotos zien~lopen zag roaming sitting
    standing stood entered in~through opened~door door~open~gehouden deur~opengehouden opengehouden
    held~door binnengestapt naar~binnen going is~gegaan gegaan hield sliep slaapt doet rent weggerend`,
  tailgate: `achter~me~aan achter~mij~aan mee~naar~binnen binnengeglipt meegeglipt binnengelaten mee~geglipt
    mee~binnen tailgated followed~me~in followed~me~into followed~inside let~in followed~through
    met~me~meegelopen met~mij~meegelopen mee~naar~binnen~gelopen meegelopen~binnen achter~mij~binnen
    achter~ons~aan achter~collega~aan meegelift~deur deur~opengehouden~voor~iemand deur~open~gehouden~voor
    meeglipte glipte~mee glipt~mee mee~met~binnen tailgating binnen~gelaten deur~open~voor~niet~werken
    deur~open~voor~iemand`,
  caller: `belt belde bellen~nu gebeld beller telefoontje telefonisch opgebeld aan~lijn aan~telefoon on~phone
    over~phone phoned phone~call called caller calling *helpdesk *servicedesk hing~op hing~hij microsoft
    telefoongesprek teamsgesprek van~ict van~automatisering rang belden belmij telefonist telefoon~iemand
    gebelt belletje aan~de~telefoon opgehangen nummer~gebeld videobel* terugbellen teruggebeld hung~up
    phone~with guy~phone woman~phone man~phone neptelefoontje wordt~gebeld word~gebeld belt~nu voicemail
    stem *support deepfake provider politie bank~belde bank~gebeld`,
  remote: `anydesk teamviewer quick~assist mee~kijken meekijken meegekeken mee~gekeken meekeek scherm~over
    overgenomen over~genomen overneemt overnemen neemt~over take~over took~over taken~over remote control
    moved~mouse bestuurt bestuurde toegang~gegeven toegang~tot access~to meekijkt kijkt~mee
    op~mijn~pc~gelaten op~pc~gelaten laten~meekijken scherm~gedeeld scherm~delen scherm~laten~delen
    deel~scherm toegang~pc toegang~computer toegang~laptop access~computer access~pc access~laptop
    let~them~in let~him~in let~her~in remote~access op~afstand on~my~computer on~my~laptop installeer*
    installeren iets~installeren muis~overgenomen computer~overgenomen scherm~laten~overnemen code~teams
    beheer gegeven~toegang ultraviewer supremo logmein splashtop rustdesk share~screen shared~screen
    screenshare gave~him~access gave~her~access gave~them~access gave~access laten~inloggen gave~control
    op~mijn~computer in~mijn~computer op~mijn~pc programma~starten programma~te~starten laten~overhalen
    op~mijn~scherm`,
  claims: `zei zegt zogenaamd beweert beweerde said says claiming claimed claims pretending deed~zich doet~zich zgn
    voordeed~als deed~alsof voorgeeft naam~van namens gaf~zich zich~uit is~van iemand~van van~bank
    van~microsoft van~de~bank van~de~helpdesk van~ict van~politie from~microsoft from~it from~bank uitgaf
    noemde~zich nep uitgaf~voor voor~uitgaf voorgedaan zogenaamde`,
  asks: `vraagt vroeg wil wilde wou moet wants wanted asks asked asking vragen vraag~om eist dwingt dringt drong
    aan~dringt urging needs tells`,
  doubt: `bleek blijkt denk achteraf voelt gevoel maar echt echte ex was~niet nep vertrouw* fake zei zogenaamd*
    think later twijfel* klopt niet~goed vals niet~ken microsoft geen~idee politie~niet iemand~van
    iemand~zei onbekend* nummer~klopte bestaat~niet werkt~niet kent~niemand geen~collega opgehangen hing
    hung toch~niet dacht gegeven~aan vreemd* raar* bang sorry stom* advocaat misschien ineens iemand hem
    haar ze`,
  'reads-along': `meelezen mee~lezen meeleest leest~mee las~mee lezen~mee meegelezen meeluisteren meeluistert luistert~mee
    luistervink luisterde~mee mee~luisteren meegeluisterd afgeluisterd afluistert filmt gefilmd foto~scherm
    foto~beeldscherm photo~screen picture~screen photographed gefotografeerd reading~along reads~along
    overheard eavesdrop* looking~screen meekijkt~scherm kijkt~mee~scherm reading~my~screen reading~over
    over~schouder over~shoulder listening~in afluisteren zat~te~luisteren zit~te~luisteren
    staat~te~luisteren meeluisterde meekeek meegekeken meelas mee~zit~lezen mee~te~lezen mee~te~luisteren
    mee~te~kijken op~mijn~scherm~kijken keek~op~scherm kijkt~op~scherm kijken~op~scherm fotografeert
    fotografeerde foto~laptop foto~van~scherm foto~van~laptop filmde filming took~photo~screen
    took~picture~screen watching~screen staring~screen screen~looking heard~everything alles~gehoord
    kon~horen konden~horen kunnen~horen hoorde~gesprek luistert luisterden microfoon afluisterapparaat*
    bug~found listened reading~my~email reading~my~mail been~reading leest~mijn~mail lezen~mijn~mail
    leest~mijn~mails meegelezen~mail mee~schrijven schrijft~mee schreef~mee zat~alles`,
  'meeting-guest': `in~overleg in~teamsoverleg in~vergadering in~meeting teams~overleg in~onze~call in~the~call in~our~call
    videogesprek teamsmeeting in~ons~overleg overleg meeting vergadering call teams zoom bijeenkomst`,

  // Data out in the open

  exposed: `zichtbaar vindbaar doorzoekbaar internet googelen publicly visible exposed iedereen~bij~kan
    iedereen~erbij iedereen~zien kan~iedereen iedereen~kan iedereen~kon kon~iedereen iedereen~toegang
    iedereen~lezen iedereen~inzien iedereen~met~link met~iedereen open~to~anyone anyone~with~link
    open~to~everyone everyone~can anyone~can to~everyone kunnen~alle kunnen~in~alles kunnen~alles laat~zien
    laat~gegevens ziet~gegevens zag~gegevens zien~van~anderen andermans gegevens~van~ander
    gegevens~van~anderen gegevens~van~iemand gegevens~van~vorige niet~afgeschermd onafgeschermd unprotected
    te~lezen leesbaar te~kopieren kopieren niet~weggelakt niet~gelakt niet~onleesbaar other~people
    wrong~person~details copy~names shows~data toegang~tot~alle op~straat elkaars~zien elkaars~aanvraag
    elkaar~zien elkaars~gegevens staan~open staat~open open~op open~bloot open~en~bloot voor~iedereen
    publiekelijk publieke openbare via~google online~gezet gelinkt zonder~wachtwoord zonder~inlog*
    zonder~inloggen zonder~login onbeveiligd onbeveiligde per~ongeluk~gepubliceerd wereldkundig buitenkant
    shows~personal anyone~see everyone~see everybody~see everybody~can publicly~accessible without~login
    without~password not~protected other~persons someone~else kan~zien~van kon~zien~van kunnen~zien~van
    kunnen~zien kon~zien inzien~van ieder~kan hele~organisatie~kan alle~collegas~kunnen iedereen~openen
    andere~inwoner andere~inwoners andere~client niet~geanonimiseerd niet~onherkenbaar ongelakt niet~zwart
    te~lezen~door pastebin darkweb dark~web niet~weg~gelakt not~redacted unredacted redact* nog~steeds~in
    nog~steeds~bij nog~steeds~toegang kan~nog~bij kan~nog~in kan~nog~inloggen still~has~access still~access
    still~log~in van~zijn~buurman van~de~buurman van~buurman zaak~van~zijn die~niet~horen niet~horen
    niet~thuishoren kan~overal~bij overal~bij ook~bij~andere bij~alles hele~team~kan te~veel~rechten
    teveel~rechten meer~zien niet~zou~mogen niet~mag~zien niet~zou~moeten should~not~see shouldn~see
    not~supposed~to~see achtergrond~dossier dossier~achtergrond zonder~rechten zie~van~andere
    zie~van~anderen zien~van~andere systeem~van~andere gegevens~van~andere dossiers~van~andere nog~toegang
    visible~for visible~to opgedoken opgedoken~op`,
  published: `gepubliceerd published openbaar online internet intranet publiek public te~vinden te~zien shown accessible toegankelijk te~openen te~downloaden toont via~link website site google facebook linkedin`,
  personal: `persoonsgegeven* namen naam bsn bsns *bsn *dossier *dossiers geheim* vertrouwelijk* adressen *adressen
    medisch* zorg* sollicita* verzuim* uitkering* jeugd* client* *client klantgegevens klanten inwoner*
    names personal confidential resident* salaris* paspoort* handtekening* *gegevens casus casussen *casus
    notulen bijstand* bezwaar* *rapportage* patient* brief~inwoner *beschikking echte~namen loonstrook*
    *strook stroken *stuk diagnose* *kopie debt* medical health zorgplan* jeugdhulp adres bsn* indicatie*
    schuld* schulden* beschikking* dossier* *verslagen verslagen`,
  mistake: `per~ongeluk perongeluk ongeluk foutje blunder* vergissing iets~stoms iets~doms iets~fout misgegaan
    mis~gegaan fout~gegaan mis~met accident* mistake mistakenly by~accident by~mistake per~abuis messed~up
    screwed~up niet~bedoeling oeps oops iets~verkeerd verkeerd~gedaan something~wrong fout~gemaakt`,
  'bcc-forgotten': `bcc~vergeten vergeten~bcc vergat~bcc forgot~bcc not~bcc geen~bcc niet~bcc zonder~bcc instead~bcc ipv~bcc plaats~van~bcc niet~in~bcc bcc~niet`,
  'each-other': `elkaars~mail* elkaars~adres* elkaars~email* elkaars~gegevens elkaars~naam elkaars~namen
    each~others~addresses each~other~email each~other~address* elkaar~adres* adressen~zichtbaar
    adres~zichtbaar zichtbaar~adressen mailadressen~zien adressen~zien allemaal~zichtbaar
    all~addresses~visible see~everyone~address* see~all~addresses zichtbaar~iedereen iedereen~zichtbaar
    alle~adressen~staan stonden~to staan~to zien~elkaar elkaar~zien mailadres~zichtbaar adres~zien
    adressen~lezen adres~lezen iedereen~adressen iedereen~mailadressen iedereen~elkaars`,
  mailing: `*mail mail* *mails *mailing nieuwsbrief newsletter uitnodiging email* verstuurd gestuurd sent verzonden ontvangers recipients bericht adressen *adressen bericht`,
  'login-lost': `authenticator~kwijt wachtwoord~kwijt ww~kwijt kwijt~wachtwoord pincode~kwijt code~kwijt inlog~kwijt kwijt~inlog* password~lost lost~password`,
  'ai-used': `gebruikt gebruikte used laat laten liet uitwerken uitgewerkt besproken bespreken bespreekt gevraagd
    geholpen herschreven geschreven schreef asked let had~rewrite verwerkt beoordeeld beoordelen gemaakt
    vroeg verteld gooit stopt plakt zet typt voert voer uploadt invoerde invoert plakken stoppen gooien
    zetten bleek blijkt uses puts pastes uploads`,
  'not-done': `niet~gedaan niet~zelf niet~was doe~niks doe~niets niks~doen niets~doen niks~aan~doen nothing~to~do not~do not~me wasn~me niet~van~mij niet~mij nooit~gedaan niet~geweest
    was~niet not~done never~did niet~herken niet~ken zonder~ik`,
  'account-change': `nieuw~apparaat apparaat~toegevoegd onbekend~apparaat wachtwoord~gewijzigd wachtwoord~veranderd wachtwoord~aangepast wachtwoord~gereset aanmelding* password~changed new~device
    device~added inlogactiviteit aanmeldactiviteit instellingen~veranderd *account~aangemaakt sessie* inloggegevens~gewijzigd nummer~gewijzigd telefoonnummer~gewijzigd *account *mailbox mail~uit`,
  'strange-device': `kastje apparaatje doosje kabeltje dongle stekker stekkertje router accesspoint zender microfoontje
    cameraatje camera afluisterapparaat* keylogger gadget usb~ding raspberry box hub device adapter
    netwerk*~apparaat wifi~punt wifi~netwerk *camera *cameraatje account~in~onze gast~in~onze`,
  'used-by-others': `aan~mijn~pc aan~mn~pc aan~mijn~laptop aan~mn~laptop aan~mijn~computer achter~mijn~pc achter~mn~pc achter~mijn~laptop achter~mijn~computer op~mijn~werklaptop~zitten op~mn~werklaptop~zitten
    mijn~werklaptop~gebruikt mijn~laptop~gebruikt op~mijn~account~gewerkt op~mijn~pc~gezeten used~my~laptop used~my~computer at~my~computer on~my~computer mijn~laptop~zitten mijn~werktelefoon~gebruikt
    onder~mijn~naam~ingelogd met~mijn~wachtwoord met~mijn~inlog~gewerkt op~mijn~laptop~gezeten mijn~wachtwoord~gebruikt gebruikt~mijn~account`,
  'other-user': `iemand someone zoon zoontje dochter dochtertje kind kinderen kids man vrouw partner vriend vriendin huisgenoot bezoeker onbekende collega stagiair stagiaire uitzendkracht schoonmaker schoonmaakster
    monteur somebody son daughter kid husband wife roommate`,
  'not-logged-out': `vergeten~uit~loggen vergeten~uitloggen vergeten~te~loggen niet~uitgelogd niet~uit~gelogd not~log~out not~logged~out forgot~log~out forgot~logout nog~ingelogd~staan still~logged~in ingelogd~gebleven
    niet~vergrendeld vergeten~vergrendelen vergeten~te~vergrendelen forgot~lock onbeheerd onvergrendeld unlocked~laptop scherm~open~staan`,
  'secret-setting': `feestje feest verjaardag borrel kroeg trein kantine lift vrienden vriendin vriend familie buren terras cafe party birthday train pub supermarkt sportclub voetbal iedereen kapper luidspreker gang`,
  supplier: `leverancier* verwerker* partner* softwareleverancier* supplier* vendor* aannemer drukker* bureau salarisbureau ketenpartner* gemeente website`,

  turn: `maar toen nu ineens opeens blijkt bleek daarna inmiddels nog al net zojuist niet zegt zei belt dus terwijl without but then now after before still zonder waardoor alle hele denk volgens vanmorgen gisteren think anders pas`,

  'exposed-what': `persoonsgegeven* gegevens *gegevens namen adressen *adressen bsn bsns *dossier *dossiers *lijst *lijsten
    *map *mappen folder *bestand *bestanden besluit* *rapport reports names documents files data list
    sollicita* verzuim* *document *documenten *formulier aanvragen brieven client* klant* inwoner* records
    bezwaar* stukken *stukken excel* geheim* vertrouwelijk* *aanvraag *aanvragen personal *info info
    informatie *notulen notulen zorg* salaris* wachtwoorden password* salary salaries *dossiermap *agenda
    mailbox *mailbox agenda agendas stuk vergaderstuk* foto fotos camerabeelden camera persoonlijk* bsn*
    adres naam adresgegevens paspoort* passport* details other~people resident* customer* contracten
    contract* documentjes intern interne internal *stuk brief *brief cv cvs tekening* kinderen sharepoint
    schijf namen~van *drive drive map intranet`,
  found: `zie zag zien ziet ontdekt ontdekte kwam~achter kom~achter merk merkte staat stond staan stonden bleek
    blijkt found noticed discovered see saw turned~out turns~out laat toont lag ligt kon konden lekt shows
    kwam komt kom ontdek gevonden bleken vinden geindexeerd zet zetten geplaatst gedeeld gezet~op
    beschikbaar aangetroffen melde zegt belt belde toegang heeft hing hangt hangen`,
  leaked: `gelekt leaked uitgelekt datalek data~lek lekt leaking data~breach breach op~straat gelekte lek lekte
    uitlek* lekken datalekje op~straat~liggen ligt~op~straat doorgespeeld`,
  caused: `veroorzaakt gemaakt gaande ontdekt caused created hebben~een heb~een is~een is~er~een we~hebben
    discovered happened hebben~wij volgens~mij gelekt leaked uitgelekt lekt liggen~op ligt~op liggen~straat
    ligt~straat er~is have~a had~a had~een hadden~een denk vermoed volgens ik~denk we~denken bij~ons bij~mij
    ontstaan mogelijk gebeurd geweest has~been naar~de~pers pers naar~pers darkweb stond by ons our my
    te~melden wil~melden melden~datalek report~breach krant`,
  unlocked: `open~staat staat~open stond~open stonden~open staan~open wagenwijd~open wagenwijd op~kier kier
    niet~op~slot niet~afgesloten onafgesloten unlocked wide~open left~open left~unlocked niet~dicht
    opengestaan open~gestaan was~open geforceerd forced not~locked sleutel~in~slot sleutels~in~slot
    stond~los niet~dichtgedaan niet~gesloten openstaan open~stond open~stonden bleef~open blijft~open
    gebleven~open open~gebleven opengelaten open~gelaten left~ajar ajar kapot~slot slot~kapot
    slot~geforceerd niet~vergrendeld unattended hele~nacht~open open~en~bloot vergeten~afsluiten
    vergeten~sluiten vergeten~slot vergeten~dicht not~closed standing~open sleutel~zat sleutels~zaten`,
  lockable: `kast *kast *kasten deur *deur raam *raam archief *archief serverruimte kluis *kluis kamer hek ladekast
    cabinet door safe window room poort *poort slagboom server~room gebouw pand nooddeur *la lade lades
    kastje dossierkast *kastje locker lockers archiefruimte *ruimte opslag depot *poortje voordeur
    achterdeur zijdeur cabinets drawer drawers archive filing scherm~niet bureaula ladenblok *blok
    sleutelkast gemeentehuis stadhuis kantoor entree ingang werkkamer`,
  'paper-found': `vond gevonden found lag lagen ligt liggen lying aangetroffen tref trof slingert slingeren slingerde
    zwerft zwerven vind gezien trof~aan aantrof stond gelegen achtergelaten gebleven blijven~liggen
    weggegooid gegooid zag terug~gevonden gedumpt dumped hangt hing zitten bleef gedropt`,
  'open-place': `papierbak *papierbak prullenbak container *container printer *printer printers vuilnis* straat stoep
    trein copier kopieer* kantine parkeer* bos vergaderzaal vergaderkamer spreekkamer toilet koffiehoek gang
    wachtruimte publieksruimte bin trash vuilnisbak kliko hal bushokje park street train balie oud~papier
    oudpapier papiercontainer milieustraat kringloop kringloopwinkel parkeerterrein parkeerplaats hotel
    bibliotheek bank bankje restaurant wc fietsenstalling koffieautomaat koffiecorner keuken flexplek
    flexwerkplek bureau~van tafel raadszaal trappenhuis lift pavement sidewalk canteen kitchen table
    meeting~room whiteboard flipover flap~over bord prullenmand prullebak afvalbak vuilcontainer plantsoen
    berm sloot station halte taxi kopieerapparaat kopieermachine scanner`,
  vanished: `verdwenen weg foetsie gone disappeared lost kwijt missing leeg gewist verloren leeggeraakt
    verloren~gegaan onvindbaar ontbreken ontbreekt weggevallen vernietigd verbrand are~gone`,
  irretrievable: `niet~terug niet~terughalen niet~meer~terug geen~backup not~recover not~restore niet~herstellen
    prullenbak migratie migration back~up nergens~meer per~ongeluk niet~terugvinden niet~terugkrijgen
    niemand~weet~hoe geen~back~up server~crash crash* gecrasht brand lekkage waterschade overstroming
    niet~te~herstellen niet~herstelbaar niet~terugzetten backup* te~herstellen unrecoverable no~backup
    conversie update overgang logbestanden database`,
  snooping: `stiekem nieuwsgierig* zonder~reden buurvrouw buurman ex *ex familie bekende bekenden kennis
    privedoeleinden snoop* curious* without~reason neef nicht zus broer schoonzus uit~nieuwsgierigheid
    vriendin zat~te~neuzen neuzen schoonmoeder partner niks~zoeken niets~zoeken te~zoeken~had niet~nodig
    niet~hoort geen~reden zonder~aanleiding zonder~noodzaak zonder~werk prive~redenen buur* vrienden
    bekende* kennissen vader moeder zoon dochter schoondochter schoonzoon schoonvader zwager zwagers buren
    tante oom vriend oud~klasgenoot bn~er bn burgemeester~dochter wethouder~dossier roddel* gossip
    neighbour* neighbor* girlfriend boyfriend sister brother cousin friend celebrity bekende~nederlander
    stalk* date eigen~dossier zichzelf nieuwsgierigheid voetballer`,
  looked: `gekeken kijken keek bekeken opgezocht opzocht opzoeken ingezien inzag gesnuffeld gegluurd geneusd neuzen
    looked looking snooping snooped searched inkijken ingekeken opgevraagd geraadpleegd viewed kijkt
    kijken~in zoekt~op zocht~op zoeken~op zit~te~kijken zat~te~kijken zien~kijken gluurt gluren gluurde
    snuffelt snuffelen snuffelde inziet inzien opzoekt checkt checkte gecheckt gespiekt spiekt spiekte
    neusde neust bezocht raadpleegde raadpleegt browsing browsed peeked reading accessed accesses geopend
    bekijkt opende`,
  register: `dossier *dossier *dossiers brp suwinet suwi zaaksysteem systeem persoonslijst gba kadaster records
    record file system registratie werkinformatie basisregistratie *systeem gegevens~van *gegevens inkomens*
    *registratie woz belastingsysteem uitkeringssysteem burgerzaken applicatie database medical~file case`,
  colleague: `collega collegas medewerker medewerkster teamlid stagiair stagiaire uitzendkracht coworker colleague
    colleagues someone iemand ik collegaatje hij zij ze wij we mensen team hem coworkers manager teamleider
    chef leidinggevende baas wethouder raadslid oud~collega ex~collega`,

  // What makes a whole message no report

  exercise: `oefenmail* oefening* oefenphish* phishingtest* phishing~test testmail* test~mail nepmail~test *simulatie
    simulatie* simulation drill voor~presentatie voor~training voor~cursus voor~workshop
    voor~nieuwsbrief~stukje ivm~presentatie ivm~training for~presentation for~training training~slide
    werkinstructie* quiz bewustwording* awareness phishingtestje nepmailtest* cybergame escaperoom
    phishingoefening* phishing~oefening phishing~campagne testcampagne oefencampagne oefenlink*
    voor~e~learning voor~poster voor~lesje lesmateriaal voor~intranetbericht voor~memo voor~draaiboek
    werkoverleg~uitleggen awareness~week tabletop`,
  theory: `hypothetisch* hypothetical* theoretisch* theorie fictief fictieve stel~dat stel~ik stel~je stel~een
    stel~iemand stel~mijn stel~dit suppose supposing imagine voor~geval just~in~case stel~mn stel~we
    stel~nou hypothese scenario rollenspel voorbeeldje bij~wijze~van in~theory`,
  elsewhere: `in~201* in~202* in~203* jaren~geleden jaar~geleden years~ago vorig~jaar last~year destijds vroeger
    in~nieuws op~nieuws in~krant in~news buurgemeente las~gelezen hof~van toen~ik~nog las~dat las~over
    gelezen~dat gehoord~dat in~het~nieuws nos nu~nl andere~gemeenten bij~gemeente gemeente~x in~eindhoven
    in~utrecht in~amsterdam bij~vorige~werkgever vorige~werkgever vorige~baan oude~werkgever previous~job
    universiteit~maastricht maanden~geleden~opgelost other~municipality jaar~terug`,
  permission: `mag~dat mag~het mag~zoiets mag~zo dat~mocht mocht~toch mag~toch mag~wel is~ok is~oke is~okee is~prima
    toegestaan is~allowed is~fine mag~ik~dat mocht~dat is~dat~ok is~dat~oke is~dat~goed is~dat~erg
    is~dat~normaal kan~geen~kwaad is~that~ok is~that~normal ok~toch that~ok`,
} as const satisfies Readonly<Record<string, string>>

export type Concept = keyof typeof WORDS

/** Ordinary words one typing error away from a word above; never read as that word. */
export const OTHER_WORDS = `bepaald bepaalt gezocht gelegd gezegd gegevens geleden gehakt gepakt gebonden gebeden gevoerd
  bestuurd verkeer verzoeken stellen kwijting gezeten gelopen gevouwen gedeelde gemeld gemeten vergaderen
  verboden werden gewerkt gemerkt gesproken gestopt gestort geteld gewend gewenst gekomen genomen gelezen
  ticket tickets worden kaart straf naast feest geest meest boeken weken`
