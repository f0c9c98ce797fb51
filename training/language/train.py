# SPDX-License-Identifier: Apache-2.0
"""Trains the language model that Rapporteur ships.

    /usr/bin/python3 training/language/train.py --data DIR --work DIR --out models/en [--pretrain-minutes M] [--minutes M]

DIR holds `ud`, `names`, `polnear`, `polnear-corenlp` and `raw`. Stages, each left out when its result is in --work:

  vectors    word vectors by fastText over raw and training text, the vocabulary
  raw        raw text as numbered words
  pretrain   the encoder guesses masked words of raw text
  finetune   all heads on all sets; the weights' running average is what is kept
  names      the same again, shorter, with names drawn more often
  export     models/en/*: weights in 8 bits, labels, vocabulary, manifest

A stage writes a checkpoint every few minutes and goes on from it when started again. The raw text must have been cut
into words by the program itself (`dotnet run --project training/Rapporteur.Training -- tokens`); train.sh does both.
"""
from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import corpora
from batches import TAGS, Batch, Forms, Stream, Table, allowed_transitions
from features import Features, normal
from network import Encoder, Heads, crf_loss, viterbi

SEED = 20261127
WIDTH = 160
VOCABULARY = 60_000
GUESSES = 10_000
# How often a paragraph of a set is drawn, in proportion to its words.
SHARES = {"ewt": 5.0, "gum": 5.0, "corenlp": 1.0, "worldwide": 1.5, "gmb": 0.35, "crossner": 8.0, "wikigold": 4.0, "wnut": 1.0, "btc": 0.7}

# The last stage draws names more often, and hides a quarter of their words, so that context and spelling must do.
NAME_SHARES = {"ewt": 3.0, "gum": 3.0, "corenlp": 0.5, "worldwide": 3.0, "gmb": 0.35, "crossner": 12.0, "wikigold": 10.0, "wnut": 1.0, "btc": 0.5}


def log(work: Path, text: str) -> None:
    line = time.strftime("%H:%M:%S ") + text
    print(line, flush=True)
    with open(work / "train.log", "a", encoding="utf-8") as file:
        file.write(line + "\n")


def save(path: Path, value) -> None:
    torch.save(value, str(path) + ".part")
    os.replace(str(path) + ".part", path)


# ---- vectors and vocabulary

def vectors(data: Path, work: Path, threads: int) -> None:
    if (work / "vectors.vec").exists():
        return
    text = work / "vectors.txt"
    with open(text, "w", encoding="utf-8") as out:
        for path in sorted(work.glob("raw-*.tok")):
            for line in open(path, encoding="utf-8"):
                if line.strip():
                    out.write(" ".join(normal(w) for w in line.split()) + "\n")
        for paragraphs in corpora.training_sets(data).values():
            for p in paragraphs:
                out.write(" ".join(normal(f) for s in p.sentences for f in s.forms) + "\n")
    subprocess.run(["fasttext", "skipgram", "-input", text, "-output", work / "vectors", "-dim", str(WIDTH), "-minn", "0", "-maxn", "0",
                    "-minCount", "6", "-epoch", "2", "-thread", str(threads), "-ws", "4", "-t", "1e-4"], check=True)


def vocabulary(work: Path) -> tuple[list[str], np.ndarray]:
    words, rows = [], []
    with open(work / "vectors.vec", encoding="utf-8") as file:
        next(file)
        for line in file:
            parts = line.rstrip().split(" ")
            if len(parts) != WIDTH + 1 or parts[0] == "</s>" or len(parts[0]) > 40:
                continue
            words.append(parts[0])
            rows.append(np.asarray(parts[1:], np.float32))
            if len(words) == VOCABULARY:
                break
    matrix = np.stack(rows)
    matrix -= matrix.mean(0)
    return words, matrix / (np.sqrt((matrix ** 2).mean()) + 1e-9)


# ---- pre-training

