#!/usr/bin/env python3
"""Runs from a timer, against real servers that fail: fetched over HTTPS, SFTP and ODBC, published to a folder, WebDAV and SFTP, and never half
a site for a reader.

usage: run.py --program PATH [CASE...]
"""
import contextlib
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program_tests import ROOT, Tally, arguments, contents, temporary_folder  # noqa: E402
from web_servers import until  # noqa: E402

from faults import all_faults  # noqa: E402
from servers import Authority, Cloud, Database, SshServer, Switch, WebServer, Webhook  # noqa: E402

SMALL = ROOT / "tests/golden/small-region/input"
KEPT = "kunde inte hämtas"  # as the label on pages begins to say it


class Region:
    """A site in a folder of its own, with state, and targets that are folders of the servers."""

    def __init__(self, program, folder, of=SMALL):
        self.program, self.folder, self.site, self.state = program, folder, folder / "site", folder / "state"
        shutil.copytree(of, self.site)
        (self.folder / "www").mkdir()
        self.edit("site.yaml", lambda text: re.sub(r"^(common|templates):.*\n", "", text, flags=re.M)
                  + f"\ncommon: {ROOT}/content/common\ntemplates: {ROOT}/templates\n")

    def edit(self, name, change):
        path = self.site / name
        path.write_text(change(path.read_text("utf-8")), encoding="utf-8")

    def publish_to(self, *targets, more=""):
        self.edit("site.yaml", lambda text: text + "publish:\n  targets:\n" + "".join(f"    - {{{target}}}\n" for target in targets) + more)

    def fetch_from(self, file, *lines):
        """The source of that file is to be had elsewhere."""
        self.edit("sources.yaml", lambda text: re.sub(rf"    file: {re.escape(file)}\n", "".join(f"    {line}\n" for line in lines), text))

    def secret(self, name, text):
        path = self.folder / name
        path.write_text(text + "\n")
        path.chmod(0o600)
        return path

    def go(self, *words, env=None, expect=None):
        done = subprocess.run([str(self.program), *map(str, words), "--state", str(self.state)], cwd=self.folder, capture_output=True, text=True, timeout=180,
                              check=False, env=env)
        if expect is not None and done.returncode != expect:
            raise AssertionError(f"{' '.join(map(str, words))}: exit {done.returncode}, not {expect}\n{done.stdout}{done.stderr}")
        return done

    def run(self, *more, expect=0):
        return self.go("run", "site", *more, expect=expect)

    def report(self):
        return json.loads((self.state / "last-run.json").read_text("utf-8"))

    def codes(self):
        return {message["code"] for message in self.report()["messages"]}


