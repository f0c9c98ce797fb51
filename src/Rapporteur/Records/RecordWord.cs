// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>The record's words for the labels: the label's own name with a small first letter.</summary>
public static class RecordWord
{
    /// <summary>The word for a kind of passage: <c>editorNote</c>.</summary>
    public static string Of(PassageKind kind) => Words<PassageKind>.All[(int)kind];

    /// <summary>The word for the way in which words are given: <c>direct</c>.</summary>
    public static string Of(QuotationKind kind) => Words<QuotationKind>.All[(int)kind];

    /// <summary>The word for an act: <c>accuse</c>.</summary>
    public static string Of(SpeechAct act) => Words<SpeechAct>.All[(int)act];

    /// <summary>The word for how an anchor date is known: <c>input</c>.</summary>
    public static string Of(AnchorSource source) => Words<AnchorSource>.All[(int)source];

    /// <summary>The word for a kind of provenance: <c>republishedFrom</c>.</summary>
    public static string Of(ProvenanceKind kind) => Words<ProvenanceKind>.All[(int)kind];

    /// <summary>The label that a word stands for; false if there is none.</summary>
    public static bool TryParse<TLabel>(string word, out TLabel label)
        where TLabel : struct, Enum
        => Words<TLabel>.ByWord.TryGetValue(word, out label);

    private static class Words<TLabel>
        where TLabel : struct, Enum
    {
        public static readonly string[] All = [.. Enum.GetValues<TLabel>().Select(Word)];

        public static readonly FrozenDictionary<string, TLabel> ByWord =
            Enum.GetValues<TLabel>().ToFrozenDictionary(Word, StringComparer.OrdinalIgnoreCase);

        private static string Word(TLabel label)
        {
            string name = label.ToString();
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }
}
