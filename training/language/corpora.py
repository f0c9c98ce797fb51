# SPDX-License-Identifier: Apache-2.0
"""Reads the training and development sets into paragraphs of sentences with whatever each set marks."""
from __future__ import annotations

import csv
import json
import lzma
import re
from dataclasses import dataclass, field
from pathlib import Path

CLOSED_GENRES = {"essay", "letter", "podcast", "fiction", "whow"}  # texts under non-commercial licences
NAME_SETS = ["ewt", "gum", "worldwide", "gmb", "crossner", "wikigold", "wnut", "btc", "corenlp"]


@dataclass
class Sentence:
    forms: list[str]
    glued: list[bool]                       # no space before
    upos: list[str] | None = None           # "" where unknown
    xpos: list[str] | None = None
    heads: list[int] | None = None          # -1 root, -2 unknown
    deprels: list[str] | None = None
    lemmas: list[str] | None = None
    names: list[str] | None = None          # BIO


@dataclass
class Paragraph:
    set: str
    sentences: list[Sentence] = field(default_factory=list)
    ends_known: bool = True                 # whether sentence ends are those of running text
    gold: bool = True


def blocks(path: Path):
    """Comment lines and rows of each block of a CoNLL file."""
    comments: list[str] = []
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield comments, rows
                comments, rows = [], []
            elif line.startswith("# ") and "\t" not in line:
                comments.append(line)
            else:
                rows.append(line.split("\t"))
    if rows:
        yield comments, rows


def plain_deprel(label: str) -> str:
    """The relations the model tells apart: with subtypes, but for the rarest."""
    return {"csubj:outer": "csubj", "csubj:pass": "csubj", "dep": "parataxis"}.get(label, label)


def treebank(path: Path, closed: set[str] = frozenset()) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    document, skip = "", False
    for comments, rows in blocks(path):
        fresh = not paragraphs
        for c in comments:
            if c.startswith("# newdoc id = "):
                document = c[14:].strip()
                parts = document.split("_")
                skip = len(parts) > 1 and parts[0] == "GUM" and parts[1] in closed
                fresh = True
            elif c.startswith("# newpar"):
                fresh = True
        if skip:
            continue
        if fresh:
            paragraphs.append(Paragraph("gum" if document.startswith("GUM") else "ewt"))
        s = Sentence([], [], [], [], [], [], [], None)
        glue, inside, inside_end = False, 0, True
        for r in rows:
            if "." in r[0]:
                continue
            if "-" in r[0]:
                inside = int(r[0].split("-")[1])
                inside_end = "SpaceAfter=No" in r[9]
                continue
            s.forms.append(r[1].replace(" ", ""))
            s.glued.append(glue)
            s.upos.append(r[3])
            s.xpos.append(r[4])
            s.heads.append(int(r[6]) - 1)
            s.deprels.append(plain_deprel(r[7]))
            s.lemmas.append(r[2])
            number = int(r[0])
            if number < inside:
                glue = True
            elif number == inside:
                glue, inside = inside_end, 0
            else:
                glue = "SpaceAfter=No" in r[9]
        paragraphs[-1].sentences.append(s)
    return paragraphs


NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?)\]}%…]+|n't|'s|'re|'ve|'ll|'d|'m|’s|n’t|'')$", re.I)


def guess_glue(forms: list[str]) -> list[bool]:
    """Where a set keeps no spaces: what English puts together."""
    glue = [False] * len(forms)
    quote = False
    for i, f in enumerate(forms):
        if i and NO_SPACE_BEFORE.match(f):
            glue[i] = True
        if i and forms[i - 1] in ("(", "[", "$", "#", "``", "“", "£", "€"):
            glue[i] = True
        if f == '"':
            if quote and i:
                glue[i] = True
            quote = not quote
        elif i and forms[i - 1] == '"' and quote:
            glue[i] = True
    return glue


HYPHENS = re.compile(r"^[^\W\d_]+(?:[-–][^\W_]+)+$")
PREFIXES = {row.split("\t")[0] for row in (Path(__file__).parents[2] / "lexicons/en/tokens/prefixes.tsv").read_text("utf-8").splitlines() if row and row[0] != "#"} - {"prefix"}