def shown(folder):
    """The release that readers get from there: its id, and what is not as its manifest says."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    wrong = [one["path"] for one in manifest["files"]
             if not (folder / one["path"]).is_file() or hashlib.sha256((folder / one["path"]).read_bytes()).hexdigest() != one["sha256"]]
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    wrong += sorted(there - {one["path"] for one in manifest["files"]} - {"manifest.json"})
    return manifest["release"], wrong


def require(condition, what):
    if not condition:
        raise AssertionError(what)


@contextlib.contextmanager
def region(given, of=SMALL):
    with temporary_folder() as folder:
        yield Region(given.program, pathlib.Path(folder), of)


@contextlib.contextmanager
def fetched_region(given, authority, web, switch, *more):
    """The small region, its reviews fetched over HTTPS through the switch, published to a folder by a link."""
    with region(given) as one:
        shutil.copy(one.site / "data/reviews.csv", web.folder / "sources/reviews.csv")
        password = one.secret("password", web.PASSWORD)
        one.fetch_from("data/reviews.csv", f"url: https://localhost:{switch.port}/sources/reviews.csv", f"ca_file: {authority.folder}/ca.pem",
                       f"login: {{kind: basic, user: lasare, secret_file: {password}}}", "max_megabytes: 1", "tries: 2", "retry_milliseconds: 1",
                       "timeout_seconds: 3", "stall_seconds: 2", *more)
        one.publish_to(f"id: intranat, folder: {one.folder}/www/lagesbild, switch: symlink")
        one.good = (web.folder / "sources/reviews.csv").read_bytes()
        yield one


def weekly(given, tally):
    with Authority() as authority, WebServer(authority) as web, SshServer() as ssh, Database() as database, region(given, ROOT / "content/sites/demo") as demo:
        data = demo.site / "data"
        shutil.copy(data / "annual_reports_2026.csv", web.folder / "sources/rapporter.csv")
        (ssh.folder / "reviews.csv").write_bytes((data / "reviews.csv").read_bytes())
        database.load("enheter", data / "units.csv")
        (demo.site / "enheter.sql").write_text("select * from enheter where unit_id <> ? order by unit_id\n")
        secrets = {"web": demo.secret("web", web.PASSWORD), "data": demo.secret("data", database.PASSWORD)}
        demo.fetch_from("data/annual_reports_2026.csv", f"url: https://localhost:{web.port}/sources/rapporter.csv", f"ca_file: {authority.folder}/ca.pem",
                        f"login: {{kind: basic, user: lasare, secret_file: {secrets['web']}}}")
        demo.fetch_from("data/reviews.csv", f"url: {ssh.url(ssh.folder / 'reviews.csv')}", f"known_hosts: {ssh.folder}/known_hosts", f"identity: {ssh.folder}/user")
        demo.fetch_from("data/units.csv", "database:", f'  connection: "{database.connection()}"', f"  secret_file: {secrets['data']}", "  query: enheter.sql",
                        '  parameters: ["INGEN"]')
        sftp = demo.folder / "www/sftp"
        demo.publish_to(f"id: intranat, folder: {demo.folder}/www/lagesbild", f"id: kopia, folder: {demo.folder}/www/kopia, switch: symlink",
                        f"id: webb, webdav: 'https://localhost:{web.port}/dav/lagesbild/', ca_file: {authority.folder}/ca.pem, login: {{kind: basic, user: lasare, secret_file: {secrets['web']}}}",
                        f"id: server, sftp: '{ssh.url(sftp)}', known_hosts: {ssh.folder}/known_hosts, identity: {ssh.folder}/user")
        first = demo.run()
        places = {"intranat": demo.folder / "www/lagesbild", "kopia": demo.folder / "www/kopia", "webb": web.folder / "dav/lagesbild", "server": sftp}
        release = demo.report()["release"]
        problems = [f"{name}: {shown(place)}" for name, place in places.items() if shown(place) != (release, [])]
        built = contents(demo.state / "site")
        problems += [f"{name} is not what was built" for name, place in places.items() if contents(place) != built]
        tally.case("sources over HTTPS, SFTP and ODBC, published to two folders, WebDAV and SFTP", problems)
        tally.case("one line tells what came of it", [] if re.fullmatch(r"klart: utgåva \w+, \d+ sidor, 18 källor, 4 av 4 mål, 0 fel, 0 varningar, \d+ s", first.stdout.splitlines()[-1])
                   else first.stdout)
        everything = first.stdout + first.stderr + "".join(path.read_text("utf-8", "replace") for path in demo.state.rglob("*") if path.is_file())
        everything += "".join(content.decode("utf-8", "replace") for content in built.values())
        tally.case("no secret is told or kept", [secret for secret in (web.PASSWORD, database.PASSWORD) if secret in everything])
        second = demo.run()
        targets = demo.report()["targets"]
        tally.case("where nothing has changed nothing is published again", [str(one) for one in targets if one["state"] != "unchanged"] or
                   ([] if demo.report()["release"] == release else [second.stdout]))
        listed = demo.go("sources", "site", expect=0).stdout
        tally.case("sources tells of each", [] if listed.count("fungerande kopia från") == 3 and listed.count("en fil i webbplatsens mapp") == 15 else listed)
        database.sql("update enheter set name = 'Ny Vårdcentral' where unit_id = 'FK001'")
        plan = demo.go("build", "site", "--out", demo.state / "site", expect=0)
        plan = demo.go("publish", "site", "--dry-run", "--target", "webb", expect=0).stdout
        before = shown(places["webb"])
        tally.case("a dry run tells what would change, and changes nothing", [] if re.search(r"webb: .*ändras", plan) and before == (release, []) else plan)
        demo.run()
        changed = demo.report()["release"]
        tally.case("a change in the database reaches every target", [f"{name}: {shown(place)}" for name, place in places.items() if shown(place) != (changed, [])])
        demo.go("publish", "site", "--rollback", expect=0)
        tally.case("and every target goes back", [f"{name}: {shown(place)}" for name, place in places.items() if shown(place) != (release, [])])
        demo.run()
        tally.case("and forth again", [f"{name}: {shown(place)}" for name, place in places.items() if shown(place) != (changed, [])])


def bad_nights(given, tally):
    with Authority() as authority, WebServer(authority) as web, Switch(authority, web.port) as switch, fetched_region(given, authority, web, switch) as one:
        one.run()
        place = one.folder / "www/lagesbild"
        good_release = shown(place)[0]
        for name, fault, code in all_faults(one.good):
            problems = []
            if fault is None:
                switch.fault = lambda to: to.close()
                switch.fault.before_tls = True
                code = None
            else:
                switch.fault = fault
            done = one.run(expect=None)
            release, wrong = shown(place)
            if done.returncode != 0:
                problems += [f"exit {done.returncode}", *done.stderr.splitlines()]
            if wrong or release == good_release:
                problems.append(f"readers see {release}, with these wrong: {wrong}")
            if code and code not in one.codes():
                problems.append(f"told {sorted(one.codes())}, not {code}")
            if KEPT not in (place / "index.html").read_text("utf-8"):
                problems.append("the front page does not say that a copy is used")
            if web.PASSWORD in done.stderr + done.stdout:
                problems.append("the password is told")
            switch.fault = None
            one.run(expect=0)
            if shown(place) != (good_release, []):
                problems.append(f"when the server is well again readers see {shown(place)}")
            tally.case(f"{name}: the last good copy, with a label, and back again", problems)


def without_a_copy(given, tally):
    with Authority() as authority, WebServer(authority) as web, Switch(authority, web.port) as switch, fetched_region(given, authority, web, switch) as one:
        one.run()
        place = one.folder / "www/lagesbild"
        wanted = {"a page to log in on", "a body that is cut", "503", "a column that is called something else", "only headings"}
        for name, fault, _ in all_faults(one.good):
            if name not in wanted:
                continue
            shutil.rmtree(one.state / "cache")
            before = contents(place)
            switch.fault = fault
            done = one.run(expect=None)
            tally.case(f"{name}, and no copy: a clear error, and the site as it was",
                       [] if done.returncode in (1, 4) and contents(place) == before and "reviews.csv" in done.stderr else done.stderr + str(done.returncode))
            switch.fault = None
            one.run()
        state = next((one.state / "cache/sources").glob("reviews-*.json"))
        state.write_text(re.sub(r'"confirmed": "2\d{3}', '"confirmed": "2020', state.read_text()))
        switch.fault = lambda to: to.close()
        before = contents(place)
        done = one.run(expect=4)
        tally.case("a copy that is too old stops the build", [] if "cache-too-old" in done.stderr and contents(place) == before else done.stderr)
        listed = one.go("sources", "site", expect=0).stdout
        tally.case("and sources says so", [] if "för gammal" in listed else listed)
        switch.fault = None
        one.run()
        for damaged in (one.state / "cache/objects").iterdir():
            damaged.write_bytes(b"review_id;unit_id\n")
        before, release = contents(place), shown(place)
        done = one.run(expect=None)
        tally.case("a copy that is damaged is not used", [] if done.returncode in (0, 4) and contents(place) == before else done.stderr)
        done = one.run()
        tally.case("and is fetched anew", [] if shown(place) == release and one.report()["sources_kept"] == 0 else done.stderr)
        one.go("build", "site", "--out", one.folder / "offline", "--offline", expect=0)
        asked = switch.asked
        one.go("check", "site", "--offline", expect=0)
        tally.case("offline asks nobody", [] if switch.asked == asked else [f"{switch.asked - asked} questions"])


def gate(given, tally):
    with region(given) as one:
        one.publish_to(f"id: intranat, folder: {one.folder}/www/lagesbild", more="  limits: {changed_rows_percent: 20, removed_rows_percent: 5}\n")
        one.run()
        place, built = one.folder / "www/lagesbild", one.state / "site"
        before = contents(place)

        def refused(name, code, mend=None):
            done = one.go("publish", "site")
            tally.case(name, [] if done.returncode in (1, 4) and code in done.stderr and contents(place) == before else done.stderr + done.stdout)
            if mend:
                mend()

        page = built / "index.html"
        text = page.read_text("utf-8")
        page.write_text(text.replace("Småregionen", "Storregionen"), encoding="utf-8")
        refused("a page that was changed by hand is not published", "publish-built-differs", lambda: page.write_text(text, encoding="utf-8"))
        (built / "extra.html").write_text("x")
        refused("nor a file that nobody built", "publish-built-differs", (built / "extra.html").unlink)
        proof = next((one.state / "ledger/site/proof").iterdir())
        proven = proof.read_bytes()
        proof.unlink()
        refused("nor a release without its proof", "publish-no-proof", lambda: proof.write_bytes(proven))
        rows = (one.site / "data/reviews.csv").read_text("utf-8").splitlines()
        (one.site / "data/reviews.csv").write_text("\n".join(rows[:4]) + "\n", encoding="utf-8")
        done = one.run(expect=1)
        tally.case("nor one that differs too much", [] if contents(place) == before and {"gate-rows-changed", "gate-rows-removed"} & one.codes() else done.stderr)
        one.run("--accept-changes", "omgången görs om")
        tally.case("unless somebody says why, and that is kept", [] if contents(place) != before and one.report()["accepted_changes"] == "omgången görs om" else one.report())


def cloud(given, tally):
    with Cloud() as store, region(given) as one:
        secret = one.secret("key", store.SECRET)
        one.publish_to(f"id: molnet, s3: 'http://127.0.0.1:{store.port}/hink/lagesbild', allow_http: ja, "
                       f"login: {{kind: signature, access_key: AKTEST, region: eu-north-1, secret_file: {secret}}}")
        bucket = store.folder / "objects/hink/lagesbild"

        def led_to():
            release = re.search(r"releases/([\w.-]+)/index\.html", (bucket / "index.html").read_text("utf-8"))[1]
            return shown(bucket / "releases" / release)

        one.run()
        first = one.report()["release"]
        tally.case("a release in S3, and a page that leads to it", [] if led_to() == (first, []) else [str(led_to())])
        reviews = one.site / "data/reviews.csv"
        reviews.write_text(reviews.read_text("utf-8").replace("2021-03-02", "2021-03-03", 1), encoding="utf-8")
        one.run()
        second = one.report()["release"]
        one_target = one.report()["targets"][0]
        tally.case("the next one takes from it what is the same", [] if led_to() == (second, []) and one_target["copied"] > one_target["sent"] // 10 else [str(one_target)])
        one.go("publish", "site", "--rollback", expect=0)
        tally.case("and readers are led back", [] if led_to() == (first, []) else [str(led_to())])
        secret.write_text("fel\n")
        done = one.run(expect=4)
        tally.case("a wrong key changes nothing", [] if led_to() == (first, []) and "fel\n" not in done.stderr.replace("fel: ", "") else done.stderr)


def told_of_failure(given, tally):
    with Webhook() as hook, region(given) as one:
        command = one.folder / "tell"
        command.write_text(f"#!/bin/sh\ncat > {one.folder}/told.json\n")
        command.chmod(0o755)
        one.publish_to(f"id: borta, folder: {one.folder}/www/finns/inte/lagesbild", f"id: intranat, folder: {one.folder}/www/lagesbild",
                       more=f"  notify: {{command: [{command}], webhook: '{hook.url}', allow_http: ja}}\n")
        one.run(expect=4)
        report = one.report()
        tally.case("one target that fails does not keep the other", [] if [target["state"] for target in report["targets"]] == ["failed", "published"] else [str(report["targets"])])
        told = json.loads((one.folder / "told.json").read_text("utf-8"))
        tally.case("a command and a webhook get the report", [] if told == report and [json.loads(post) for post in hook.posts] == [report] else [str(told)])
        (one.site / "site.yaml").write_text((one.site / "site.yaml").read_text("utf-8").replace("as_of: 2026-06-30", "as_of: snart"), encoding="utf-8")
        done = one.run(expect=1)
        tally.case("a mistake in site.yaml is told on the screen", [] if "site.yaml" in done.stderr and "misslyckades" in done.stdout else done.stderr)


def two_at_once(given, tally):
    with Authority() as authority, WebServer(authority) as web, Switch(authority, web.port) as switch, fetched_region(given, authority, web, switch) as one:
        one.run()
        before = shown(one.folder / "www/lagesbild")

        def slow(to):
            time.sleep(2)
        asked = switch.asked
        switch.fault = slow
        with subprocess.Popen([given.program, "run", "site", "--state", one.state], cwd=one.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
            until(lambda: switch.asked > asked, "the first run to ask")
            report = (one.state / "last-run.json").read_bytes()
            second = one.run(expect=4)
            problems = [] if "run-locked" in second.stderr and (one.state / "last-run.json").read_bytes() == report else [second.stderr]
            first.wait(60)
        tally.case("the second of two runs is refused, and says so", problems)
        switch.fault = None
        one.run()
        tally.case("and the next one works", [] if shown(one.folder / "www/lagesbild") == before else ["another site"])


# Publishing is killed, or the disk fails it, at the first, second ... call of each of these; as many as there are, at most so many.
CALLS = {"renameat2": 4, "renameat": 8, "rename": 6, "symlinkat": 2, "linkat": 3, "fsync": 6, "syncfs": 3, "unlinkat": 5, "mkdirat": 4, "flock": 4}


def killed(given, tally):
    with region(given) as one:
        one.publish_to(f"id: intranat, folder: {one.folder}/www/lagesbild", f"id: kopia, folder: {one.folder}/www/kopia, switch: symlink")
        places = [one.folder / "www/lagesbild", one.folder / "www/kopia"]
        reviews = one.site / "data/reviews.csv"
        releases = {}
        for name, day in (("old", "2021-03-02"), ("new", "2021-03-03")):
            reviews.write_text(reviews.read_text("utf-8").replace("2021-03-02", day, 1), encoding="utf-8")
            one.go("build", "site", "--out", name, expect=0)
            releases[name] = shown(one.folder / name)[0]

        def publish(name, *before, expect=None):
            done = subprocess.run([*map(str, before), given.program, "publish", "site", "--from", name, "--state", one.state], cwd=one.folder, capture_output=True,
                                  text=True, timeout=180, check=False, env={"PATH": "/usr/bin:/bin", "ASAN_OPTIONS": "detect_leaks=0"})
            require(expect is None or done.returncode == expect, f"publish {name}: exit {done.returncode}\n{done.stderr}")
            return done

        publish("old", expect=0)
        for call, most in CALLS.items():
            for how in ("signal=KILL", "error=EIO"):
                problems, met = [], 0
                for n in range(1, most + 1):
                    log = one.folder / "strace"
                    publish("new", "strace", "-f", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:{how}:when={n}")
                    if "INJECTED" not in log.read_text() and "killed by SIGKILL" not in log.read_text():
                        break
                    met += 1
                    for place in places:
                        release, wrong = shown(place)
                        if release not in releases.values() or wrong:
                            problems.append(f"{n}: {place.name} shows {release} with {wrong[:3]} wrong")
                    again = publish("new")
                    if again.returncode != 0 or [shown(place) for place in places] != [(releases["new"], [])] * 2:
                        problems.append(f"{n}: the next run does not finish: {again.stderr[-600:]}")
                    publish("old", expect=0)
                if met:
                    tally.case(f"{how} at {met} calls of {call}: the old site or the new one, and the next run finishes", problems)


CASES = {"weekly": weekly, "bad_nights": bad_nights, "without_a_copy": without_a_copy, "gate": gate, "cloud": cloud, "told_of_failure": told_of_failure, "two_at_once": two_at_once,
         "killed": killed}


def main():
    given, tally = arguments(__doc__), Tally()
    for name, case in CASES.items():
        if given.only and name not in given.only:
            continue
        begun = time.monotonic()
        try:
            case(given, tally)
        except AssertionError as problem:
            tally.case(name, str(problem))
        print(f"      {name}: {time.monotonic() - begun:.0f} s", flush=True)
    tally.finish()


if __name__ == "__main__":
    main()
