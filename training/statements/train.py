# SPDX-License-Identifier: Apache-2.0
"""Trains the finder of attributions on what `Rapporteur.Training attributions` wrote, and exports it.

    train.py WORK [--epochs 14] [--rate 0.002] [--out models/en]

WORK holds train/ and dev/ (see AttributionWriter.cs). A checkpoint is kept after every epoch; the same command goes on from it.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from net import CUES, ROLES, Net, follows  # first: it makes training/language importable
import network as language
from batches import GROUPS

GAP, BATCH = 4, 5000
ROWS, WINDOW_ROWS, VECTOR = 7, 5, 160


class Part:
    """One split, as arrays."""

    def __init__(self, folder: Path):
        def load(name, kind, *shape):
            return np.fromfile(folder / f"{name}.bin", kind).reshape(-1, *shape) if shape else np.fromfile(folder / f"{name}.bin", kind)
        self.vectors = load("vectors", np.int16, VECTOR)
        self.rows = load("rows", np.int32, ROWS)
        self.heads, self.sentences, self.passages, self.articles = (load(n, np.int32) for n in ("heads", "sentences", "passages", "articles"))
        self.tags = load("cueTags", np.uint8)
        self.cues = load("cues", np.int32, 5)
        self.window_rows = load("windowRows", np.int16, WINDOW_ROWS)
        self.roles = load("roles", np.uint8)
        self.starts = np.concatenate([[0], np.cumsum(self.cues[:, 4] - self.cues[:, 3])])
        # Passages of each article, in chunks of about BATCH tokens.
        key = self.articles.astype(np.int64) << 32 | self.passages
        self.borders = np.concatenate([[0], np.nonzero(np.diff(key))[0] + 1, [len(key)]])
        skey = key * 100003 + self.sentences
        self.ends = np.concatenate([[0], np.nonzero(np.diff(skey))[0] + 1, [len(key)]])

    def batches(self, rng):
        """Runs of whole passages; the order is shuffled where rng is given."""
        runs, start = [], 0
        offset = int(rng.integers(BATCH // 2)) if rng is not None else 0
        for i in range(1, len(self.borders)):
            if self.borders[i] - self.borders[start] >= BATCH - (offset if not runs else 0) or i == len(self.borders) - 1:
                runs.append((start, i))
                start = i
        if rng is not None:
            rng.shuffle(runs)
        return [Batch(self, a, b) for a, b in runs] if rng is None else (Batch(self, a, b) for a, b in runs)


class Batch:
    def __init__(self, part: Part, first: int, end: int):
        low, high = part.borders[first], part.borders[end]
        n = high - low
        number = np.zeros(n, np.int64)
        inner = part.borders[first + 1:end] - low
        number[inner] = 1
        place = np.arange(n) + np.cumsum(number) * GAP          # token → place in the stream
        total = int(place[-1]) + 1 + GAP
        self.low, self.place = low, place
        self.vectors = torch.zeros(total, VECTOR)
        self.vectors[place] = torch.from_numpy(part.vectors[low:high].astype(np.float32)) * UNIT
        self.rows = torch.zeros(total, ROWS, dtype=torch.long)
        self.rows[place] = torch.from_numpy(part.rows[low:high].astype(np.int64))
        heads = part.heads[low:high]
        self.heads = torch.full((total,), -1, dtype=torch.long)
        self.heads[place] = torch.from_numpy(np.where(heads >= 0, place[np.clip(heads - low, 0, n - 1)], -1))
        self.keep = torch.zeros(total, 1)
        self.keep[place] = 1
        a, b = np.searchsorted(part.ends, [low, high])
        ends = part.ends[a:b + 1] - low
        spans = [(int(place[s + c]), int(place[min(e, s + c + 256) - 1]) + 1) for s, e in zip(ends[:-1], ends[1:]) for c in range(0, e - s, 256)]
        indices, reals = [], []
        lengths, bottom = np.asarray([y - x for x, y in spans]), 0
        for top in GROUPS:
            chosen = np.nonzero((lengths > bottom) & (lengths <= top))[0]
            bottom = top
            if len(chosen) == 0:
                continue
            longest = int(lengths[chosen].max())
            starts = np.asarray([spans[i][0] for i in chosen])
            real = np.arange(longest)[None] < lengths[chosen][:, None]
            index = np.where(real, starts[:, None] + np.arange(longest)[None], starts[:, None])
            indices.append(torch.from_numpy(index))
            reals.append(torch.from_numpy(real))
        self.groups = language.Groups(indices, reals, total)
        tags = torch.zeros(total, dtype=torch.long)
        tags[place] = torch.from_numpy(part.tags[low:high].astype(np.int64))
        self.tags, self.in_content = tags & 3, (tags & 4) > 0
        self.windows = []
        cues = np.nonzero((part.cues[:, 0] >= low) & (part.cues[:, 0] < high))[0]
        sizes, bottom = part.cues[cues, 4] - part.cues[cues, 3], 0
        for top in (24, 40, 60, 90, 140, 256):
            chosen = cues[(sizes > bottom) & (sizes <= top)]
            bottom = top
            if len(chosen) == 0:
                continue
            length = part.cues[chosen, 4] - part.cues[chosen, 3]
            longest = int(length.max())
            real = np.arange(longest)[None] < length[:, None]
            first_token = part.cues[chosen, 3] - low
            index = place[np.where(real, first_token[:, None] + np.arange(longest)[None], first_token[:, None])]
            flat = part.starts[chosen][:, None] + np.arange(longest)[None]
            flat = np.where(real, flat, 0)
            rows = part.window_rows[flat].astype(np.int64)
            roles = np.where(real, part.roles[flat], 0).astype(np.int64)
            anchors = place[np.stack([part.cues[chosen, 2], part.cues[chosen, 1] - 1], 1) - low]
            self.windows.append(tuple(map(torch.from_numpy, (index, real, rows, roles, anchors))))


UNIT = 1.0
CUE_OK, ROLE_OK = follows(CUES), follows(ROLES)


def start_penalty(emissions, ok):
    e = emissions.clone()
    bad = torch.tensor([l[0] == "I" for l in (CUES if emissions.shape[2] == 3 else ROLES)])
    e[:, 0, bad] -= 1e4
    return e


def loss_of(net: Net, b: Batch):
    h = net.tokens(b.vectors, b.heads, b.rows, b.keep, b.groups)
    scores = net.cue(h)
    outer, total = 0.0, float(b.keep.sum())
    for part, index, real in zip(b.groups.split(scores[:, :3]), b.groups.index, b.groups.real):
        e = part.view(*index.shape, 3)
        outer = outer + language.crf_loss(start_penalty(e, CUE_OK), b.tags[index] * real, real, net.cue_transition, CUE_OK)
    known = (b.keep[:, 0] > 0) & (~b.in_content | (b.tags > 0))
    anywhere = F.cross_entropy(scores[known, 3:], b.tags[known], reduction="sum")
    roles = 0.0
    for index, real, rows, gold, anchors in b.windows:
        e = net.roles(h, index, real, rows, anchors)
        roles = roles + language.crf_loss(start_penalty(e, ROLE_OK), gold, real, net.role_transition, ROLE_OK)
    n = max(1, sum(len(w[0]) for w in b.windows))
    return outer / total * 30, anywhere / total * 15, roles / n if b.windows else torch.tensor(0.0)


def viterbi_batch(e, real, transition, ok):
    t = transition.masked_fill(~ok, -1e4)
    alpha, back = e[:, 0], []
    for i in range(1, e.shape[1]):
        best, arg = (alpha[:, :, None] + t[None]).max(1)
        back.append(arg)
        alpha = torch.where(real[:, i, None], best + e[:, i], alpha)
        back[-1] = torch.where(real[:, i, None], arg, torch.arange(e.shape[2])[None])
    tag = alpha.argmax(1)
    out = [tag]
    for arg in reversed(back):
        tag = arg.gather(1, tag[:, None])[:, 0]
        out.append(tag)
    return torch.stack(out[::-1], 1)


def spans(tags, b0):
    """Spans of a row of tags: label index b0 begins, b0 + 1 goes on."""
    out, first = [], -1
    for i, t in enumerate(list(tags) + [0]):
        if first >= 0 and t != b0 + 1:
            out.append((first, i))
            first = -1
        if t == b0:
            first = i
    return out


def evaluate(net: Net, batches):
    net.eval()
    right = gold = found = loose = 0
    counts = {"source": [0, 0, 0, 0], "content": [0, 0, 0, 0]}
    with torch.no_grad():
        for b in batches:
            h = net.tokens(b.vectors, b.heads, b.rows, b.keep, b.groups)
            scores = net.cue(h)
            for part, index, real in zip(b.groups.split(scores[:, :3]), b.groups.index, b.groups.real):
                got = viterbi_batch(start_penalty(part.view(*index.shape, 3), CUE_OK), real, net.cue_transition, CUE_OK)
                for g, p, r in zip(b.tags[index].tolist(), got.tolist(), real.sum(1).tolist()):
                    x, y = set(spans(g[:r], 1)), set(spans(p[:r], 1))
                    right, gold, found = right + len(x & y), gold + len(x), found + len(y)
                    loose += sum(any(s < t2 and s2 < t for s2, t2 in y) for s, t in x)
            for index, real, rows, roles, anchors in b.windows:
                e = net.roles(h, index, real, rows, anchors)
                got = viterbi_batch(start_penalty(e, ROLE_OK), real, net.role_transition, ROLE_OK)
                for g, p, r in zip(roles.tolist(), got.tolist(), real.sum(1).tolist()):
                    for name, k in (("source", 1), ("content", 3)):
                        x, y = set(spans(g[:r], k)), set(spans(p[:r], k))
                        c = counts[name]
                        c[0], c[1], c[2] = c[0] + len(x & y), c[1] + len(x), c[2] + len(y)
                        a = {i for i in range(r) if g[i] in (k, k + 1)}
                        d = {i for i in range(r) if p[i] in (k, k + 1)}
                        c[3] += 2 * len(a & d) >= 0.5 * (len(a) + len(d))
    net.train()
    f = lambda r, g, s: 200 * r / max(1, g + s)
    windows = sum(len(w[0]) for b in batches for w in b.windows)
    return f"cue F1 {f(right, gold, found):.1f} (P {100 * right / max(1, found):.1f} R {100 * right / gold:.1f}, touched {100 * loose / gold:.1f}); " + \
        "; ".join(f"{n} exact F1 {f(*c[:3]):.1f}, dice {100 * c[3] / windows:.1f}" for n, c in counts.items()), f(right, gold, found) + sum(f(*c[:3]) + 100 * c[3] / windows for c in counts.values())


def main() -> None:
    global UNIT
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=Path)
    p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--rate", type=float, default=0.002)
    p.add_argument("--width", type=int, default=96)
    p.add_argument("--name", default="net")
    p.add_argument("--out", type=Path)
    p.add_argument("--language", type=Path, default=Path(__file__).parents[2] / "models" / "en" / "language.json")
    a = p.parse_args()
    settings = json.loads(a.language.read_text())["settings"]
    UNIT = settings["encoder.last.unit"]
    sizes = json.loads((a.work / "sizes.json").read_text())
    torch.manual_seed(1)
    torch.set_num_threads(1)
    net = Net(sizes["rows"], sizes["windowRows"], width=a.width)
    dev = Part(a.work / "dev").batches(None)
    checkpoint = a.work / f"{a.name}.pt"
    optimizer = torch.optim.AdamW(net.parameters(), a.rate, betas=(0.9, 0.99), weight_decay=0.01)
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["epoch"]
    if done < a.epochs:
        train = Part(a.work / "train")
        per = math.ceil(len(train.tags) / BATCH)
        step = done * per
        for epoch in range(done, a.epochs):
            rng = np.random.default_rng(epoch + 1)
            torch.manual_seed(epoch + 1)
            began, sums = time.time(), np.zeros(3)
            for b in train.batches(rng):
                rate = a.rate * min(1, (step + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, step / (per * a.epochs)))))
                for g in optimizer.param_groups:
                    g["lr"] = rate
                losses = loss_of(net, b)
                optimizer.zero_grad()
                sum(losses).backward()
                torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
                optimizer.step()
                sums += [float(x) for x in losses]
                step += 1
            text, _ = evaluate(net, dev)
            print(f"epoch {epoch + 1} {time.time() - began:.0f} s, loss {' '.join(f'{x / per:.3f}' for x in sums)}: {text}", flush=True)
            torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}, checkpoint)
    if a.out:
        export(net, dev, a.out)


def export(net: Net, sample, out: Path) -> None:
    """Writes statements.weights and statements.json as Models/ModelFile.cs reads them."""
    from export import LAYOUT, MOST, Weights
    net.eval()
    w = Weights()
    norms = {"norm": net.norm, "last": net.last, "attend.norm": net.attend.norm, "attend.norm2": net.attend.norm2}
    for i, layer in enumerate(net.convolutions):
        norms[f"convolution.{i}.norm"] = layer.norm
    highest = {name: 0.0 for name in norms}
    hooks = [m.register_forward_hook(lambda _m, _i, o, name=name: highest.__setitem__(name, max(highest[name], float(o.abs().max())))) for name, m in norms.items()]
    with torch.no_grad():
        for b in sample:
            net.tokens(b.vectors, b.heads, b.rows, b.keep, b.groups)
    for hook in hooks:
        hook.remove()
    settings: dict[str, float] = {"width": net.norm.weight.numel(), "vector": VECTOR, "pair": net.token.out_features}
    for name, m in norms.items():
        w.add(name + ".gain", m.weight.detach().numpy())
        w.add(name + ".bias", m.bias.detach().numpy())
        settings[name + ".unit"] = highest[name] * 1.1 / MOST
    for name, table in (("rows", net.rows), ("windowRows", net.window_rows)):
        t = table.weight.detach().numpy()
        top = np.abs(t).max(1)
        scale = np.where(top > 0, top / 127, 1.0).astype(np.float32)
        w.add(name, np.rint(t / scale[:, None]).astype(np.int8))
        w.add(name + ".scale", scale)
    w.dense("word", torch.cat([net.word.weight, net.head.weight]), torch.cat([net.word.bias, torch.zeros_like(net.word.bias)]))
    for i, layer in enumerate(net.convolutions):
        w.dense(f"convolution.{i}.window", layer.window.weight, layer.window.bias)
        w.dense(f"convolution.{i}.out", layer.out.weight, layer.out.bias)
    for part in ("qkv", "out", "inner", "outer"):
        layer = getattr(net.attend, part)
        w.dense("attend." + part, layer.weight, layer.bias)
    w.add("attend.distance", net.attend.bias.detach().numpy())
    w.dense("heads", torch.cat([net.cue.weight, net.token.weight]), torch.cat([net.cue.bias, net.token.bias]))
    w.dense("anchor", net.anchor.weight, None)
    w.dense("near", net.near.weight, net.near.bias)
    w.dense("far", net.far.weight, net.far.bias)
    w.dense("role", net.role.weight, net.role.bias)
    w.add("cueTransition", net.cue_transition.detach().numpy())
    w.add("roleTransition", net.role_transition.detach().numpy())
    out.mkdir(parents=True, exist_ok=True)
    (out / "statements.weights").write_bytes(bytes(w.data))
    manifest = {"layout": LAYOUT, "version": "en-1", "bytes": len(w.data), "sha256": hashlib.sha256(w.data).hexdigest(), "settings": settings,
                "labels": {"cues": list(CUES), "roles": list(ROLES)}, "tensors": w.tensors}
    (out / "statements.json").write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
