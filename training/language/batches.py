# SPDX-License-Identifier: Apache-2.0
"""Turns paragraphs into numbered streams, with noise, a batch at a time."""
from __future__ import annotations

import numpy as np
import torch

from corpora import NAME_SETS, Paragraph
from features import WIDTH, Features
from network import GAP, Groups

TYPES = ("PER", "ORG", "LOC", "MISC")
TAGS = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BILU"]
GROUPS = (6, 12, 18, 26, 38, 60, 100, 256)
LONGEST = 256


def bilou(tags: list[str]) -> list[int]:
    out = []
    for i, tag in enumerate(tags):
        if tag == "O":
            out.append(0)
            continue
        kind = tag[2:]
        starts = tag[0] == "B" or i == 0 or tags[i - 1] == "O" or tags[i - 1][2:] != kind
        ends = i + 1 == len(tags) or tags[i + 1] != "I-" + kind
        out.append(TAGS.index(("U" if ends else "B") + "-" + kind if starts else ("L" if ends else "I") + "-" + kind))
    return out


def allowed_transitions() -> torch.Tensor:
    ok = torch.zeros(len(TAGS), len(TAGS), dtype=torch.bool)
    for i, a in enumerate(TAGS):
        for j, b in enumerate(TAGS):
            inside = a[0] in "BI" and a != "O"
            ok[i, j] = b[0] in "IL" and b[2:] == a[2:] if inside else b == "O" or b[0] in "BU"
    return ok


class Forms:
    """Numbers word forms and keeps their rows."""

    def __init__(self, features: Features):
        self.features = features
        self.number: dict[str, int] = {}
        self.forms: list[str] = []
        self.rows: list[list[int]] = []
        self.table: np.ndarray | None = None

    def add(self, form: str) -> int:
        n = self.number.get(form)
        if n is None:
            n = self.number[form] = len(self.forms)
            self.forms.append(form)
            row = self.features.rows(form)
            self.rows.append(row + [-1] * (WIDTH - len(row)))
            self.table = None
        return n

    def matrix(self) -> np.ndarray:
        if self.table is None:
            t = np.asarray(self.rows, np.int32)
            t[t < 0] = self.features.size  # the empty row
            self.table = t
        return self.table


class Stream:
    """One paragraph, encoded."""
    __slots__ = ("forms", "glued", "starts", "upos", "xpos", "heads", "labels", "names", "set", "ends", "gold")

    def __init__(self, p: Paragraph, forms: Forms, upos: dict[str, int], xpos: dict[str, int], labels: dict[str, int]):
        words = [f for s in p.sentences for f in s.forms]
        n = len(words)
        self.forms = np.fromiter((forms.add(w) for w in words), np.int32, n)
        self.glued = np.fromiter((g for s in p.sentences for g in s.glued), bool, n)
        lengths = [len(s.forms) for s in p.sentences]
        self.starts = np.cumsum([0] + lengths).astype(np.int32)
        self.upos = np.full(n, -1, np.int16)
        self.xpos = np.full(n, -1, np.int16)
        self.heads = np.full(n, -2, np.int32)  # in the paragraph; -1 root, -2 unknown
        self.labels = np.full(n, -1, np.int16)
        self.names = np.full(n, -1, np.int16)
        self.set = NAME_SETS.index(p.set)
        self.ends, self.gold = p.ends_known, p.gold
        for s, start in zip(p.sentences, self.starts):
            end = start + len(s.forms)
            if s.upos: self.upos[start:end] = [upos.get(t, -1) for t in s.upos]
            if s.xpos: self.xpos[start:end] = [xpos.get(t, -1) for t in s.xpos]
            if s.heads:
                self.heads[start:end] = [h + start if h >= 0 else h for h in s.heads]
                self.labels[start:end] = [labels.get(t, -1) for t in s.deprels]
            if s.names: self.names[start:end] = bilou(s.names)


