// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>What is known of a token beside the encoder's vector, as rows of one table.</summary>
/// <remarks>Training reads the rows that this class gives (<c>Rapporteur.Training statements</c>): there is no second version of it.</remarks>
internal sealed class TokenFeatures
{
    /// <summary>Rows a token has.</summary>
    public const int Count = 7;

    private const int Lemmas = 8192, Tags = 20, Relations = 64, Places = 8, NameKinds = 8, PassageKinds = 16, CueKinds = 8;
    private const int Tag = Lemmas, Relation = Tag + Tags, Place = Relation + Relations, NameKind = Place + Places,
        PassageKind = NameKind + NameKinds, CueKind = PassageKind + PassageKinds;

    /// <summary>Rows of the table.</summary>
    public const int Size = CueKind + CueKinds;

    private readonly Document document;
    private readonly QuotationMap quotations;
    private readonly CueLexicon cues;
    private readonly byte[] names;
    private readonly byte[] passages;

    public TokenFeatures(Document document, QuotationMap quotations, CueLexicon cues)
    {
        this.document = document;
        this.quotations = quotations;
        this.cues = cues;
        names = new byte[document.Tokens.Count];
        passages = new byte[document.Tokens.Count];
        foreach (Name name in document.Names.AsSpan())
        {
            for (int i = name.Tokens.First; i < name.Tokens.End; i++) names[i] = (byte)(1 + (int)name.Type);
        }

        foreach (Sentence sentence in document.Sentences.AsSpan())
        {
            TokenRange range = document.Tokens.RangeOf(sentence.Span);
            int kind = sentence.Passage == 0 ? 15 : Math.Min(14, (int)document.Passages[sentence.Passage].Kind);
            passages.AsSpan(range.First, range.Count).Fill((byte)kind);
        }
    }

    /// <summary>Writes a token's rows.</summary>
    /// <param name="token">The token.</param>
    /// <param name="rows">Takes <see cref="Count"/> rows.</param>
    public void Write(int token, Span<int> rows)
    {
        Span<char> lemma = stackalloc char[96];
        ReadOnlySpan<char> word = document.Tokens.WordOf(token);
        int length = word.Length <= 48 ? document.Tags.WriteLemma(token, lemma) : 0;
        rows[0] = (int)(Hash(lemma[..Math.Min(length, 48)]) % Lemmas);
        rows[1] = Tag + (int)document.Tags.UposOf(token);
        rows[2] = Relation + (int)document.Trees.DeprelOf(token);
        rows[3] = Place + (int)quotations.PlaceOf(token);
        rows[4] = NameKind + names[token];
        rows[5] = PassageKind + passages[token];
        rows[6] = CueKind + CueKindOf(word);
    }

    private int CueKindOf(ReadOnlySpan<char> word)
    {
        int kind = 0;
        foreach (CueForm form in cues.FormsOf(word)) kind = Math.Max(kind, form.Cue.TakesClause ? 2 : 1);
        return kind;
    }

    /// <summary>FNV-1a over 16-bit units without their case, with MurmurHash3's last mix.</summary>
    private static uint Hash(ReadOnlySpan<char> units)
    {
        uint hash = 2166136261;
        foreach (char unit in units) hash = (hash ^ char.ToLowerInvariant(unit)) * 16777619;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
