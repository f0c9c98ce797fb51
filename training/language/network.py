# SPDX-License-Identifier: Apache-2.0
"""The encoder and its heads.

A batch is one flat stream of words: paragraphs one after another with GAP empty places between them, so that
a convolution never sees the next paragraph. Sentences are rows of indices into the stream, padded by length group.

  words    sum of embedding rows, normalised
  lower    three residual convolutions over three words, dilated 1, 2, 4, which see the paragraph;
           the sentence-end head reads them
  upper    self-attention in the sentence, one more convolution, self-attention again
  heads    tags (UPOS, XPOS), arcs (biaffine, Dozat and Manning 2017) and labels, names (BILOU, linear-chain CRF)
"""
from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

GAP = 4
DILATIONS = (1, 2, 4)
REACH = 32          # relative positions beyond this are alike
ARC_REACH = 24


_pool: dict[float, torch.Tensor] = {}


def dropout(x: torch.Tensor, rate: float, training: bool) -> torch.Tensor:
    """Dropout by a random stretch of a fixed mask: drawing fresh numbers took a fifth of the training time."""
    if not training or rate == 0:
        return x
    pool = _pool.get(rate)
    if pool is None or pool.numel() < 2 * x.numel():
        size = max(1 << 22, 4 * x.numel())
        pool = _pool[rate] = (torch.rand(size) >= rate).float() / (1 - rate)
    start = int(torch.randint(pool.numel() - x.numel(), (1,)))
    return x * pool[start:start + x.numel()].view(x.shape)


class Groups:
    """Sentences of like length as padded rows of indices into the stream."""

    def __init__(self, index: list[torch.Tensor], real: list[torch.Tensor], places: int):
        self.index, self.real = index, real
        self.flat = torch.cat([i.reshape(-1) for i in index])
        self.sizes = [i.numel() for i in index]
        keep = torch.cat([r.reshape(-1) for r in real])
        self.back = torch.full((places,), len(self.flat), dtype=torch.long)
        self.back[self.flat[keep]] = torch.nonzero(keep).squeeze(1)

    def split(self, x: torch.Tensor):
        """Each group's places, row after row."""
        return x[self.flat].split(self.sizes)

    def join(self, parts: list[torch.Tensor]) -> torch.Tensor:
        """Back to the stream; gaps are zero."""
        return torch.cat(parts + [parts[0].new_zeros(1, parts[0].shape[1])])[self.back]


class Convolution(nn.Module):
    def __init__(self, width: int, dilation: int):
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(width)
        self.window = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, width)

    def forward(self, x, keep, drop):
        h = self.norm(x) * keep
        d = self.dilation
        zeros = h.new_zeros(d, h.shape[1])
        window = torch.cat([torch.cat([zeros, h[:-d]]), h, torch.cat([h[d:], zeros])], 1)
        return x + dropout(self.out(F.relu(self.window(window))), drop, self.training)