class Raw:
    """Raw text as one stream of form numbers with the borders of sentences and paragraphs."""

    def __init__(self, work: Path, forms: Forms):
        path = work / "raw.npz"
        if not path.exists():
            numbers, ends = [], []
            for source in sorted(work.glob("raw-*.tok")):
                for line in open(source, encoding="utf-8"):
                    line = line.rstrip("\n")
                    if not 12 < len(line) < 6000:
                        continue
                    sentences = line.split("\t")
                    for k, s in enumerate(sentences):
                        words = s.split(" ")
                        numbers.extend(forms.add(w) for w in words)
                        ends.append((len(words), k == len(sentences) - 1))
            np.savez(path, numbers=np.asarray(numbers, np.int32), lengths=np.asarray([n for n, _ in ends], np.int32), last=np.asarray([e for _, e in ends]))
            (work / "raw-forms.json").write_text(json.dumps(forms.forms))
        else:
            for f in json.loads((work / "raw-forms.json").read_text()):
                forms.add(f)
        z = np.load(path)
        self.numbers, lengths, last = z["numbers"], z["lengths"], z["last"]
        self.ends = np.cumsum(lengths)
        self.paragraphs = np.nonzero(last)[0]  # index of each paragraph's last sentence

    def paragraph(self, i: int):
        first = self.paragraphs[i - 1] + 1 if i else 0
        last = self.paragraphs[i]
        start = self.ends[first - 1] if first else 0
        return self.numbers[start:self.ends[last]], np.concatenate([[0], self.ends[first:last + 1] - start])


class RawStream:
    def __init__(self, numbers, starts):
        n = len(numbers)
        self.forms, self.starts = numbers, starts.astype(np.int32)
        self.glued = np.zeros(n, bool)
        self.upos = self.xpos = self.labels = self.names = np.full(n, -1, np.int16)
        self.heads = np.full(n, -2, np.int32)
        self.set, self.ends, self.gold = 0, False, True


def guesses(forms: Forms, raw: Raw) -> np.ndarray:
    """The class to guess for each form: the commonest words themselves, the others by shape and ending."""
    counts = np.bincount(raw.numbers, minlength=len(forms.forms))
    by_word: Counter[str] = Counter()
    for f, c in zip(forms.forms, counts):
        by_word[f] += int(c)
    classes = {w: i for i, (w, _) in enumerate(by_word.most_common(GUESSES))}
    tails: Counter[str] = Counter()
    tail = [("A" if f[:1].isupper() else "0" if f[:1].isdigit() else "a") + f[-2:].lower() for f in forms.forms]
    for t, f, c in zip(tail, forms.forms, counts):
        if f not in classes:
            tails[t] += int(c)
    for t, _ in tails.most_common(500):
        classes["\t" + t] = len(classes)
    return np.asarray([classes.get(f, classes.get("\t" + t, -1)) for f, t in zip(forms.forms, tail)], np.int64)


class Optimiser:
    def __init__(self, modules, rate: float, total: float):
        groups = [{"params": [p for m in modules for p in m.parameters() if p.dim() > 1], "weight_decay": 0.01},
                  {"params": [p for m in modules for p in m.parameters() if p.dim() == 1], "weight_decay": 0.0}]
        self.adam = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), eps=1e-8)
        self.rate, self.total = rate, total
        self.parameters = [p for g in groups for p in g["params"]]

    def at(self, done: float) -> float:
        """Warm-up over the first 2 %, then down by a cosine."""
        part = min(1.0, done / self.total)
        return min(1.0, part / 0.02 + 0.02) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * part)))

    def step(self, loss: torch.Tensor, table: Table, used: torch.Tensor, rows: torch.Tensor, done: float, table_rate: float) -> float:
        """One step of the layers and of the table's rows that the batch used; gives the factor of the rate."""
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        norm = float(torch.nn.utils.clip_grad_norm_(self.parameters, 2.0))
        factor = self.at(done)
        for g in self.adam.param_groups:
            g["lr"] = self.rate * factor
        self.adam.step()
        table.update(used, rows.grad, table_rate * factor, min(1.0, 2.0 / (norm + 1e-6)))
        return factor


