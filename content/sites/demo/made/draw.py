"""Random numbers that are the same with every version of Python, which only promises that of random() itself."""
import random


class Draw:
    """One for each file, named after it, so that a change to one file leaves the others as they are."""

    def __init__(self, name):
        self._source = random.Random(f"Exempelregionen {name}")

    def share(self):
        """From 0 up to, but not including, 1."""
        return self._source.random()

    def chance(self, probability):
        return self.share() < probability

    def whole(self, least, most):
        return least + int(self.share() * (most - least + 1))

    def pick(self, items):
        return items[self.whole(0, len(items) - 1)]

    def weighted(self, weights):
        """One of the keys of {key: weight}, in the order they stand."""
        left = self.share() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def shuffled(self, items):
        return [item for _, _, item in sorted((self.share(), place, item) for place, item in enumerate(items))]
