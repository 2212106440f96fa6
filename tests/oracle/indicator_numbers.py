"""The statistics of the second computation: written from the formulas, with sums and bisection, and nothing of the program."""
import functools
import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import NormalDist


def two_decimals(value):
    """As the file has it: half away from zero, a comma, never -0."""
    if isinstance(value, (int, Fraction)):
        hundredths = math.floor(abs(value) * 100 + Fraction(1, 2))
        sign = "-" if value < 0 and hundredths else ""
        return f"{sign}{hundredths // 100},{hundredths % 100:02d}"
    text = str(Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP))
    return ("0.00" if text == "-0.00" else text).replace(".", ",")


def wilson(k, n):
    z, p = NormalDist().inv_cdf(0.975), k / n
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return (0.0 if k == 0 else (middle - half) / scale), (1.0 if k == n else (middle + half) / scale)


def variance(values):
    """Of a sample, exactly; the values as a dictionary of counts."""
    n = sum(values.values())
    total, squares = sum(v * c for v, c in values.items()), sum(v * v * c for v, c in values.items())
    return Fraction(n * squares - total * total, n * (n - 1))


def student_tail(t, freedom):
    """P(T > t) for t > 0, by Simpson's rule over the density of the angle: T = sqrt(freedom) tan(angle)."""
    start, steps = math.atan(t / math.sqrt(freedom)), 400
    width = (math.pi / 2 - start) / steps
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(math.pi)
    density = [math.cos(start + i * width) ** (freedom - 1) if i < steps else (1.0 if freedom == 1 else 0.0) for i in range(steps + 1)]
    return scale * width / 3 * (density[0] + density[-1] + 4 * sum(density[1:-1:2]) + 2 * sum(density[2:-1:2]))


@functools.cache
def student_quantile(freedom):
    """t with 2.5 % above it: by bisection, and for many degrees of freedom by Fisher's expansion (Fisher and Cornish 1960)."""
    if freedom >= 60:
        z, f = NormalDist().inv_cdf(0.975), freedom
        return (z + (z**3 + z) / (4 * f) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * f**2)
                + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * f**3))
    low, high = 1.9, 13.0
    for _ in range(45):
        middle = (low + high) / 2
        low, high = (middle, high) if student_tail(middle, freedom) > 0.025 else (low, middle)
    return (low + high) / 2


def mean_interval(values):
    n = sum(values.values())
    if n < 2:
        return None
    mean = float(sum(v * c for v, c in values.items()) / Fraction(n))
    half = student_quantile(n - 1) * math.sqrt(variance(values)) / math.sqrt(n)
    return mean - half, mean + half


def quantile(values, p):
    """Type 7, of a sorted list."""
    h = (len(values) - 1) * p
    low = math.floor(h)
    return values[low] + (h - low) * (values[min(low + 1, len(values) - 1)] - values[low])


@functools.cache
def binomial_limits(k_all, n_all, n, tail):
    """(r, P(R <= r), P(R = r)) of the smallest counts r with P(R <= r) >= tail and >= 1 - tail, of n with the probability k_all / n_all."""
    if k_all in (0, n_all):
        return 2 * [(n if k_all else 0, 1.0, 1.0)]
    yes, no = math.log(k_all / n_all), math.log((n_all - k_all) / n_all)
    below, found, mean = 0.0, [], n * k_all / n_all
    for r in range(max(0, math.floor(mean - 12 * math.sqrt(mean + 1))), n + 1):  # what lies below is less than can be seen
        here = math.exp(math.lgamma(n + 1) - math.lgamma(r + 1) - math.lgamma(n - r + 1) + r * yes + (n - r) * no)
        below += here
        found += [(r, below, here)] * sum(below >= wanted for wanted in (tail, 1 - tail)[len(found):])
        if len(found) == 2:
            break
    return found


def smooth_limits(k_all, n_all, n, tail):
    """The same as shares, interpolated (Spiegelhalter 2005); the upper one never below the share of all."""
    (low, low_sum, low_here), (high, high_sum, high_here) = binomial_limits(k_all, n_all, n, tail)
    lower, upper = (low - (low_sum - tail) / low_here) / n, (high - (high_sum - 1 + tail) / high_here) / n
    return max(0, lower), min(1, max(upper, k_all / n_all))


def overdispersion(parts, theta):
    """phi of the forums (k, n) around theta; 1 with fewer than five, and unless it is more than twice its standard error above."""
    z = sorted((k / n - theta) / math.sqrt(theta * (1 - theta) / n) for k, n in parts if n) if 0 < theta < 1 else []
    if len(z) < 5:
        return 1.0
    low, high = quantile(z, 0.1), quantile(z, 0.9)
    phi = sum(min(max(one, low), high) ** 2 for one in z) / len(z)
    return phi if phi > 1 + 2 * math.sqrt(2 / len(z)) else 1.0
