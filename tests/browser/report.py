"""One line a case, the problems below it, and how many passed at the end."""
import sys
import time


class Report:
    def __init__(self, shown=6):
        self._shown = shown
        self.passed = 0
        self.failed = 0
        self.took = {}  # seconds by the last part of a case's name
        self._since = time.monotonic()

    def case(self, name, problems):
        """`problems` is empty when all is well."""
        problems = list(dict.fromkeys(problems))
        now = time.monotonic()
        part = name.split(": ")[-1].split(",")[0]
        self.took[part] = self.took.get(part, 0) + now - self._since
        self._since = now
        print(f"{'FAIL' if problems else 'ok  '} {name}", flush=True)
        for problem in problems[: self._shown]:
            print(f"       {problem}")
        if len(problems) > self._shown:
            print(f"       ... and {len(problems) - self._shown} more")
        if problems:
            self.failed += 1
        else:
            self.passed += 1

    def timings(self):
        for part, seconds in sorted(self.took.items(), key=lambda item: -item[1]):
            print(f"{seconds:7.2f} s  {part}")

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