def split_hyphens(s: Sentence) -> Sentence:
    """Cuts "cease-fire" as the treebanks do; the last part keeps the word's place in the tree, the others are unknown."""
    if not any(HYPHENS.match(f) for f in s.forms):
        return s
    out = Sentence([], [], [] if s.upos else None, [] if s.xpos else None, [] if s.heads else None, [] if s.deprels else None, None, [] if s.names else None)
    place: list[int] = []
    for i, f in enumerate(s.forms):
        cut = HYPHENS.match(f) and f[:re.search(r"[-–]", f).start()].lower() not in PREFIXES
        parts = [p for p in re.split(r"([-–])", f) if p] if cut else [f]
        for k, p in enumerate(parts):
            last = k == len(parts) - 1
            out.forms.append(p)
            out.glued.append(s.glued[i] if k == 0 else True)
            if s.upos: out.upos.append(s.upos[i] if last else "")
            if s.xpos: out.xpos.append(s.xpos[i] if last and len(parts) == 1 else "HYPH" if p in "-–" and len(parts) > 1 else "")
            if s.heads: out.heads.append(s.heads[i] if last else -2)
            if s.deprels: out.deprels.append(s.deprels[i] if last else "")
            if s.names:
                tag = s.names[i]
                out.names.append("I" + tag[1:] if k and tag != "O" else tag)
        place.append(len(out.forms) - 1)
    if out.heads:
        out.heads = [place[h] if h >= 0 else h for h in out.heads]
    return out


def names(path: Path, label: str) -> list[Paragraph]:
    out = []
    for _, rows in blocks(path):
        forms = [r[0].replace(" ", "") or "_" for r in rows]
        out.append(Paragraph(label, [split_hyphens(Sentence(forms, guess_glue(forms), names=[r[1] for r in rows]))], ends_known=False))
    return out


def add_names(paragraphs: list[Paragraph], path: Path) -> None:
    """Lays a set's names over the treebank it was made on."""
    known: dict[str, list[list[str]]] = {}
    for _, rows in blocks(path):
        known.setdefault("".join(r[0].replace(" ", "") for r in rows), []).append([r[1] for r in rows])
    for p in paragraphs:
        for s in p.sentences:
            for tags in known.get("".join(s.forms), ()):
                if len(tags) == len(s.forms):
                    s.names = tags
                    break


VERBAL = re.compile(r"^(VB|JJ|RB|MD)")


def silver(data: Path) -> list[Paragraph]:
    """CoreNLP's analysis of PolNeAR's train part, with its Stanford dependencies (UD 1) mapped to UD 2."""
    texts = {}
    with lzma.open(data / "polnear" / "train.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            texts[article["name"]] = article["text"]
    out: list[Paragraph] = []
    text, previous = "", 0
    for comments, rows in blocks(data / "polnear-corenlp" / "train.conllu.xz"):
        fresh = False
        for c in comments:
            if c.startswith("# newdoc id = "):
                text, previous, fresh = texts.get(c[14:].strip(), ""), 0, True
        misc = [dict(x.split("=", 1) for x in r[9].split("|") if "=" in x) for r in rows]
        start = int(misc[0]["start"])
        if fresh or "\n" in text[previous:start]:
            out.append(Paragraph("corenlp", gold=False))
        forms = [r[1].replace(" ", "") for r in rows]
        xpos = [r[4] for r in rows]
        heads = [int(r[6]) - 1 for r in rows]
        rels = [r[7] for r in rows]
        glued, ner = [], []
        for r, m in zip(rows, misc):
            glued.append(int(m["start"]) == previous)
            previous = int(m["end"])
            kind = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}.get(m.get("ner", ""), "")
            ner.append(kind)
        tags = ["O" if not k else ("I-" if i and ner[i - 1] == k else "B-") + k for i, k in enumerate(ner)]
        to_v2(forms, xpos, heads, rels, ner)
        s = Sentence(forms, glued, None, xpos, heads, rels, None, tags)
        out[-1].sentences.append(split_hyphens(s))
    return out


