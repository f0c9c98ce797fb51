// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Tells a note about a report's author: "Ana Ruiz is a journalist who covers … She can be followed on …".</summary>
internal static class AuthorNote
{
    private const int MostNameWords = 9;
    private const int MostWordsOfContact = 25;

    private static readonly PhraseList Occupations = PhraseList.Of("en/ingest/authors.tsv", "use", "occupation");
    private static readonly PhraseList Contacts = PhraseList.Of("en/ingest/authors.tsv", "use", "contact");
    private static readonly PhraseList Signs = PhraseList.Of("en/ingest/authors.tsv", "use", "sign");
    private static readonly PhraseList Verbs = PhraseList.Of("en/ingest/authors.tsv", "use", "verb");

    /// <summary>How strongly a passage looks like such a note: 0 not at all, 2 probably, 3 and more surely.</summary>
    public static int Strength(string text, TextSpan passage, in LineShape shape)
    {
        ReadOnlySpan<char> words = passage.In(text);
        if (shape.Handles > 0 && shape.Words <= MostWordsOfContact && Contacts.Beginning(words) is not null) return 3;
        if (shape.Words is < 6 or >= 110 || !shape.EndsSentence) return 0;
        if (words.StartsWith("About the author", StringComparison.OrdinalIgnoreCase)) return 3;
        TextSpan name = NameIn(text, passage);
        if (name.IsEmpty || !VerbFollows(text, name.End, passage.End)) return 0;
        ReadOnlySpan<char> after = text.AsSpan(name.End, Math.Min(passage.End - name.End, 220));
        int occupations = Math.Min(2, Occupations.CountIn(after));
        if (occupations == 0) return 0;
        return occupations + Signs.CountIn(words) + (shape.Handles > 0 ? 1 : 0);
    }

    /// <summary>The name that a note begins with; empty if it begins with none of at least two words.</summary>
    public static TextSpan NameIn(string text, TextSpan passage)
    {
        int at = passage.Start, end = at, count = 0;
        while (at < passage.End && count < MostNameWords)
        {
            int start = at;
            while (at < passage.End && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ';' or ':')) at++;
            ReadOnlySpan<char> word = text.AsSpan(start, at - start);
            bool joins = word is "and" or "de" or "da" or "do" or "dos" or "del" or "van" or "von" or "der" or "la" or "el" or "al" or "bin" or "ben" or "y";
            if (word.IsEmpty || !(char.IsUpper(word[0]) || joins)) break;
            count++;
            if (!joins) end = at;
            if (at < passage.End && text[at] is ',' or ';' or ':') break;
            while (at < passage.End && text[at] is ' ' or '\u00a0') at++;
        }

        bool begins = !text.AsSpan(passage.Start, Math.Min(4, passage.Length)).Equals("The ", StringComparison.Ordinal);
        return count >= 2 && begins ? new(passage.Start, end) : default;
    }

    private static bool VerbFollows(string text, int from, int limit)
    {
        ReadOnlySpan<char> rest = text.AsSpan(from, limit - from);
        if (rest.StartsWith(", ", StringComparison.Ordinal)) return rest[..Math.Min(rest.Length, 120)].Contains(", is ", StringComparison.Ordinal);
        return Verbs.Beginning(rest.TrimStart()) is not null;
    }
}
