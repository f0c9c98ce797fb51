# SPDX-License-Identifier: Apache-2.0
"""What the encoder sees of a word: rows of one embedding table, added up.

The program computes the same rows (src/Rapporteur/Encoders/WordFeatures.cs): change both or neither.
A test compares the two over a file of samples that `export.py` writes.
"""
from __future__ import annotations

import unicodedata

EXACT_ROWS = 16_384
AFFIX_ROWS = 40_960
SHAPE_ROWS = 4_096
WIDTH = 13  # most rows a word can have: word, exact form, 4 prefixes, 5 suffixes, shape, "no space before"

QUOTES = {0x201C: '"', 0x201D: '"', 0x201E: '"', 0x00AB: '"', 0x00BB: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2014: "-"}
DIGITS = {ord(c): "0" for c in "123456789"}
NORMAL = {**QUOTES, **DIGITS}
LONGEST = 48  # of longer words only the first letters count


def units(text: str) -> list[int]:
    """UTF-16 code units: what a C# string holds."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def hash32(kind: int, symbols: list[int]) -> int:
    """FNV-1a over 16-bit units, with murmur3's last mix."""
    h = (2166136261 ^ kind) * 16777619 & 0xFFFFFFFF
    for u in symbols:
        h = (h ^ u) * 16777619 & 0xFFFFFFFF
    h ^= h >> 16
    h = h * 0x85EBCA6B & 0xFFFFFFFF
    h ^= h >> 13
    h = h * 0xC2B2AE35 & 0xFFFFFFFF
    return h ^ h >> 16


def lower(unit: int) -> int:
    """Simple lower case of one code unit, as char.ToLowerInvariant has it."""
    if unit < 0x80:
        return unit + 32 if 65 <= unit <= 90 else unit
    if 0xD800 <= unit <= 0xDFFF:
        return unit
    low = chr(unit).lower()
    return ord(low) if len(low) == 1 and ord(low) < 0x10000 and unit != 0x130 else unit


def normal_units(form: list[int]) -> list[int]:
    out = []
    for u in form:
        c = NORMAL.get(u)
        out.append(ord(c) if c else lower(u))
    return out


def shape_units(form: list[int]) -> list[int]:
    """Upper X, lower x, digit d, other marks as they are; runs cut at three, all at sixteen."""
    out: list[int] = []
    last, run = -1, 0
    for u in form:
        if u < 0x80:
            s = 88 if 65 <= u <= 90 else 120 if 97 <= u <= 122 else 100 if 48 <= u <= 57 else u
        elif 0xD800 <= u <= 0xDFFF:
            s = 46
        else:
            category = unicodedata.category(chr(u))
            s = 88 if category == "Lu" else 120 if category in ("Ll", "Lo", "Lm") else 46 if category[0] in "MNSC" else u
        run = run + 1 if s == last else 1
        last = s
        if run <= 3 and len(out) < 16:
            out.append(s)
    return out


class Features:
    """Rows of the table: 0 unknown word, then the vocabulary, exact forms, affixes, shapes, then single rows."""

    def __init__(self, words: list[str]):
        self.words = words
        self.index = {w: i + 1 for i, w in enumerate(words)}
        self.exact = len(words) + 1
        self.affix = self.exact + EXACT_ROWS
        self.shape = self.affix + AFFIX_ROWS
        self.no_space = self.shape + SHAPE_ROWS
        self.mask = self.no_space + 1
        self.size = self.mask + 1
        self.cache: dict[str, list[int]] = {}

    def rows(self, form: str) -> list[int]:
        """The word's own rows, without the one for spaces. The first is the word, the second the exact form (or -1)."""
        known = self.cache.get(form)
        if known is not None:
            return known
        raw = units(form)[:LONGEST]
        norm = normal_units(raw)
        key = b"".join(u.to_bytes(2, "little") for u in norm).decode("utf-16-le", "surrogatepass")
        rows = [self.index.get(key, 0), self.exact + hash32(1, raw) % EXACT_ROWS if norm != raw else -1]
        n = len(norm)
        for k in range(1, 5):
            if n > k:
                rows.append(self.affix + hash32(16 + k, norm[:k]) % AFFIX_ROWS)
        for k in range(1, 6):
            if n > k:
                rows.append(self.affix + hash32(32 + k, norm[n - k:]) % AFFIX_ROWS)
        rows.append(self.shape + hash32(2, shape_units(raw)) % SHAPE_ROWS)
        self.cache[form] = rows
        return rows


def normal(form: str) -> str:
    return b"".join(u.to_bytes(2, "little") for u in normal_units(units(form)[:LONGEST])).decode("utf-16-le", "surrogatepass")
