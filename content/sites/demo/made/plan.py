"""The region's plan, followed up in two years, and its figures. All of it is made up."""
from files import csv_file

PLAN = "exempelregionen-2026"
HEADINGS = {"1": ("Handledning och bedömning", "Supervision and assessment"), "2": ("Sidotjänstgöring", "Rotations elsewhere"),
            "3": ("Kurser och egna studier", "Courses and self-study"), "4": ("Uppföljning", "Follow-up")}
OWNERS = {"unit": ("Regionens ST-enhet", "The ST unit of the region"), "directors": ("Studierektorerna", "The study directors"),
          "clinics": ("Verksamhetscheferna", "The heads of clinics"),
          "department": ("Avdelningen för utbildning", "The training department")}
MINUTES = "Protokoll från samordningsgruppen, påhittat"
# number: owner, title in Swedish and English, indicators
MEASURES = {
    "1.1": ("directors", "Inför en gemensam mall för att skriva ner handledarsamtal.",
          "Introduce a common form for writing down supervision talks.", "talks_documented, survey_supervision_documented"),
    "1.2": ("unit", "Utbilda handledare i att bedöma ledarskap.", "Train supervisors in assessing leadership.",
          "leadership_assessed, survey_leadership_assessed"),
    "1.3": ("clinics", "Se till att ingen handledares utbildning är äldre än fem år.",
          "See to it that no supervisor's training is older than five years.", "supervisors_trained"),
    "2.1": ("unit", "Samla bokningen av sidotjänstgöring på ett ställe.", "Gather the booking of rotations in one place.",
          "rotations_planned, rotation_waited"),
    "2.2": ("department", "Skriv i avtalen med kliniker att de ska ta emot ST-läkare.",
          "Write in the agreements with hospital clinics that they are to receive ST doctors.", "rotation_waited"),
    "2.3": ("directors", "Ordna utbyte med en annan region för små ämnen.", "Arrange exchange with another region for small subjects.",
          "rotation_waited"),
    "2.4": ("directors", "Gör en lista över kliniker som kan ta emot ST-läkare med kort varsel.",
          "Make a list of clinics that can receive ST doctors at short notice.", "rotation_waited"),
    "3.1": ("unit", "Öppna ett kurscentrum för de obligatoriska kurserna.", "Open a course centre for the compulsory courses.",
          "course_places_in_time, courses_planned"),
    "3.2": ("clinics", "Skydda minst en timme i veckan för egna studier i schemat.",
          "Protect at least an hour a week for self-study in the schedule.", "self_study_one_hour, survey_self_study_hours"),
    "3.3": ("department", "Ge alla ST-läkare tillgång till det medicinska biblioteket.",
          "Give all ST doctors access to the medical library.", "library_access, survey_library_access"),
    "4.1": ("department", "Visa resultaten från granskningar och årsrapporter på ett ställe.",
          "Show the results of reviews and annual reports in one place.", ""),
    "4.2": ("directors", "Gå igenom enhetens bild vid det årliga besöket.", "Go through the unit's picture at the yearly visit.",
          "plans_in_time"),
    "4.3": ("department", "Jämför resultaten med en annan region.", "Compare the results with another region.", ""),
}
# year: number, status, due, followed up, next follow-up, note in Swedish and English, evidence, figures
YEARS = {
    2025: (
        ("1.1", "started", "2025-12-31", "2025-05-20", "2025-09-16", "Mallen finns på 128 enheter. Resten får den under hösten.",
         "The form is at 128 units. The rest get it in the autumn.", MINUTES, "2025: 128 av 179 enheter har fått mallen"),
        ("1.2", "not_started", "2026-12-31", "2025-05-20", "2025-10-14", "Kursen är beställd och börjar ges 2026.",
         "The course has been ordered and begins to be given in 2026.", MINUTES, ""),
        ("1.3", "not_started", "2026-03-31", "2025-04-08", "2025-10-14", "En lista över vilka handledare det gäller görs först.",
         "A list of which supervisors it concerns is made first.", "", ""),
        ("2.1", "not_started", "2026-09-30", "2025-06-10", "2025-11-18", "Systemet för bokning upphandlas.",
         "The booking system is being procured.", MINUTES, "2025: 0 av 7 ST-forum"),
        ("2.2", "not_started", "2026-05-31", "2025-06-10", "2025-12-09", "Väntar på nya avtal.", "Waits for new agreements.", "", ""),
        ("2.3", "started", "2025-06-30", "2025-05-20", "2025-09-16", "Den andra regionen räknar på hur många platser den har.",
         "The other region is working out how many places it has.", MINUTES, ""),
        ("2.4", "started", "2026-02-27", "2025-05-20", "2025-10-14", "Åtta kliniker har svarat.", "Eight clinics have answered.",
         MINUTES, "2025: 8 av 23 kliniker har svarat"),
        ("3.1", "done", "2024-12-31", "2025-01-14", "", "Det öppnade tre månader före tiden.", "It opened three months ahead of time.",
         MINUTES, "2024: 240 kursplatser"),
        ("3.2", "not_started", "2026-12-31", "2025-06-10", "2025-11-18", "Verksamhetscheferna ska först enas om en tid i veckan.",
         "The heads of clinics are first to agree on a time in the week.", "", ""),
        ("3.3", "", "2027-03-31", "", "", "", "", "", ""),
        ("4.1", "started", "2026-06-30", "2025-06-10", "2025-12-09", "En första version prövas i två ST-forum.",
         "A first version is being tried in two ST forums.", MINUTES, ""),
        ("4.2", "not_started", "2026-10-31", "2025-05-20", "2025-11-18", "Börjar när resultaten finns på ett ställe.",
         "Begins when the results are in one place.", "", ""),
    ),
    2026: (
        ("1.1", "done", "2025-12-31", "2026-01-20", "", "Mallen finns på alla enheter. Årsrapporterna visar att de flesta använder den.",
         "The form is at all units. The annual reports show that most use it.", MINUTES, "2026: 179 av 179 enheter har fått mallen"),
        ("1.2", "started", "2026-12-31", "2026-05-26", "2026-09-15", "Kursen har getts två gånger. En tredje ges till hösten.",
         "The course has been given twice. A third time follows in the autumn.", MINUTES, "2026: 38 av 60 platser"),
        ("1.3", "started", "2026-03-31", "2026-06-09", "2026-08-25",
         "Datumet har passerat. De som är kvar har fått plats på kurs under hösten.",
         "The date has passed. Those who remain have places on a course in the autumn.", MINUTES, ""),
        ("2.1", "started", "2026-09-30", "2026-06-09", "2026-09-08", "Tre av sju ST-forum bokar på det nya sättet.",
         "Three of seven ST forums book in the new way.", "", "2026: 3 av 7 ST-forum"),
        ("2.2", "not_started", "2026-05-31", "2026-04-28", "2026-05-29", "Väntar på nya avtal.", "Waits for new agreements.", "", ""),
        ("2.3", "stopped", "2025-06-30", "2025-09-16", "", "Den andra regionen hade inga platser att ge.",
         "The other region had no places to give.", MINUTES, ""),
        ("3.1", "done", "2024-12-31", "2025-01-14", "", "Det öppnade tre månader före tiden.", "It opened three months ahead of time.",
         MINUTES, "2024: 240 kursplatser, 2025: 410 kursplatser"),
        ("3.2", "started", "2026-12-31", "2026-05-26", "2026-06-30",
         "Införs enhet för enhet. Årsrapporterna visar hur långt det har kommit.",
         "It is introduced unit by unit. The annual reports show how far it has come.", "", ""),
        ("3.3", "not_started", "2027-03-31", "", "2026-06-15", "", "", "", ""),
        ("4.1", "done", "2026-06-30", "2026-06-23", "", "Lägesbilden finns på intranätet.",
         "The picture of the situation is on the intranet.", "", ""),
        ("4.2", "started", "2026-10-31", "2026-06-09", "2026-10-06", "Hälften av årets besök är gjorda.",
         "Half of this year's visits have been made.", "", "2026: 88 av 179 besök"),
        ("4.3", "", "2027-06-30", "", "2026-12-15", "", "", "", ""),
    ),
}
# number, figure, label and unit in Swedish and English, then year, value, target and what to know of it
FIGURES = (
    ("1.1", "units_with_form", "Enheter som har fått mallen", "Units that have got the form", "enheter", "units", (
        (2024, "61", "90", "Påhittad siffra.", "Fictional figure."),
        (2025, "128", "150", "Påhittad siffra. Till och med maj.", "Fictional figure. Up to and including May."),
        (2026, "179", "179", "Påhittad siffra.", "Fictional figure."),
    )),
    ("1.2", "course_seats", "Handledare som har gått kursen i att bedöma ledarskap",
     "Supervisors who have taken the course in assessing leadership", "handledare", "supervisors", (
        (2026, "38", "60", "Påhittad siffra. Till och med maj.", "Fictional figure. Up to and including May."),
    )),
    ("2.1", "forums_booking", "ST-forum som bokar på det nya sättet", "ST forums that book in the new way", "ST-forum", "ST forums", (
        (2025, "0", "2", "Påhittad siffra.", "Fictional figure."),
        (2026, "3", "7", "Påhittad siffra. Till och med maj.", "Fictional figure. Up to and including May."),
    )),
    ("3.1", "course_places", "Platser på de obligatoriska kurserna", "Places on the compulsory courses", "kursplatser", "course places", (
        (2023, "160", "", "Påhittad siffra.", "Fictional figure."),
        (2024, "240", "220", "Påhittad siffra.", "Fictional figure."),
        (2025, "410", "400", "Påhittad siffra.", "Fictional figure."),
        (2026, "", "450", "Påhittad siffra. Årets antal är inte klart.", "Fictional figure. This year's number is not ready."),
    )),
)


def files(_region):
    columns = ["plan", "number", "year", "heading_sv", "heading_en", "title_sv", "title_en", "owner_sv", "owner_en", "status", "due",
               "followed_up", "next_follow_up", "note_sv", "note_en", "evidence", "figures", "indicators"]
    for year, measures in YEARS.items():
        rows = []
        for number, *told in measures:
            owner, title_sv, title_en, indicators = MEASURES[number]
            rows.append((PLAN, number, year, *HEADINGS[number[0]], title_sv, title_en, *OWNERS[owner], *told, indicators))
        yield f"measures_{year}.csv", csv_file([dict(zip(columns, row)) for row in rows], columns)
    columns = ["plan", "number", "figure", "label_sv", "label_en", "unit_sv", "unit_en", "year", "value", "target", "note_sv", "note_en"]
    yield "measure_figures.csv", csv_file([dict(zip(columns, (PLAN, *figure, *told))) for *figure, years in FIGURES for told in years], columns)
