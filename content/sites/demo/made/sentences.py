"""What inspectors might have written, in our words: all of it is made up. {words} are filled in from WORDS."""

AREA = {"Patientunderlag": "A", "Arbetsmiljö": "B", "Utrustning": "C", "Rotationer": "D", "Handledning": "E", "Bedömningar": "E",
        "Kurser": "F", "Vetenskap": "G", "Ledarskap": "H"}
# Sub-goals that recur, and how often such a finding names one
SUB_GOALS = {"Patientunderlag": (("C1", "C4", "C7", "C4,C7"), 0.8), "Utrustning": (("C4", "C7", "C1"), 0.6),
             "Rotationer": (("C4", "C7"), 0.35), "Kurser": (("C1",), 0.15)}

WORDS = {
    "instrument": ("ett öronmikroskop", "en gynstol", "ett ögonmikroskop", "ett dermatoskop", "en dopplerapparat", "en tympanometer",
                   "en ultraljudsapparat"),
    "room": ("ett eget rum", "ett rum för små ingrepp", "en plats för samtal", "ett rum med undersökningsbrits"),
    "patients": ("små barn", "gravida", "äldre med många sjukdomar", "unga vuxna", "patienter med psykisk ohälsa", "patienter i hemmet",
                 "patienter med hudbesvär", "patienter med ögonbesvär", "patienter med öronbesvär"),
    "service": ("barnavårdscentral", "hemsjukvård", "akutmottagning på dagtid", "astma- och KOL-mottagning", "mottagning på äldreboenden"),
    "clinic": ("barnkliniken", "kvinnokliniken", "psykiatrin", "ögonkliniken", "öronkliniken", "hudkliniken", "geriatriken"),
    "course": ("vetenskaplig metod", "ledarskap", "smärta", "försäkringsmedicin", "palliativ vård", "konsultation"),
    "often": ("varje vecka", "varannan vecka", "en bestämd timme i veckan"),
    "group": ("läkarmötet", "arbetsplatsträffen", "veckans genomgång", "mötet om förbättringar"),
    "staff": ("läkarna", "sjuksköterskorna", "hela arbetslaget"),
}

