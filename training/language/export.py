# SPDX-License-Identifier: Apache-2.0
"""Writes a trained model as the program runs it: whole numbers, one file, a manifest, and the lemma rules."""
from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import torch

import corpora
from features import Features, hash32, units

LAYOUT = 1
MOST = 2047


class Weights:
    def __init__(self):
        self.tensors: dict[str, dict] = {}
        self.data = bytearray()

    def add(self, name: str, array: np.ndarray) -> None:
        kinds = {"float32": "f32", "int16": "i16", "int8": "i8", "int32": "i32", "uint64": "u64"}
        self.data.extend(b"\0" * (-len(self.data) % 64))
        self.tensors[name] = {"type": kinds[str(array.dtype)], "offset": len(self.data), "count": int(array.size)}
        self.data.extend(np.ascontiguousarray(array).tobytes())

    def dense(self, name: str, weight: torch.Tensor, bias: torch.Tensor | None, scale: float = 1.0) -> None:
        """12-bit weights with a scale for each output, in tiles of 16 outputs and pairs of inputs (Models/Dense.cs)."""
        w = weight.detach().numpy().astype(np.float64)
        outputs, inputs = w.shape
        padded = (outputs + 15) // 16 * 16
        full = np.zeros((padded, inputs))
        full[:outputs] = w
        top = np.abs(full).max(1)
        unit = np.where(top > 0, top / MOST, 1.0)
        whole = np.rint(full / unit[:, None]).astype(np.int16)
        tiles = whole.reshape(padded // 16, 16, inputs // 2, 2).transpose(0, 2, 1, 3)
        b = np.zeros(padded, np.float32)
        if bias is not None:
            b[:outputs] = bias.detach().numpy() * scale
        self.add(name + ".weight", tiles)
        self.add(name + ".scale", (unit * scale).astype(np.float32))
        self.add(name + ".bias", b)


def export(checkpoint: Path, data: Path, out: Path, samples: Path | None = None, version: str = "en-1") -> None:
    from batches import Batch, Forms, Stream, Table, TAGS
    from train import Model
    state = torch.load(checkpoint)
    model = Model(state["upos"], state["xpos"], state["labels"])
    model.load(state["average"])
    for m in model.modules():
        m.eval()
    width = state["width"]
    features = Features(state["words"])
    w = Weights()
    settings: dict[str, float] = {"width": width, "words": len(state["words"]), "arcs.size": 128, "labels.size": 128, "names.size": 128}

    # The vocabulary: an open-addressed table of 64-bit fingerprints.
    slots = 1
    while slots < 2 * len(state["words"]):
        slots *= 2
    prints, rows = np.zeros(slots, np.uint64), np.zeros(slots, np.int32)
    for i, word in enumerate(state["words"]):
        u = units(word)
        high = hash32(64, u)
        slot = high & (slots - 1)
        while prints[slot]:
            slot = (slot + 1) & (slots - 1)
        prints[slot] = (high << 32 | hash32(65, u)) or 1
        rows[slot] = i + 1
    w.add("vocabulary.prints", prints)
    w.add("vocabulary.rows", rows)

    table = state["table"].numpy()
    top = np.abs(table).max(1)
    scale = np.where(top > 0, top / 127, 1.0).astype(np.float32)
    w.add("table", np.rint(table / scale[:, None]).astype(np.int8))
    w.add("table.scale", scale)

    e, h = model.encoder, model.heads
    norms = {"encoder.norm": e.norm, "encoder.last": e.last, "encoder.between.norm": e.between.norm, "ends.norm": h.end_norm}
    for i, layer in enumerate(e.lower):
        norms[f"encoder.lower.{i}.norm"] = layer.norm
    for name, layer in (("encoder.attend1", e.attend1), ("encoder.attend2", e.attend2)):
        norms[name + ".norm"], norms[name + ".norm2"] = layer.norm, layer.norm2
    highest = {name: 0.0 for name in norms}
    hooks = [module.register_forward_hook(lambda m, i, o, name=name: highest.__setitem__(name, max(highest[name], float(o.abs().max())))) for name, module in norms.items()]
    forms = Forms(features)
    sample = corpora.treebank(data / "ud" / "ewt-train.conllu.xz")[:400] + corpora.names(data / "names" / "worldwide-train.conll.xz", "worldwide")[:800]
    streams = [Stream(p, forms, {}, {}, {}) for p in sample]
    t = Table.__new__(Table)
    t.weight, t.empty = torch.cat([state["table"], torch.zeros(1, width)]), features.size
    with torch.no_grad():
        for k in range(0, len(streams), 100):
            batch = Batch(streams[k:k + 100], forms, None, no_space_row=features.no_space, empty=features.size)
            low, _ = e(t.gather(batch)[2], batch.keep, batch.groups)
            h.ends(low)
    for hook in hooks:
        hook.remove()
    for name, module in norms.items():
        w.add(name + ".gain", module.weight.detach().numpy())
        w.add(name + ".bias", module.bias.detach().numpy())
        settings[name + ".unit"] = highest[name] * 1.1 / MOST

    for i, layer in [*enumerate(e.lower), ("between", e.between)]:
        name = "encoder.between" if i == "between" else f"encoder.lower.{i}"
        w.dense(name + ".window", layer.window.weight, layer.window.bias)
        w.dense(name + ".out", layer.out.weight, layer.out.bias)
    for name, layer in (("encoder.attend1", e.attend1), ("encoder.attend2", e.attend2)):
        w.dense(name + ".qkv", layer.qkv.weight, layer.qkv.bias)
        w.dense(name + ".out", layer.out.weight, layer.out.bias)
        w.dense(name + ".inner", layer.inner.weight, layer.inner.bias)
        w.dense(name + ".outer", layer.outer.weight, layer.outer.bias)
        w.add(name + ".distance", layer.bias.detach().numpy())
    w.dense("ends.hidden", h.end_hidden.weight, h.end_hidden.bias)
    w.add("ends.weight", h.end.weight.detach().numpy()[0])
    settings["ends.bias"] = float(h.end.bias)
    w.dense("tags", torch.cat([h.upos.weight, h.xpos.weight]), torch.cat([h.upos.bias, h.xpos.bias]))
    w.dense("arcs.dependent", h.dependent.weight, h.dependent.bias)
    w.dense("arcs.governor", h.governor.weight, h.governor.bias)
    w.dense("arcs.biaffine", h.biaffine.weight, h.biaffine.bias, 128 ** -0.5)
    w.add("arcs.root", torch.relu(h.governor(h.root)).detach().numpy())
    w.add("arcs.distance", h.distance.detach().numpy())
    w.dense("labels.dependent", h.label_dependent.weight, h.label_dependent.bias)
    w.dense("labels.governor", h.label_governor.weight, None)
    w.dense("labels.out", h.label.weight, h.label.bias)
    w.add("labels.root", h.label_governor(h.root).detach().numpy())
    w.dense("names.hidden", h.name_hidden.weight, h.name_hidden.bias + h.sets.weight[0])
    w.dense("names.out", h.name.weight, h.name.bias)
    w.add("names.transition", h.transition.detach().numpy())

    out.mkdir(parents=True, exist_ok=True)
    (out / "language.weights").write_bytes(bytes(w.data))
    manifest = {"layout": LAYOUT, "version": version, "bytes": len(w.data), "sha256": hashlib.sha256(w.data).hexdigest(), "settings": settings,
                "labels": {"upos": state["upos"], "xpos": state["xpos"], "deprel": state["labels"], "names": TAGS}, "tensors": w.tensors}
    (out / "language.json").write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    lemma_rules(data, out / "lemmas.tsv")
    if samples:
        feature_samples(features, samples)


def lemma_rules(data: Path, path: Path) -> None:
    """Endings and what becomes of them, by counting; whole words where the endings are wrong."""
    seen: dict[str, dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))  # tag, word in lower case → edits
    pairs: dict[tuple[str, str], Counter] = defaultdict(Counter)                     # the words as they stood, with their lemmas
    for file, closed in (("ewt-train", frozenset()), ("gum-train", corpora.CLOSED_GENRES)):
        for p in corpora.treebank(data / "ud" / f"{file}.conllu.xz", closed):
            for s in p.sentences:
                for form, tag, lemma in zip(s.forms, s.xpos, s.lemmas):
                    edit = edit_of(form, lemma)
                    if edit and len(form) <= 40:
                        seen[tag][form.lower()][edit] += 1
                        pairs[tag, form.lower()][form, lemma] += 1
    # CoreNLP's lemmas teach regular and irregular inflection of words that the treebanks lack.
    for _, rows in corpora.blocks(data / "polnear-corenlp" / "train.conllu.xz"):
        for r in rows:
            tag, form = r[4], r[1]
            if tag in ("NNS", "VBD", "VBN", "VBZ", "VBG", "JJR", "JJS") and form.isalpha() and form.lower() not in seen[tag]:
                edit = edit_of(form, r[2])
                if edit:
                    seen[tag][form.lower() + "\t"][edit] += 1
    corrections: dict[str, dict[str, str]] = defaultdict(dict)
    for line in open(Path(__file__).with_name("lemmas.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            tag, form, lemma = line.rstrip("\n").split("\t")
            corrections[tag][form] = lemma
    lines = []
    for tag in sorted(seen):
        words: dict[str, tuple] = {}
        weight: dict[str, int] = {}
        for form, edits in seen[tag].items():
            silver = form.endswith("\t")
            edit, n = min(edits.items(), key=lambda e: (-e[1], e[0]))
            known = pairs[tag, form]
            if len(known) > 1:
                # The edit that is right most often, among those seen and the lemmas written out in full ("i" and "I" are "I").
                whole = [(len(form), lemma, False) for _, lemma in known]
                edit = min([edit, *edits, *whole], key=lambda e: (-sum(c for (f, l), c in known.items() if apply(e, f) == l), e != edit, e))
            words.setdefault(form.rstrip("\t"), edit)
            weight[form.rstrip("\t")] = 1
        rules: dict[str, tuple] = {}
        for length in range(7):
            votes: dict[str, Counter] = defaultdict(Counter)
            for form, edit in words.items():
                if len(form) >= length and edit[0] <= length + 40:
                    votes[form[len(form) - length:]][edit] += weight[form]
            for ending, counts in votes.items():
                edit, n = min(counts.items(), key=lambda e: (-e[1], e[0]))
                if length and n < 2 or edit[0] > max(length, 3) and length < 6:
                    continue
                if ending == "" or longest(rules, ending[1:]) != edit:
                    rules[ending] = edit
        for ending, edit in sorted(rules.items()):
            lines.append((tag, ending, edit))
        for form, lemma in corrections.get(tag, {}).items():
            words[form] = edit_of(form, lemma)
        for form, edit in sorted(words.items()):
            if longest(rules, form[-6:]) != edit:
                lines.append((tag, "^" + form, edit))
    with open(path, "w", encoding="utf-8") as out:
        out.write("# How lemmas are made: tag, pattern (^word: the whole word; letters: an ending; empty: any word), letters to cut from the end, letters to add, = where capitals stay.\n")
        out.write("# Whole words go before endings, longer endings before shorter ones. Counted by training/language/export.py; corrections are welcome.\n")
        for tag, pattern, (cut, add, keep) in lines:
            out.write(f"{tag}\t{pattern}\t{cut}\t{add}\t{'=' if keep else ''}\n")


def edit_of(form: str, lemma: str) -> tuple | None:
    if not lemma or "\t" in form or "\t" in lemma or " " in lemma or len(units(form)) != len(form):
        return None
    keep = lemma != lemma.lower() and lemma[:1] == form[:1]
    base = form if keep else form.lower()
    if len(base) != len(form):
        return None
    n = 0
    while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
        n += 1
    return (len(base) - n, lemma[n:], keep) if len(lemma) - n <= 32 else None


def apply(edit: tuple, form: str) -> str:
    cut, add, keep = edit
    stem = form[:len(form) - cut] if cut else form
    return (stem if keep else stem.lower()) + add


def longest(rules: dict[str, tuple], ending: str) -> tuple | None:
    for k in range(len(ending) + 1):
        if ending[k:] in rules:
            return rules[ending[k:]]
    return None


def feature_samples(features: Features, path: Path) -> None:
    """Words of every kind with their rows: a test compares them with what the program computes."""
    samples = ["The", "the", "U.S.", "don't", "Núñez", "İstanbul", "ΑΘΗΝΑ", "1,229", "COVID-19", "“", "—", "x" * 60, "N’Djamena", "🙂", "مرحبا", "日本", "$", "e-mail", "ß", "Ǆ", "½", "a", "AB", "McCain", "#MeToo", "@handle", "-", "’s"]
    with open(path, "w", encoding="utf-8") as out:
        for s in samples:
            out.write(s + "\t" + " ".join(str(r) for r in features.rows(s) if r >= 0) + "\n")