class Batch:
    """A stream of paragraphs with what is known of them, as tensors."""

    def __init__(self, streams: list[Stream], forms: Forms, rng: np.random.Generator | None, variants=None, word_drop: float = 0.0, no_space_row: int = 0, empty: int = 0, name_drop: float = 0.0):
        table = forms.matrix()
        total = sum(len(s.forms) + GAP for s in streams)
        rows = np.full((total, WIDTH), empty, np.int32)
        keep = np.zeros(total, np.float32)
        upos, xpos, labels, names = (np.full(total, -1, np.int64) for _ in range(4))
        heads = np.full(total, -2, np.int64)
        sets = np.zeros(total, np.int64)
        ends = np.full(total, -1, np.float32)
        spans: list[tuple[int, int]] = []
        weight = np.zeros(total, np.float32)
        at = 0
        for s in streams:
            n = len(s.forms)
            f = s.forms
            if rng is not None and variants is not None:
                kind = rng.random()
                if kind < 0.10:
                    f = variants[int(rng.integers(len(variants)))][f]
            r = table[f]
            r[:, WIDTH - 1] = np.where(s.glued, no_space_row, empty)
            rows[at:at + n] = r
            keep[at:at + n] = 1
            upos[at:at + n] = s.upos
            xpos[at:at + n] = s.xpos
            labels[at:at + n] = s.labels
            names[at:at + n] = s.names
            heads[at:at + n] = np.where(s.heads >= 0, s.heads + at, s.heads)
            sets[at:at + n] = 0 if rng is None or rng.random() < 0.5 else s.set + 1
            weight[at:at + n] = 1.0 if s.gold else 0.5
            if s.ends:
                e = np.zeros(n, np.float32)
                e[s.starts[1:] - 1] = 1
                e[-1] = -1  # a paragraph's last word always ends a sentence
                ends[at:at + n] = e
            for a, b in zip(s.starts[:-1], s.starts[1:]):
                for c in range(a, b, LONGEST):
                    spans.append((at + c, at + min(b, c + LONGEST)))
            at += n + GAP
        if rng is not None and word_drop:
            drop = rng.random(total) < np.where(names > 0, max(word_drop, name_drop), word_drop)
            rows[drop, 0] = np.where(keep[drop] > 0, 0, empty)
            rows[drop, 1] = empty
        self.used, inverse = np.unique(rows, return_inverse=True)
        self.inverse = torch.from_numpy(inverse.reshape(rows.shape))
        self.keep = torch.from_numpy(keep)[:, None]
        self.upos, self.xpos, self.labels, self.names, self.heads, self.sets = map(torch.from_numpy, (upos, xpos, labels, names, heads, sets))
        self.ends, self.weight = torch.from_numpy(ends), torch.from_numpy(weight)
        self.spans = spans
        indices, reals = [], []
        lengths = np.asarray([b - a for a, b in spans])
        low = 0
        for high in GROUPS:
            chosen = [i for i in np.nonzero((lengths > low) & (lengths <= high))[0]]
            low = high
            if not chosen:
                continue
            n = int(lengths[chosen].max())
            index = np.zeros((len(chosen), n), np.int64)
            real = np.zeros((len(chosen), n), bool)
            for k, i in enumerate(chosen):
                a, b = spans[i]
                index[k, :b - a] = np.arange(a, b)
                index[k, b - a:] = a
                real[k, :b - a] = True
            indices.append(torch.from_numpy(index))
            reals.append(torch.from_numpy(real))
        self.groups = Groups(indices, reals, total)


class Table:
    """The embedding table, trained row by row (Adam on the rows that a batch uses)."""

    def __init__(self, rows: int, width: int, generator: torch.Generator):
        self.weight = torch.randn(rows + 1, width, generator=generator) * 0.05
        self.weight[rows] = 0
        self.first = torch.zeros_like(self.weight)
        self.second = torch.zeros_like(self.weight)
        self.steps = torch.zeros(rows + 1)
        self.empty = rows

    def gather(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        used = torch.from_numpy(batch.used.astype(np.int64))
        rows = self.weight[used].requires_grad_()
        return used, rows, torch.nn.functional.embedding_bag(batch.inverse, rows, mode="sum")

    def update(self, used: torch.Tensor, grad: torch.Tensor, rate: float, clip: float) -> None:
        grad = grad * clip
        self.steps[used] += 1
        n = self.steps[used][:, None]
        m = self.first[used].mul_(0.9).add_(grad, alpha=0.1)
        v = self.second[used].mul_(0.99).addcmul_(grad, grad, value=0.01)
        self.first[used], self.second[used] = m, v
        step = (m / (1 - 0.9 ** n)) / ((v / (1 - 0.99 ** n)).sqrt() + 1e-6)
        self.weight[used] -= rate * step
        self.weight[self.empty] = 0
