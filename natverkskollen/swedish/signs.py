"""Signs that are easily mixed up: the space where no line may break, and the minus."""

from __future__ import annotations

HARD = "\u00a0"
MINUS = "\u2212"
