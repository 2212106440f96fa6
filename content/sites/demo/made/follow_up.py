"""What explains, what others may borrow and what units say themselves. All of it is made up."""
from files import csv_file, json_file

EVENTS = (  # date, areas ("": all), Swedish, English
    ("2019-11-04", "", "Den första omgången av granskningar börjar.", "The first round of reviews begins."),
    ("2020-03-16", "A,D,F", "Pandemin: granskningarna görs på distans, och kurser och sidotjänstgöringar ställs in.",
     "The pandemic: reviews are made at a distance, and courses and rotations are cancelled."),
    ("2021-07-01", "", "Nya föreskrifter, HSLF-FS 2021:8, gäller för den som börjar sin ST.",
     "New regulations, HSLF-FS 2021:8, apply to those who begin their specialist training."),
    ("2022-02-10", "A,D,F", "Granskningarna görs på plats igen.", "Reviews are made on site again."),
    ("2023-01-01", "C", "Regionen inför ett årligt bidrag till utrustning för utbildning.",
     "The region introduces a yearly grant for training equipment."),
    ("2023-09-18", "", "Den första omgången sammanfattas i en rapport med rekommendationer.",
     "The first round is summed up in a report with recommendations."),
    ("2024-03-01", "E", "En gemensam mall för att skriva ner handledarsamtal tas i bruk.",
     "A common form for writing down supervision talks is taken into use."),
    ("2024-09-02", "", "Den andra omgången av granskningar börjar.", "The second round of reviews begins."),
    ("2024-10-01", "F", "Ett kurscentrum öppnar i Centralstad, och fler får plats på de obligatoriska kurserna.",
     "A course centre opens in Centralstad, and more get places on the compulsory courses."),
    ("2025-04-01", "D", "Två kliniker tar emot färre ST-läkare än förut. Väntan på sidotjänstgöring blir längre.",
     "Two hospital clinics take fewer ST doctors than before. The wait for rotations becomes longer."),
    ("2026-01-12", "H", "En kurs i att bedöma ledarskap börjar ges för handledare.",
     "A course in assessing leadership begins to be given for supervisors."),
)

EXAMPLES = (  # unit, area, theme, title, text, the day it was approved if it was
    ("FK006", "E", "Handledning", "Handledning som inte bokas över",
     "Handledningen ligger på samma tid varje vecka för alla, och telefonen är stängd då. På ett år ställdes bara två tider in.",
     "2025-11-18"),
    ("FK029", "E", "Bedömningar", "En plan för bedömningar på en sida",
     "Varje ST-läkare har en sida där årets bedömningar står i tur och ordning. Den hänger vid kaffebryggaren och glöms därför inte bort.",
     "2026-02-03"),
    ("FK042", "C", "Utrustning", "Två enheter delar på ett öronmikroskop",
     "Mikroskopet står en månad i taget på varje enhet, med en förmiddag då alla övar tillsammans.", "2026-03-24"),
    ("FK063", "H", "Ledarskap", "ST-läkarna leder läkarmötet",
     "Var och en leder mötet under en månad. Efteråt säger en kollega vad som gick bra och vad som kan provas nästa gång.", "2025-10-07"),
    ("FK079", "A", "Patientunderlag", "Temaveckor för ovanligare besvär",
     "Fyra veckor om året bokas patienter med samma slags besvär till ST-läkarna, med en specialist i rummet bredvid.", "2026-01-20"),
    ("FK106", "D", "Rotationer", "Alla sidotjänstgöringar bokas första terminen",
     "Chefen och ST-läkaren bokar hela kedjan på en gång. Det går att byta, men ingen står utan plats.", "2026-04-14"),
    ("FK126", "F", "Kurser", "Kursen återberättas",
     "Den som har gått en kurs håller en halvtimme för de andra veckan därpå. Anteckningarna sparas på ett ställe.", ""),
    ("FK127", "G", "Vetenskap", "En artikel i månaden",
     "En ST-läkare väljer en artikel, och läkarna går igenom den på en lunch. Samma frågor ställs varje gång.", "2026-05-12"),
    ("FK141", "B", "Arbetsmiljö", "En timme utan patienter",
     "Mitt på dagen är en timme fri för frågor, brev och samtal. Det har blivit lättare att behålla läkare.", ""),
    ("FK164", "G", "Vetenskap", "Kvalitetsarbeten på väggen",
     "Alla arbeten sätts upp som affischer i väntrummet. Patienterna läser dem, och flera har lett till nya rutiner.", "2026-06-02"),
    ("FK181", "A", "Patientunderlag", "Byte mellan stad och landsbygd",
     "Under sex veckor byter ST-läkare plats med en enhet i en annan kommun och får se en annan vardag.", ""),
    ("FK182", "E", "Handledning", "Två arbetssätt blev ett",
     "När två enheter slogs ihop valde läkarna det bästa ur båda: den ena enhetens mall för samtal och den andras schema.", "2026-06-16"),
)