def to_v2(forms: list[str], xpos: list[str], heads: list[int], rels: list[str], ner: list[str]) -> None:
    n = len(forms)
    copular = {heads[i] for i in range(n) if rels[i] == "cop"}
    for i in range(n):
        h, r = heads[i], rels[i]
        predicate = h >= 0 and (VERBAL.match(xpos[h]) is not None or h in copular)
        if r == "dobj": r = "obj"
        elif r == "nsubjpass": r = "nsubj:pass"
        elif r == "csubjpass": r = "csubj"
        elif r == "auxpass": r = "aux:pass"
        elif r == "mwe": r = "fixed"
        elif r == "nmod": r = "obl" if predicate else "nmod"
        elif r in ("nmod:tmod", "nmod:npmod"): r = "obl:unmarked" if predicate else "nmod:unmarked"
        elif r == "neg": r = "det" if forms[i].lower() == "no" else "advmod"
        elif r == "dep": r = ""
        rels[i] = r
    # A coordinating conjunction hangs on the conjunct that follows it.
    conjuncts: dict[int, list[int]] = {}
    for i in range(n):
        if rels[i] == "conj":
            conjuncts.setdefault(heads[i], []).append(i)
    for i in range(n):
        if rels[i] in ("cc", "punct") and heads[i] in conjuncts and (rels[i] == "cc" or forms[i] in (",", ";")):
            after = [c for c in conjuncts[heads[i]] if c > i]
            before = heads[i] < i
            if before and after and (rels[i] == "cc" or not any(rels[j] not in ("cc", "punct") for j in range(i + 1, after[0]) if heads[j] == heads[i])):
                heads[i] = after[0]
    # Personal names are flat, headed by their first word; the rest of the phrase hangs on it.
    for last in range(n):
        if ner[last] != "PER" or not xpos[last].startswith("NNP"):
            continue
        members = [i for i in range(n) if heads[i] == last and rels[i] == "compound" and ner[i] == "PER" and xpos[i].startswith("NNP") and i < last]
        if not members or any(ner[j] != "PER" for j in range(members[0], last)):
            continue
        first = members[0]
        heads[first], rels[first] = heads[last], rels[last]
        for i in range(n):
            if i != first and heads[i] == last:
                heads[i] = first
                if i in members:
                    rels[i] = "flat"
        heads[last], rels[last] = first, "flat"
    # Dropped relations ("dep") leave the arc unknown too.
    for i in range(n):
        if not rels[i]:
            heads[i] = -2


def training_sets(data: Path) -> dict[str, list[Paragraph]]:
    ewt = treebank(data / "ud" / "ewt-train.conllu.xz")
    add_names(ewt, data / "names" / "uner-ewt-train.conll.xz")
    gum = treebank(data / "ud" / "gum-train.conllu.xz", CLOSED_GENRES)
    add_names(gum, data / "names" / "gum-train.conll.xz")
    sets = {"ewt": ewt, "gum": gum, "corenlp": silver(data)}
    for label, name in (("worldwide", "worldwide"), ("gmb", "gmb-silver"), ("crossner", "crossner-politics"), ("wikigold", "wikigold"), ("wnut", "wnut17"), ("btc", "btc")):
        sets[label] = names(data / "names" / f"{name}-train.conll.xz", label)
    return sets


def development_sets(data: Path) -> dict[str, list[Paragraph]]:
    ewt = treebank(data / "ud" / "ewt-dev.conllu.xz")
    add_names(ewt, data / "names" / "uner-ewt-dev.conll.xz")
    gum = treebank(data / "ud" / "gum-dev.conllu.xz")
    add_names(gum, data / "names" / "gum-dev.conll.xz")
    sets = {"ewt": ewt, "gum": gum}
    for label, name in (("worldwide", "worldwide"), ("crossner", "crossner-politics"), ("wikigold", "wikigold")):
        sets[label] = names(data / "names" / f"{name}-dev.conll.xz", label)
    return sets
