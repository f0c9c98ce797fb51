// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Tagging;

/// <summary>Makes lemmas: exceptions by whole word and tag first, else the rule of the longest known ending.</summary>
/// <remarks>
/// <c>lemmas.tsv</c> is plain text: tag, pattern (<c>^went</c> a whole word, <c>ies</c> an ending, empty for any word),
/// letters to cut, letters to add, and <c>=</c> where capitals stay. Learned by counting in training, correctable by hand.
/// </remarks>
internal sealed class Lemmatizer
{
    private const int LongestEnding = 6, LongestWord = 40;
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>>[] words;
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>>[] endings;

    private Lemmatizer(Dictionary<string, ushort>[] words, Dictionary<string, ushort>[] endings, LemmaEdit[] edits)
    {
        this.words = [.. words.Select(static d => d.GetAlternateLookup<ReadOnlySpan<char>>())];
        this.endings = [.. endings.Select(static d => d.GetAlternateLookup<ReadOnlySpan<char>>())];
        Edits = edits;
    }

    /// <summary>The edits that <see cref="Find"/> gives numbers of.</summary>
    public LemmaEdit[] Edits { get; }

    /// <summary>Reads the rules.</summary>
    /// <param name="text">The text of <c>lemmas.tsv</c>.</param>
    /// <param name="tags">The tags, in the order of the model.</param>
    /// <exception cref="ModelException">A line is not as it should be; the message names it.</exception>
    public static Lemmatizer Read(string text, string[] tags)
    {
        string[] lines = text.Split('\n');
        Dictionary<string, ushort>[] words = [.. tags.Select(static _ => new Dictionary<string, ushort>(StringComparer.Ordinal))];
        Dictionary<string, ushort>[] endings = [.. tags.Select(static _ => new Dictionary<string, ushort>(StringComparer.Ordinal))];
        List<LemmaEdit> edits = [new(0, "", KeepCase: true)];
        Dictionary<LemmaEdit, ushort> numbers = new() { [edits[0]] = 0 };
        Dictionary<string, int> tagIndex = tags.Index().ToDictionary(static t => t.Item, static t => t.Index, StringComparer.Ordinal);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i].StartsWith("# ", StringComparison.Ordinal)) continue;
            string[] part = lines[i].TrimEnd('\r').Split('\t');
            if (part.Length != 5 || !tagIndex.TryGetValue(part[0], out int tag) || !int.TryParse(part[2], NumberStyles.None, CultureInfo.InvariantCulture, out int cut) || part[3].Length > 32)
                throw new ModelException($"lemmas.tsv, line {i + 1}: wants tag, pattern, number of letters to cut, letters to add (at most 32), and = or nothing, with tabs between; it is \"{lines[i]}\".");
            var edit = new LemmaEdit(cut, part[3], part[4] == "=");
            if (!numbers.TryGetValue(edit, out ushort number))
            {
                number = checked((ushort)edits.Count);
                edits.Add(edit);
                numbers.Add(edit, number);
            }

            if (part[1].StartsWith('^')) words[tag][part[1][1..]] = number;
            else endings[tag][part[1]] = number;
        }

        return new(words, endings, [.. edits]);
    }

    /// <summary>The number of the edit that makes a word's lemma; 0, the word itself, for words of more than 40 letters.</summary>
    public ushort Find(ReadOnlySpan<char> word, int tag)
    {
        if (word.Length > LongestWord) return 0;
        Span<char> lower = stackalloc char[LongestWord];
        lower = lower[..word.ToLowerInvariant(lower)];
        if (words[tag].TryGetValue(lower, out ushort edit)) return edit;
        for (int length = Math.Min(LongestEnding, lower.Length); length >= 0; length--)
        {
            if (endings[tag].TryGetValue(lower[^length..], out edit)) return edit;
        }

        return 0;
    }
}