COMMENTS = (  # unit, the day it was written, text, role, the day it was approved if it was
    ("FK001", "2026-05-11", "Vi har bokat fasta tider för handledning från i höst. Schemat är klart.", "Verksamhetschef", "2026-05-19"),
    ("FK012", "2026-04-20", "Lokalerna byggs om till våren. Till dess lånar vi rum av grannenheten.", "Verksamhetschef", "2026-05-19"),
    ("FK042", "2026-03-02", "Öronmikroskopet är på plats och används varje vecka.", "Handledargrupp", "2026-03-24"),
    ("FK063", "2025-09-15", "Vi är stolta över våra läkarmöten.", "", "2025-10-07"),
    ("FK088", "2026-06-08", "Två nya handledare går kursen i höst.", "Studierektor", ""),
    ("FK182", "2026-06-01", "Efter sammanslagningen har vi gjort om introduktionen. Den prövas på tre nya ST-läkare i höst.",
     "Enheten gemensamt", "2026-06-16"),
)

# What others say elsewhere, to compare with: statement, the rest of Sweden, general practice in the rest of Sweden; per cent.
ELSEWHERE = (("expectations_met", 76, 79), ("patient_breadth", 81, 88), ("specialists_to_ask", 86, 90), ("library_access", 84, 83),
             ("equipment_sufficient", 74, 78), ("individual_plan", 81, 91), ("plan_revised", 71, 80), ("supervision_regular", 73, 94),
             ("supervision_documented", 33, 41), ("competence_assessed", 64, 70), ("courses_planned", 82, 90), ("science_assessed", 67, 75),
             ("leadership_assessed", 47, 50), ("communication_assessed", 60, 66))
HOURS_ELSEWHERE = (("none", 20, 6), ("under_1", 27, 12), ("from_1_to_2", 29, 28), ("over_2", 24, 54))  # of self-study


def files(region):
    for unit_id, *_ in EXAMPLES + COMMENTS:
        assert region.unit(unit_id)
    yield "benchmarks.csv", csv_file(
        [{"statement": statement, "area": "", "answer": answer, "group": group, "period": "2020–2022", "value": value, "n": n,
          "source": "Jämförelse, påhittad"}
         for statement, answer, *values in [(statement, "agree", *values) for statement, *values in ELSEWHERE]
         + [("self_study_hours", *values) for values in HOURS_ELSEWHERE]
         for group, value, n in zip(("sweden", "general_practice"), values, (3100, 540))],
        ["statement", "area", "answer", "group", "period", "value", "n", "source"])
    yield "events.json", json_file([{"date": date, "text_sv": sv, "text_en": en} | ({"areas": areas} if areas else {})
                                    for date, areas, sv, en in EVENTS])
    columns = ["unit_id", "area", "theme", "title", "text", "approved_by", "approved_on"]
    yield "good_examples.csv", csv_file([dict(zip(columns, (*words, "Studierektor, fiktiv" if day else "", day)))
                                         for *words, day in EXAMPLES], columns)
    yield "comments.csv", csv_file([dict(zip(("unit_id", "written_on", "text", "role"), words)) for *words, _ in COMMENTS],
                                   ["unit_id", "written_on", "text", "role"])
