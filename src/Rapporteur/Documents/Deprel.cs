// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Relations of Universal Dependencies v2, with the subtypes of the English treebanks.</summary>
public enum Deprel : byte
{
    /// <summary>Clause that modifies a noun.</summary>
    Acl,

    /// <summary>Relative clause.</summary>
    AclRelcl,

    /// <summary>Adverbial clause.</summary>
    Advcl,

    /// <summary>Relative clause that modifies a clause.</summary>
    AdvclRelcl,

    /// <summary>Adverbial modifier.</summary>
    Advmod,

    /// <summary>Adjectival modifier.</summary>
    Amod,

    /// <summary>Apposition.</summary>
    Appos,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Auxiliary of the passive.</summary>
    AuxPass,

    /// <summary>Preposition or possessive mark.</summary>
    Case,

    /// <summary>Coordinating conjunction.</summary>
    Cc,

    /// <summary>"Both", "either", "neither".</summary>
    CcPreconj,

    /// <summary>Clausal complement with a subject of its own.</summary>
    Ccomp,

    /// <summary>Classifier.</summary>
    Clf,

    /// <summary>Compound.</summary>
    Compound,

    /// <summary>Particle of a phrasal verb.</summary>
    CompoundPrt,

    /// <summary>Conjunct.</summary>
    Conj,

    /// <summary>Copula.</summary>
    Cop,

    /// <summary>Clausal subject.</summary>
    Csubj,

    /// <summary>Clausal subject of a passive.</summary>
    CsubjPass,

    /// <summary>Clausal subject of an outer clause.</summary>
    CsubjOuter,

    /// <summary>Unspecified.</summary>
    Dep,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Determiner before the determiner.</summary>
    DetPredet,

    /// <summary>Discourse element.</summary>
    Discourse,

    /// <summary>Dislocated element.</summary>
    Dislocated,

    /// <summary>Expletive.</summary>
    Expl,

    /// <summary>Part of a fixed expression.</summary>
    Fixed,

    /// <summary>Part of a name or date.</summary>
    Flat,

    /// <summary>Part of a word that was cut.</summary>
    Goeswith,

    /// <summary>Indirect object.</summary>
    Iobj,

    /// <summary>Item of a list.</summary>
    List,

    /// <summary>Mark of a subordinate clause.</summary>
    Mark,

    /// <summary>Nominal modifier of a noun.</summary>
    Nmod,

    /// <summary>Descriptive modifier of a name: a title.</summary>
    NmodDesc,

    /// <summary>Possessor.</summary>
    NmodPoss,

    /// <summary>Nominal modifier without preposition.</summary>
    NmodUnmarked,

    /// <summary>Subject.</summary>
    Nsubj,

    /// <summary>Subject of an outer clause.</summary>
    NsubjOuter,

    /// <summary>Subject of a passive.</summary>
    NsubjPass,

    /// <summary>Numeral.</summary>
    Nummod,

    /// <summary>Object.</summary>
    Obj,

    /// <summary>Oblique nominal.</summary>
    Obl,

    /// <summary>Agent of a passive.</summary>
    OblAgent,

    /// <summary>Oblique nominal without preposition.</summary>
    OblUnmarked,

    /// <summary>Orphan of an ellipsis.</summary>
    Orphan,

    /// <summary>Loosely joined clause.</summary>
    Parataxis,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Repaired part of speech.</summary>
    Reparandum,

    /// <summary>Root of the sentence.</summary>
    Root,

    /// <summary>Form of address.</summary>
    Vocative,

    /// <summary>Clausal complement without a subject of its own.</summary>
    Xcomp,
}

/// <summary>Heads and relations of each token, as parallel arrays.</summary>
/// <remarks>Immutable once built. In every sentence exactly one token is the root, and every other leads to it.</remarks>
public sealed class TreeTable
{
    private static readonly string[] Labels =
    [
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "aux:pass",
        "case",
        "cc",
        "cc:preconj",
        "ccomp",
        "clf",
        "compound",
        "compound:prt",
        "conj",
        "cop",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "dep",
        "det",
        "det:predet",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "nmod:unmarked",
        "nsubj",
        "nsubj:outer",
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "root",
        "vocative",
        "xcomp",
    ];

    private readonly int[] heads;
    private readonly byte[] deprels;

    internal TreeTable(int[] heads, byte[] deprels)
    {
        this.heads = heads;
        this.deprels = deprels;
    }

    /// <summary>Number of tokens.</summary>
    public int Count => heads.Length;

    /// <summary>The token that a token hangs on, counted in the document; −1 for the root of a sentence.</summary>
    public int HeadOf(int token) => heads[token];

    /// <summary>What binds a token to its head.</summary>
    public Deprel DeprelOf(int token) => (Deprel)deprels[token];

    /// <summary>A relation as Universal Dependencies writes it: <c>nmod:poss</c>.</summary>
    public static string LabelOf(Deprel deprel) => Labels[(int)deprel];

    /// <summary>The relation of that label; null if there is none.</summary>
    public static Deprel? Parse(string label) => Array.IndexOf(Labels, label) is >= 0 and var index ? (Deprel)index : null;
}
