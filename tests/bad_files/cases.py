"""Every bad file: what is wrong with it, how it is made from the clean region, and which messages it must lead to.

A case is (name, files, codes): `files` replaces datasets of the clean region, `codes` are the messages' codes in order. A code with a
leading ~ is a warning. Cases with warnings only must build a site with the figures of the clean one."""
import csv_cases
import dataset_cases
import personal_cases
import workbook_cases


def all_cases():
    cases = [case for module in (csv_cases, dataset_cases, personal_cases, workbook_cases) for case in module.cases()]
    names = [name for name, _, _ in cases]
    repeated = {name for name in names if names.count(name) > 1}
    assert not repeated, f"two cases are called {repeated}"
    return cases
