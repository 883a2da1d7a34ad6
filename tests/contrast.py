"""Contrast as WCAG 2.1 defines it, and colours as a colour-blind reader sees them.

Relative luminance and contrast ratio: WCAG 2.1, definitions of terms. The three matrices are those
of Machado, Oliveira and Fernandes (2009) for complete loss of one kind of cone. Distance is the
CIE 1976 colour difference in CIELAB under D65.
"""

from __future__ import annotations

import re

Triple = tuple[float, float, float]

BLIND: dict[str, tuple[Triple, Triple, Triple]] = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ = (
    (0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883),
)


def channels(colour: str) -> Triple:
    """Red, green and blue from 0 to 1 of `#RRGGBB` or of what a browser computes."""
    if colour.startswith("#"):
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue
    parts = [float(part) for part in re.findall(r"[\d.]+", colour)]
    scale = 1 if colour.startswith("color(") else 255
    return parts[0] / scale, parts[1] / scale, parts[2] / scale


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    red, green, blue = map(_linear, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str, blind: str = "none") -> float:
    """How far apart two colours lie for an eye that lacks one kind of cone."""
    a, b = _lab(one, blind), _lab(other, blind)
    return sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def _lab(colour: str, blind: str) -> Triple:
    red, green, blue = map(_linear, channels(colour))
    seen = _times(BLIND[blind], (red, green, blue))
    clipped = tuple(min(max(part, 0.0), 1.0) for part in seen)
    x, y, z = (_cube_root(part) for part in _times(_XYZ, (clipped[0], clipped[1], clipped[2])))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