SENTENCES = {
    "strength": {
        "Patientunderlag": (
            "ST-läkarna möter patienter i alla åldrar och med många slags besvär.",
            "Enheten har egen {service}, där ST-läkarna får arbeta med stöd.",
            "Mottagningen är bred. ST-läkarna får följa {patients} under lång tid."),
        "Arbetsmiljö": (
            "Stämningen är öppen, och ingen drar sig för att fråga.",
            "Det finns gott om erfarna specialister som har arbetat länge på enheten.",
            "Samarbetet med {staff} är nära och vänligt. ST-läkarna känner sig välkomna."),
        "Utrustning": (
            "Lokalerna är ljusa och varje ST-läkare har {room}.",
            "Enheten har köpt {instrument} och visar alla nya hur undersökningen görs.",
            "Utrustningen är hel, och det finns en lista över vem som sköter vad."),
        "Rotationer": (
            "Sidotjänstgöringarna är planerade för hela utbildningen redan under det första halvåret.",
            "Enheten har en fast överenskommelse med {clinic}, och väntan är kort.",
            "Chefen bokar sidotjänstgöringarna tillsammans med ST-läkaren och håller planen uppdaterad."),
        "Handledning": (
            "Handledningen ligger i schemat {often} och blir nästan alltid av.",
            "Handledarna är engagerade och har gått utbildning nyligen.",
            "Det finns alltid någon att fråga, även när den egna handledaren är borta.",
            "Handledare och ST-läkare skriver ner vad de har kommit fram till och följer upp det nästa gång."),
        "Bedömningar": (
            "Specialistkollegiet träffas två gånger om året och ger varje ST-läkare ett samlat besked.",
            "Medsittningar med mall görs ofta och följs av ett samtal samma dag.",
            "Bedömningarna är spridda över året och över flera bedömare."),
        "Kurser": (
            "Kurserna ligger i planen, och schemat läggs efter dem.",
            "ST-läkarna har tid att läsa på varje vecka och använder den.",
            "Enheten har egna undervisningstimmar, där ST-läkarna turas om att hålla i dem."),
        "Vetenskap": (
            "En disputerad kollega hjälper till med det vetenskapliga arbetet.",
            "Artiklar diskuteras på {group} en gång i månaden.",
            "Flera kvalitetsarbeten har lett till nya rutiner på enheten."),
        "Ledarskap": (
            "ST-läkarna leder {group} i tur och ordning och får höra hur det gick.",
            "Varje ST-läkare ansvarar för en del av verksamheten under minst ett år.",
            "ST-läkarna handleder studenter, och deras egen handledare är med ibland."),
    },
    "weakness": {
        "Patientunderlag": (
            "ST-läkarna träffar sällan {patients}, och det saknas en plan för hur de ska få göra det.",
            "Till exempel {patients} tas om hand av andra enheter. Det gör det svårt att nå målen.",
            "De flesta besök är korta och planerade. Akuta besvär går till en annan mottagning.",
            "ST-läkarna får sällan göra hembesök."),
        "Arbetsmiljö": (
            "Många läkare är inhyrda, och det blir få fasta specialister att lära av.",
            "Schemat är så fullt att det sällan finns tid att tänka efter eller fråga.",
            "Enheten har bytt chef flera gånger, och ingen har tagit ansvar för utbildningen."),
        "Utrustning": (
            "Enheten saknar {instrument}.",
            "Det finns {instrument}, men få har lärt sig undersökningen.",
            "ST-läkarna saknar {room} och byter plats flera gånger om dagen.",
            "Enheten saknar både {instrument} och någon som kan visa hur undersökningen görs."),
        "Rotationer": (
            "Väntan på en plats på {clinic} är mer än ett halvår.",
            "ST-läkarna får själva ringa runt för att ordna sina sidotjänstgöringar.",
            "Sidotjänstgöringen på {clinic} är för kort för att målen ska nås.",
            "Planen för utbildningen har inte ändrats när sidotjänstgöringarna har flyttats."),
        "Handledning": (
            "Handledningen flyttas ofta när mottagningen är full.",
            "Samtalen med handledaren skrivs inte ner, så det är svårt att se vad som har bestämts.",
            "En handledare har fler ST-läkare än vad tiden räcker till.",
            "Handledarens utbildning är äldre än fem år."),
        "Bedömningar": (
            "Bedömningarna är få och görs utan mall.",
            "ST-läkarna får sällan höra hur de ligger till förrän mot slutet av utbildningen.",
            "Det saknas en rutin för vad som händer när en bedömning visar på brister."),
        "Kurser": (
            "ST-läkarna får vänta länge på en plats på kursen i {course}.",
            "Tid för egna studier finns i planen, men används till mottagning.",
            "Kurserna söks en i taget, och ingen ser till helheten."),
        "Vetenskap": (
            "Det är oklart vem som kan handleda det vetenskapliga arbetet.",
            "Kunskaperna i medicinsk vetenskap bedöms inte.",
            "Kvalitetsarbeten påbörjas sent och hinner inte bli klara."),
        "Ledarskap": (
            "ST-läkarna får sällan leda något, och det bedöms inte.",
            "Ledarskapet övas på kurs men inte i vardagen på enheten.",
            "Ingen är med och lyssnar när ST-läkaren handleder andra.",
            "Det finns ingen plan för hur förmågan att kommunicera ska bedömas."),
    },
    "suggestion": {
        "Patientunderlag": (
            "Byt mottagning några veckor med en enhet som ofta träffar {patients}.",
            "Låt ST-läkarna arbeta några veckor på en enhet som har {service}.",
            "Planera så att ST-läkarna oftare får träffa {patients}."),
        "Arbetsmiljö": (
            "Lägg in en halvtimme om dagen utan patienter för frågor.",
            "Gör en plan för hur fler fasta specialister ska kunna anställas.",
            "Bestäm vem som ansvarar för utbildningen när chefen är borta."),
        "Utrustning": (
            "Köp in {instrument} och öva tillsammans.",
            "Låna {instrument} av en grannenhet så länge.",
            "Se till att varje ST-läkare har {room}."),
        "Rotationer": (
            "Boka sidotjänstgöringen på {clinic} redan när utbildningen börjar.",
            "Skriv en överenskommelse med {clinic} tillsammans med de andra enheterna i forumet.",
            "Dela upp sidotjänstgöringen på {clinic} i flera kortare delar."),
        "Handledning": (
            "Lägg handledningen i schemat {often} och låt ingen boka över den.",
            "Skriv ner samtalen på en enkel mall som båda kan läsa.",
            "Låt fler av specialisterna gå utbildning i att handleda."),
        "Bedömningar": (
            "Gör upp en plan för vilka bedömningar som ska göras varje halvår.",
            "Samla specialisterna två gånger om året för en gemensam bedömning.",
            "Använd medsittning med mall minst fyra gånger om året och sprid dem på flera bedömare."),
        "Kurser": (
            "Skriv in kursen i {course} i planen i god tid.",
            "Låt ST-läkarna undervisa {staff} efter varje kurs.",
            "Skydda tiden för egna studier i schemat."),
        "Vetenskap": (
            "Ta upp en artikel på {group} varje månad.",
            "Sök en handledare för det vetenskapliga arbetet tillsammans med de andra enheterna i forumet.",
            "Låt varje ST-läkare visa sitt kvalitetsarbete för {staff}."),
        "Ledarskap": (
            "Låt ST-läkarna leda {group} och prata om hur det gick efteråt.",
            "Ge varje ST-läkare ett eget ansvar, till exempel för en rutin, och följ upp det.",
            "Låt ST-läkarna följa chefen under några dagar.",
            "Var med när ST-läkaren handleder, och berätta vad som gick bra."),
    },
}
