// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Statements;

/// <summary>The closed classes of <c>lexicons/en/statements/words.tsv</c>.</summary>
internal sealed class ClosedClasses
{
    private readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> classes;

    private ClosedClasses(LexiconFile file) => classes = file.WordsBy<WordClass>("class", "words", static (one, other) => one | other, StringComparer.OrdinalIgnoreCase);

    /// <summary>The classes that ship.</summary>
    public static ClosedClasses Default { get; } = new(LexiconFile.Embedded("en/statements/words.tsv", "class", "words", "example"));

    /// <summary>What a token is.</summary>
    public WordClass Of(ReadOnlySpan<char> word)
    {
        char first = word[0];
        if (char.IsLetter(first))
        {
            WordClass listed = classes.TryGetValue(word, out WordClass found) ? found : WordClass.None;
            if (char.IsUpper(first)) return listed | WordClass.Capital;
            return listed == WordClass.None && word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) ? WordClass.Adverb : listed;
        }

        if (char.IsAsciiDigit(first)) return WordClass.Number;
        if (first is '\'' or '’' && word.Length == 2 && word[1] is 's' or 'S') return WordClass.Possessive;
        return WordClass.Mark | first switch
        {
            '.' or '?' or '!' or ';' or ':' or '…' => WordClass.Stop,
            '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '`' => WordClass.Quote,
            '\'' or '’' => word.Length == 2 && word[1] == first ? WordClass.Quote : WordClass.Possessive,
            _ => WordClass.None,
        };
    }
}