def pretrain(work: Path, forms: Forms, features: Features, seed_rows: np.ndarray, minutes: float) -> tuple[Table, dict]:
    generator = torch.Generator().manual_seed(SEED)
    torch.manual_seed(SEED)
    table = Table(features.size, WIDTH, generator)
    table.weight[1:1 + len(seed_rows)] = torch.from_numpy(seed_rows) * 0.25
    encoder = Encoder(WIDTH)
    done_path, part_path = work / "pretrain.pt", work / "pretrain.part.pt"
    if done_path.exists():
        state = torch.load(done_path)
        table.weight = state["table"]
        return table, state["encoder"]
    raw = Raw(work, forms)
    target_of = guesses(forms, raw)
    head = torch.nn.Linear(WIDTH, int(target_of.max()) + 1)
    optimiser = Optimiser([encoder, head], 2e-3, minutes * 60)
    spent, step = 0.0, 0
    if part_path.exists():
        state = torch.load(part_path)
        table.__dict__.update(state["table"])
        encoder.load_state_dict(state["encoder"]); head.load_state_dict(state["head"])
        optimiser.adam.load_state_dict(state["adam"])
        spent, step = state["spent"], state["step"]
    rng = np.random.default_rng(SEED + step)
    began, saved, words, sums = time.time() - spent, time.time(), 0, [0.0, 0.0]
    log(work, f"pretrain: {len(raw.numbers):,} words, {len(forms.forms):,} forms, {head.out_features:,} classes, from {spent:.0f} s")
    encoder.train()
    while time.time() - began < minutes * 60:
        streams, size = [], 0
        while size < 4500:
            numbers, starts = raw.paragraph(int(rng.integers(len(raw.paragraphs))))
            if len(numbers) < 6 or len(numbers) > 1200:
                continue
            streams.append(RawStream(numbers, starts))
            size += len(numbers)
        batch = Batch(streams, forms, None, no_space_row=features.no_space, empty=table.empty)
        place = np.concatenate([np.concatenate([s.forms, np.full(4, -1)]) for s in streams])
        target = np.where(place >= 0, target_of[place], -1)
        chosen = (rng.random(len(place)) < 0.15) & (target >= 0)
        kind = rng.random(len(place))
        # Mask most of the chosen words: the whole bag becomes the mask row.
        table_rows = batch.used[batch.inverse.numpy()]
        masked = chosen & (kind < 0.85)
        table_rows[masked] = table.empty
        table_rows[masked, 0] = features.mask
        batch.used, inverse = np.unique(table_rows, return_inverse=True)
        batch.inverse = torch.from_numpy(inverse.reshape(table_rows.shape))
        used, rows, words_in = table.gather(batch)
        _, x = encoder(words_in, batch.keep, batch.groups)
        where = torch.from_numpy(np.nonzero(chosen)[0])
        loss = F.cross_entropy(head(x[where]), torch.from_numpy(target[chosen]))
        optimiser.step(loss, table, used, rows, time.time() - began, 2e-3)
        step += 1
        words += size
        sums[0] += float(loss); sums[1] += 1
        if step % 100 == 0:
            log(work, f"pretrain step {step} loss {sums[0] / sums[1]:.3f} words/s {words / (time.time() - began - spent):.0f}")
            sums = [0.0, 0.0]
        if time.time() - saved > 300:
            save(part_path, {"table": {k: v for k, v in table.__dict__.items()}, "encoder": encoder.state_dict(), "head": head.state_dict(),
                             "adam": optimiser.adam.state_dict(), "spent": time.time() - began, "step": step})
            saved = time.time()
    save(done_path, {"table": table.weight, "encoder": encoder.state_dict()})
    return table, encoder.state_dict()


# ---- the heads