class Attention(nn.Module):
    def __init__(self, width: int, heads: int, inner: int):
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros(heads, 2 * REACH + 1))
        self.norm2 = nn.LayerNorm(width)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)

    def forward(self, x, groups, drop):
        qkv = groups.split(self.qkv(self.norm(x)))
        mixed = []
        for part, real in zip(qkv, groups.real):
            s, n = real.shape
            part = part.view(s, n, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
            place = torch.arange(n)
            distance = (place[None, :] - place[:, None]).clamp(-REACH, REACH) + REACH
            scores = part[0] @ part[1].transpose(-1, -2) * self.size ** -0.5 + self.bias[:, distance]
            weights = scores.masked_fill(~real[:, None, None, :], -1e9).softmax(-1)
            mixed.append((weights @ part[2]).transpose(1, 2).reshape(s * n, -1))
        mixed = groups.join(mixed)
        x = x + dropout(self.out(mixed), drop, self.training)
        return x + dropout(self.outer(F.relu(self.inner(self.norm2(x)))), drop, self.training)


class Encoder(nn.Module):
    def __init__(self, width: int = 160, heads: int = 4, drop: float = 0.1):
        super().__init__()
        self.drop = drop
        self.norm = nn.LayerNorm(width)
        self.lower = nn.ModuleList(Convolution(width, d) for d in DILATIONS)
        self.attend1 = Attention(width, heads, 2 * width)
        self.between = Convolution(width, 1)
        self.attend2 = Attention(width, heads, 2 * width)
        self.last = nn.LayerNorm(width)

    def forward(self, words, keep, groups):
        """The lower layers' vectors and the whole encoder's."""
        x = dropout(self.norm(words), self.drop, self.training)
        for layer in self.lower:
            x = layer(x, keep, self.drop)
        low = x
        x = self.attend1(x, groups, self.drop)
        x = self.between(x, keep, self.drop)
        x = self.attend2(x, groups, self.drop)
        return low, dropout(self.last(x), self.drop, self.training)


class Heads(nn.Module):
    def __init__(self, width: int, upos: int, xpos: int, labels: int, tags: int, sets: int, arc: int = 128, hidden: int = 128):
        super().__init__()
        self.end_norm = nn.LayerNorm(width)
        self.end_hidden = nn.Linear(2 * width, 64)
        self.end = nn.Linear(64, 1)
        self.upos = nn.Linear(width, upos)
        self.xpos = nn.Linear(width, xpos)
        self.dependent = nn.Linear(width, arc)
        self.governor = nn.Linear(width, arc)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.biaffine = nn.Linear(arc, arc)         # on the dependent; its bias gives each governor a score of its own
        self.distance = nn.Parameter(torch.zeros(2 * ARC_REACH + 1))
        self.label_dependent = nn.Linear(width, hidden)
        self.label_governor = nn.Linear(width, hidden, bias=False)
        self.label = nn.Linear(hidden, labels)
        self.name_hidden = nn.Linear(width, hidden)
        self.sets = nn.Embedding(sets, hidden)
        self.name = nn.Linear(hidden, tags)
        self.transition = nn.Parameter(torch.zeros(tags, tags))
        nn.init.normal_(self.sets.weight, 0, 0.02)

    def ends(self, low):
        h = self.end_norm(low)
        return self.end(F.relu(self.end_hidden(torch.cat([h, torch.cat([h[1:], h[-1:] * 0])], 1)))).squeeze(1)

    def arcs(self, part, real, drop):
        """Scores [sentence, dependent, governor] of one group; governor 0 is the root."""
        s, n = real.shape
        part = part.view(s, n, -1)
        dep = dropout(F.relu(self.dependent(part)), drop, self.training)
        gov = dropout(F.relu(self.governor(torch.cat([self.root.expand(s, 1, -1), part], 1))), drop, self.training)
        place = torch.arange(n)
        distance = (place[None, :] - place[:, None]).clamp(-ARC_REACH, ARC_REACH) + ARC_REACH
        bias = torch.cat([self.distance.new_zeros(n, 1), self.distance[distance]], 1)
        scores = self.biaffine(dep) @ gov.transpose(1, 2) * dep.shape[-1] ** -0.5 + bias
        allowed = torch.cat([real.new_ones(s, 1), real], 1)[:, None, :] & ~torch.cat([real.new_zeros(n, 1), torch.eye(n, dtype=torch.bool)], 1)
        return scores.masked_fill(~allowed, -1e9)

    def labels(self, x, dependents, governors, drop):
        """Label scores of arcs given as places in the stream; governor -1 is the root."""
        gov = torch.where((governors < 0)[:, None], self.root, x[governors.clamp(min=0)])
        h = F.relu(self.label_dependent(x[dependents]) + self.label_governor(gov))
        return self.label(dropout(h, drop, self.training))

    def names(self, x, sets, drop):
        return self.name(dropout(F.relu(self.name_hidden(x) + self.sets(sets)), drop, self.training))


def crf_loss(emissions, tags, real, transition, allowed):
    """Negative log likelihood, summed over sentences: emissions [S, L, T], tags [S, L]."""
    t = transition.masked_fill(~allowed, -1e4)
    steps, there = emissions.unbind(1), real.unbind(1)
    alpha = steps[0]
    gold = emissions.gather(2, tags[..., None]).squeeze(2)
    score = (gold * real).sum(1) + (t[tags[:, :-1], tags[:, 1:]] * real[:, 1:]).sum(1)
    for emission, here in zip(steps[1:], there[1:]):
        alpha = torch.where(here[:, None], torch.logsumexp(alpha[:, :, None] + t[None], 1) + emission, alpha)
    return (torch.logsumexp(alpha, 1) - score).sum()


def viterbi(emissions, length, transition, allowed):
    """Best tags of one sentence, as a list."""
    t = transition.masked_fill(~allowed, -1e4)
    alpha, back = emissions[0], []
    for i in range(1, length):
        best, arg = (alpha[:, None] + t).max(0)
        back.append(arg)
        alpha = best + emissions[i]
    tag = int(alpha.argmax())
    out = [tag]
    for arg in reversed(back):
        tag = int(arg[tag])
        out.append(tag)
    return out[::-1]
