# SPDX-License-Identifier: Apache-2.0
"""The net that finds attributions: which words are cues, and which words around a cue are its source and its content.

  tokens   the frozen encoder's vector of the word and of its head in the tree, and rows of one table (lemma, tags, quotation)
  layers   two residual convolutions over the passage, self-attention in the sentence
  cues     begin/inside/outside by a linear-chain CRF: the outermost cues; beside it the cues of any depth
  roles    for each cue, every word of its window: none, source, content, by a linear-chain CRF
"""
from __future__ import annotations

import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

sys.path.append(str(Path(__file__).parent.parent / "language"))
from network import Attention, Convolution, dropout  # noqa: E402

CUES = ("O", "B", "I")
ROLES = ("O", "B-source", "I-source", "B-content", "I-content")


def follows(labels: tuple[str, ...]) -> torch.Tensor:
    return torch.tensor([[b[0] != "I" or a[1:] == b[1:] and a[0] in "BI" for b in labels] for a in labels])


class Net(nn.Module):
    def __init__(self, rows: int, window_rows: int, vector: int = 160, width: int = 96, pair: int = 64, drop: float = 0.2):
        super().__init__()
        self.drop = drop
        self.rows = nn.Embedding(rows, width)
        self.window_rows = nn.Embedding(window_rows, pair)
        nn.init.normal_(self.rows.weight, 0, 0.05)
        nn.init.normal_(self.window_rows.weight, 0, 0.05)
        self.word = nn.Linear(vector, width)
        self.head = nn.Linear(vector, width, bias=False)
        self.norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList([Convolution(width, 1), Convolution(width, 2)])
        self.attend = Attention(width, 4, 2 * width)
        self.last = nn.LayerNorm(width)
        self.cue = nn.Linear(width, 2 * len(CUES))
        self.cue_transition = nn.Parameter(torch.zeros(len(CUES), len(CUES)))
        self.token = nn.Linear(width, pair)
        self.anchor = nn.Linear(2 * width, pair, bias=False)
        self.near = nn.Linear(3 * pair, pair)
        self.far = nn.Linear(3 * pair, pair)
        self.role = nn.Linear(pair, len(ROLES))
        self.role_transition = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))

    def tokens(self, vectors, heads, rows, keep, groups):
        """Vectors of every place of the stream; heads are places, keep is 0 in the gaps."""
        v = dropout(vectors, self.drop, self.training)
        r = self.rows(rows)
        if self.training:
            r = r * (torch.rand(r.shape[:2]) >= 0.1).float()[..., None]
        x = self.norm(self.word(v) + self.head(v)[heads] * (heads >= 0)[:, None] + r.sum(1)) * keep
        x = dropout(x, 0.1, self.training)
        for layer in self.convolutions:
            x = layer(x, keep, self.drop)
        x = self.attend(x, groups, self.drop)
        return dropout(self.last(x), self.drop, self.training)

    def roles(self, h, index, real, rows, anchors):
        """Scores [cue, word, role]: index [cue, word] are places in the stream, anchors [cue, 2] head and last word of the cue."""
        z = F.relu(self.token(h)[index] + self.anchor(h[anchors].flatten(1))[:, None] + self.window_rows(rows).sum(2)) * real[..., None]
        z = dropout(z, self.drop, self.training)
        for layer, d in ((self.near, 1), (self.far, 3)):
            zeros = z.new_zeros(z.shape[0], d, z.shape[2])
            window = torch.cat([torch.cat([zeros, z[:, :-d]], 1), z, torch.cat([z[:, d:], zeros], 1)], 2)
            z = (z + F.relu(layer(window))) * real[..., None]
        return self.role(dropout(z, self.drop, self.training))