class Model:
    """Everything that is trained and kept."""

    def __init__(self, upos: list[str], xpos: list[str], labels: list[str]):
        self.upos, self.xpos, self.labels = upos, xpos, labels
        self.encoder = Encoder(WIDTH)
        self.heads = Heads(WIDTH, len(upos), len(xpos), len(labels), len(TAGS), len(corpora.NAME_SETS) + 1)
        self.allowed = allowed_transitions()
        mains = sorted({l.split(":")[0] for l in labels})
        self.main_labels = torch.tensor([mains.index(l.split(":")[0]) for l in labels])

    def load(self, average: dict[str, torch.Tensor]) -> None:
        """Takes weights as checkpoints hold them: the number of the module before each name."""
        for i, m in enumerate(self.modules()):
            m.load_state_dict({k: average[f"{i}.{k}"] for k in m.state_dict()})

    def modules(self):
        return [self.encoder, self.heads]

    def losses(self, batch: Batch, words_in: torch.Tensor, drop: float) -> dict[str, torch.Tensor]:
        low, x = self.encoder(words_in, batch.keep, batch.groups)
        h, out = self.heads, {}
        w = batch.weight
        known = batch.ends >= 0
        if known.any():
            out["end"] = (F.binary_cross_entropy_with_logits(h.ends(low)[known], batch.ends[known], reduction="none") * w[known]).sum() * 2
        for name, layer, gold in (("upos", h.upos, batch.upos), ("xpos", h.xpos, batch.xpos)):
            known = gold >= 0
            if known.any():
                out[name] = (F.cross_entropy(layer(x[known]), gold[known], reduction="none") * w[known]).sum() * 0.5
        known = (batch.labels >= 0) & (batch.heads >= -1)
        if known.any():
            place = torch.nonzero(known).squeeze(1)
            out["label"] = (F.cross_entropy(h.labels(x, place, batch.heads[place], drop), batch.labels[place], reduction="none") * w[place]).sum()
        arc, name = x.new_zeros(()), x.new_zeros(())
        emissions = h.names(x, batch.sets, drop)
        g = batch.groups
        for index, real, part, scored in zip(g.index, g.real, g.split(x), g.split(emissions)):
            gold = batch.heads[index]
            usable = real & ((gold == -1) | (gold >= index[:, :1]) & (gold <= index.amax(1, keepdim=True)))
            rows = usable.any(1)
            if rows.any():
                n = index.shape[1]
                i, r, o, u = index[rows], real[rows], gold[rows], usable[rows]
                scores = h.arcs(part.view(len(index), n, -1)[rows], r, drop)
                target = torch.where(o >= 0, o - i[:, :1] + 1, torch.zeros_like(o))
                arc = arc + (F.cross_entropy(scores[u], target[u], reduction="none") * w[i][u]).sum()
            tags = batch.names[index]
            rows = (tags[:, 0] >= 0)
            if rows.any():
                name = name + crf_loss(scored.view(len(index), index.shape[1], -1)[rows], tags[rows].clamp(min=0), real[rows], h.transition, self.allowed)
        out["arc"], out["name"] = arc, name * 0.7
        return out


def evaluate(model: Model, table_weight: torch.Tensor, forms: Forms, features: Features, dev: dict[str, list[Stream]]) -> dict[str, float]:
    """Gold words and sentences, greedy heads: for watching the training; the board measures the program."""
    model.encoder.eval(); model.heads.eval()
    table = Table.__new__(Table)
    table.weight, table.empty = table_weight, features.size
    figures: dict[str, float] = {}
    with torch.no_grad():
        for name, streams in dev.items():
            right = Counter()
            chunk: list[Stream] = []
            size = 0
            for k, s in enumerate(streams):
                chunk.append(s)
                size += len(s.forms)
                if size < 6000 and k + 1 < len(streams):
                    continue
                batch = Batch(chunk, forms, None, no_space_row=features.no_space, empty=features.size)
                chunk, size = [], 0
                _, _, words_in = table.gather(batch)
                low, x = model.encoder(words_in, batch.keep, batch.groups)
                h = model.heads
                if name in ("ewt", "gum"):
                    known = batch.upos >= 0
                    right["words"] += int(known.sum())
                    right["upos"] += int((h.upos(x).argmax(1) == batch.upos)[known].sum())
                    right["xpos"] += int((h.xpos(x).argmax(1) == batch.xpos)[known].sum())
                    known = batch.ends >= 0
                    guess = h.ends(low)[known] > 0
                    gold = batch.ends[known] > 0
                    right["end_tp"] += int((guess & gold).sum()); right["end_g"] += int(guess.sum()); right["end_t"] += int(gold.sum())
                    for index, real, part in zip(batch.groups.index, batch.groups.real, batch.groups.split(x)):
                        heads = h.arcs(part, real, 0.0).argmax(2)
                        gold = batch.heads[index]
                        target = torch.where(gold >= 0, gold - index[:, :1] + 1, torch.zeros_like(gold))
                        flat = index[real]
                        found = torch.where(heads > 0, index[:, :1] + heads - 1, -torch.ones_like(heads))[real]
                        labels = h.labels(x, flat, found, 0.0).argmax(1)
                        ok = (heads == target)[real]
                        right["uas"] += int(ok.sum())
                        main = model.main_labels
                        right["las"] += int((ok & (main[labels] == main[batch.labels[flat].clamp(min=0)])).sum())
                emissions = h.names(x, batch.sets, 0.0)
                for index, real in zip(batch.groups.index, batch.groups.real):
                    for row, mask in zip(index, real):
                        n = int(mask.sum())
                        gold = batch.names[row[:n]]
                        if int(gold[0]) < 0:
                            continue
                        a = spans(viterbi(emissions[row[:n]], n, h.transition, model.allowed))
                        b = spans(gold.tolist())
                        right["ner_tp"] += len(a & b); right["ner_g"] += len(a); right["ner_t"] += len(b)
            f1 = lambda p: 200 * right[p + "_tp"] / max(1, right[p + "_g"] + right[p + "_t"])
            if right["words"]:
                for m in ("upos", "xpos", "uas", "las"):
                    figures[f"{name}.{m}"] = 100 * right[m] / right["words"]
                figures[f"{name}.ends"] = f1("end")
            figures[f"{name}.ner"] = f1("ner")
    model.encoder.train(); model.heads.train()
    return figures


