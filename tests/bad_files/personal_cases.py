"""Files that point out a person. The numbers are Skatteverket's published test numbers or made up; none belongs to anybody."""
from edits import as_json, changed, put

SECRETS = {  # what -> (how it is written, code)
    "a personal number of twelve digits": ("201701012393", "personal-number"),
    "a personal number of ten digits": ("170101-2393", "personal-number"),
    "a personal number without a dash": ("1701012393", "personal-number"),
    "a personal number with a long dash": ("170101–2393", "personal-number"),
    "a personal number in full-width digits": ("１７０１０１－２３９３", "personal-number"),
    "a personal number with odd blanks": ("20170101\u202f2393", "personal-number"),
    "a coordination number": ("19701063-2391", "personal-number"),
    "an interim number": ("170101-T239", "personal-number"),
    "an e-mail address": ("anna.andersson@example.org", "email-address"),
    "a mobile number": ("070-123 45 67", "phone-number"),
    "a number with the country's code": ("+46 8 123 456 78", "phone-number"),
}


def cases():
    for what, (value, code) in SECRETS.items():
        yield f"{what} in a finding", put("findings", 1, "text", f"Enligt {value} är mikroskopet trasigt."), [code]
    yield "a personal number as a unit id", put("units", 3, "unit_id", "201701012393"), ["personal-number"]
    yield "a personal number as an answer", put("annual_reports", 1, "supervision_hours", "201701012393"), ["personal-number"]
    yield "an e-mail address in an approval", put("good_examples", 1, "approved_by", "anna.andersson@example.org"), ["email-address"]
    yield "a phone number in a note", put("measures", 1, "note_sv", "Ring 08-123 456 78."), ["phone-number"]
    yield "a personal number in JSON", as_json("findings", changed("findings", 1, "text", "Se 170101-2393.")), ["personal-number"]