def spans(tags: list[int]) -> set[tuple[int, int, str]]:
    out, start = set(), -1
    for i, t in enumerate(tags):
        tag = TAGS[t]
        if tag[0] in "BU" and t: start = i
        if tag[0] in "LU" and start >= 0:
            out.add((start, i, tag[2:]))
            start = -1
    return out


def case_variants(forms: Forms) -> list[np.ndarray]:
    """For each form the number of its form in capitals, in lower case, with a capital, with other quotation marks."""
    count = len(forms.forms)
    curly = {'"': "”", "'": "’", "``": "“", "''": "”", "“": '"', "”": '"', "’": "'", "‘": "'"}
    makers = [str.upper, str.lower, lambda f: f[:1].upper() + f[1:], lambda f: curly.get(f, f.replace("'", "’") if "'" in f else f.replace("’", "'"))]
    tables = [np.fromiter((forms.add(make(f)) for f in forms.forms[:count]), np.int32, count) for make in makers]
    return tables


def finetune(data: Path, work: Path, forms: Forms, features: Features, table: Table, encoder_state: dict | None, minutes: float, name: str, leave_out: set[str], start: Path | None = None):
    sets = {k: v for k, v in corpora.training_sets(data).items() if k not in leave_out}
    upos = sorted({t for k in ("ewt", "gum") for p in sets[k] for s in p.sentences for t in s.upos})
    xpos = sorted({t for k in ("ewt", "gum") for p in sets[k] for s in p.sentences for t in s.xpos})
    labels = sorted({t for k in ("ewt", "gum") for p in sets[k] for s in p.sentences for t in s.deprels})
    as_index = lambda values: {v: i for i, v in enumerate(values)}
    model = Model(upos, xpos, labels)
    encode = lambda ps: [Stream(p, forms, as_index(upos), as_index(xpos), as_index(labels)) for p in ps]
    streams = {k: encode(v) for k, v in sets.items()}
    dev = {k: encode(v) for k, v in corpora.development_sets(data).items()}
    variants = case_variants(forms)
    log(work, f"{name}: {sum(len(s.forms) for v in streams.values() for s in v):,} words, {len(upos)} UPOS, {len(xpos)} XPOS, {len(labels)} relations")
    if encoder_state:
        model.encoder.load_state_dict(encoder_state)
    rate, shares, name_drop, name_weight = (1.5e-3, SHARES, 0.0, 1.0) if start is None else (7e-4, NAME_SHARES, 0.25, 1.5)
    if start is not None:
        state = torch.load(start)
        table.weight[:-1] = state["table"]
        model.load(state["average"])
    optimiser = Optimiser(model.modules(), rate, minutes * 60)
    order = list(streams)
    mass = np.asarray([sum(len(s.forms) for s in streams[k]) * shares[k] for k in order], float)
    mass /= mass.sum()
    pools = {k: [] for k in order}
    part_path, done_path = work / f"{name}.part.pt", work / f"{name}.pt"
    average = {f"{i}.{k}": v.detach().clone() for i, m in enumerate(model.modules()) for k, v in m.state_dict().items()}
    average_table = table.weight.clone()
    spent, step, averaged = 0.0, 0, 0
    if part_path.exists():
        state = torch.load(part_path)
        table.__dict__.update(state["table"])
        for m, s in zip(model.modules(), state["modules"]): m.load_state_dict(s)
        optimiser.adam.load_state_dict(state["adam"])
        average, average_table = state["average"], state["average_table"]
        spent, step, averaged = state["spent"], state["step"], state["averaged"]
    rng = np.random.default_rng(SEED + step)
    began, saved, shown, words = time.time() - spent, time.time(), time.time(), 0
    sums: Counter[str] = Counter()
    for m in model.modules(): m.train()
    while time.time() - began < minutes * 60:
        chosen, size = [], 0
        quota = {k: 0 for k in order}
        while size < 3200:
            k = order[int(rng.choice(len(order), p=mass))]
            # A whole slice of one set at a time, so that small paragraphs do not make one set rarer.
            while quota[k] < 320:
                if not pools[k]:
                    pools[k] = list(rng.permutation(len(streams[k])))
                s = streams[k][pools[k].pop()]
                chosen.append(s)
                quota[k] += len(s.forms)
                size += len(s.forms)
            quota[k] = 0
        batch = Batch(chosen, forms, rng, variants, 0.10, features.no_space, table.empty, name_drop)
        used, rows, words_in = table.gather(batch)
        losses = model.losses(batch, words_in, 0.2)
        losses["name"] = losses["name"] * name_weight
        loss = sum(losses.values()) / size
        factor = optimiser.step(loss, table, used, rows, time.time() - began, rate * 2 / 3)
        step += 1
        words += size
        for k, v in losses.items(): sums[k] += float(v) / size
        sums["n"] += 1
        if step % 10 == 0 and factor < 0.6 and time.time() - began > minutes * 6:
            averaged += 1
            decay = min(0.98, 1 - 1 / averaged)
            for i, m in enumerate(model.modules()):
                for k, v in m.state_dict().items():
                    average[f"{i}.{k}"].mul_(decay).add_(v, alpha=1 - decay)
            average_table.mul_(decay).add_(table.weight, alpha=1 - decay)
        last = time.time() - began >= minutes * 60
        if time.time() - shown > 240 or last:
            kept = [{k: v.clone() for k, v in m.state_dict().items()} for m in model.modules()]
            if averaged > 3:
                model.load(average)
            figures = evaluate(model, average_table if averaged > 3 else table.weight, forms, features, dev)
            for m, s in zip(model.modules(), kept): m.load_state_dict(s)
            speed = words / (time.time() - began - spent)
            log(work, f"{name} step {step} {(time.time() - began) / 60:.0f} min {speed:.0f} words/s " + " ".join(f"{k} {v / sums['n']:.3f}" for k, v in sums.items() if k != "n"))
            log(work, "  " + " ".join(f"{k} {v:.2f}" for k, v in figures.items()))
            sums.clear()
            shown = time.time()
            state = {"table": dict(table.__dict__), "modules": [m.state_dict() for m in model.modules()], "adam": optimiser.adam.state_dict(),
                     "average": average, "average_table": average_table, "spent": time.time() - began, "step": step, "averaged": averaged}
            save(part_path, state)
    save(done_path, {"average": average, "table": average_table[:-1], "upos": upos, "xpos": xpos, "labels": labels, "tags": TAGS,
                     "words": features.words, "width": WIDTH})
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="where vectors, checkpoints and the log are kept")
    parser.add_argument("--out", type=Path, help="where the model goes (left out: not exported)")
    parser.add_argument("--samples", type=Path, help="where words with their rows go, for the program's test (left out: not written)")
    parser.add_argument("--pretrain-minutes", type=float, default=30)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--name-minutes", type=float, default=15, help="length of the last stage, which draws names more often")
    parser.add_argument("--name", default="finetune", help="name of this run's checkpoint")
    parser.add_argument("--no-pretraining", action="store_true", help="start from word vectors only")
    parser.add_argument("--leave-out", default="", help="sets not to train on, with commas")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    vectors(options.data, options.work, options.threads)
    words, rows = vocabulary(options.work)
    features = Features(words)
    forms = Forms(features)
    state = None
    if options.no_pretraining:
        table = Table(features.size, WIDTH, torch.Generator().manual_seed(SEED))
        table.weight[1:1 + len(rows)] = torch.from_numpy(rows) * 0.25
    else:
        table, state = pretrain(options.work, forms, features, rows, options.pretrain_minutes)
    if options.minutes > 0 and not (options.work / f"{options.name}.pt").exists():
        torch.manual_seed(SEED + 1)
        finetune(options.data, options.work, forms, features, table, state, options.minutes, options.name, set(filter(None, options.leave_out.split(","))))
    last = options.name
    if options.name_minutes > 0:
        last = options.name + "-names"
        if not (options.work / f"{last}.pt").exists():
            torch.manual_seed(SEED + 2)
            finetune(options.data, options.work, forms, features, table, None, options.name_minutes, last, set(filter(None, options.leave_out.split(","))), options.work / f"{options.name}.pt")
    if options.out:
        from export import export
        export(options.work / f"{last}.pt", options.data, options.out, options.samples)


if __name__ == "__main__":
    main()
